import type { DialectSetting, DialectSettings } from "../dialect/config.js";
import { namesInGoType } from "../dialect/go-type.js";
import { builtins } from "../link/builtins.js";
import type { DocumentDraft } from "../parse/draft.js";
import { code } from "../source/code.js";
import { collectDiagnostics, type Result } from "../source/diagnostic.js";
import { settingRange } from "../source/setting-range.js";
import { documentName, type Source } from "../source/source.js";
import { closest, Speller } from "../source/suggest.js";
import { isIn } from "./dialects.js";

interface Specification {
  readonly drafts: readonly DocumentDraft[];
  /** Whether a type that no document declares is defined elsewhere. */
  readonly isExternal: (type: string) => boolean;
  /** The file of the configuration. */
  readonly config: Source;
}

/**
 * Reports folders without a document, and types that are neither Go's nor the specification's, in the
 * dialects of a configuration.
 *
 * @returns the names of these types
 */
export function checkDialects(
  { dialect, dialects = {} }: DialectSettings,
  { drafts, isExternal, config }: Specification,
): Result<ReadonlySet<string>> {
  const { report, diagnostics } = collectDiagnostics();
  for (const folder of Object.keys(dialects)) {
    if (drafts.some(({ source }) => isIn(folder, source))) continue;
    const path = ["dialects", folder];
    const meant = closest(folder, foldersOf(drafts));
    const expected = "the beginning of the path of a document below the folder of the spec";
    const parameters = { path: path.join("."), expected };
    const hint = meant === undefined ? undefined : `did you mean ${code(meant)}?`;
    report("unused-setting", settingRange(path, config), parameters, { hint });
  }
  const declared = drafts.flatMap(({ declarations }) => declarations.map(({ name }) => name.text));
  const known = new Set(["any", "$1", "$2", ...builtins.keys(), ...declared]);
  const speller = new Speller(known);
  const unknown = new Set<string>();
  for (const [path, type] of typeSettings({ dialect, dialects })) {
    const name = namesInGoType(type).find((one) => !known.has(one) && !isExternal(one));
    if (name === undefined) continue;
    unknown.add(name);
    const parameters = {
      path: path.join("."),
      found: JSON.stringify(type),
      expected: "a type of Go or of the spec",
    };
    const hint = speller.suggest(name);
    report("invalid-setting", settingRange(path, config), parameters, { hint });
  }
  return { value: unknown, diagnostics };
}

/** Returns the types that words and patterns of dialects mean, by the paths of their settings. */
function typeSettings({
  dialect,
  dialects = {},
}: DialectSettings): (readonly [path: readonly string[], type: string])[] {
  const settings: (readonly [readonly string[], DialectSetting | undefined])[] = [
    [["dialect"], dialect],
    ...Object.entries(dialects).map(([folder, own]) => [["dialects", folder], own] as const),
  ];
  return settings.flatMap(([path, setting]) => {
    if (typeof setting !== "object") return [];
    return (["types", "typePatterns"] as const).flatMap((key) =>
      Object.entries(setting[key] ?? {}).map(
        ([word, type]) => [[...path, key, word], type] as const,
      ),
    );
  });
}

/** Returns the folders of documents, and the documents. */
function foldersOf(drafts: readonly DocumentDraft[]): ReadonlySet<string> {
  const names = drafts.map(({ source }) => documentName(source));
  return new Set(names.flatMap((name) => [name, ...folders(name)]));
}

function folders(name: string): string[] {
  const end = name.replace(/\/$/, "").lastIndexOf("/") + 1;
  return end === 0 ? [] : [name.slice(0, end), ...folders(name.slice(0, end))];
}
