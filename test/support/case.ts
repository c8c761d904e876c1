import type { Code } from "mdast";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { checkSpec, type CheckOptions } from "../../generator/project/check.js";
import { fixTexts, withSuggestions } from "../../generator/project/fix.js";
import { NO_COUNTS } from "../../generator/project/counts.js";
import { baselineIn, withoutKnown, type Baseline } from "../../generator/project/baseline.js";
import { checkConfig } from "../../generator/project/config/config.js";
import { documentOf } from "../../generator/project/documents.js";
import type { InvalidConfig } from "../../generator/read/input.js";
import { packagesOf, targetsOf, type Target } from "../../generator/project/config/targets.js";
import { generate, type GenerateResult } from "../../generator/project/generate.js";
import { diagnosticsOf, type JsonDiagnostic } from "../../generator/report/json.js";
import type { SpecFile } from "../../generator/source/spec-file.js";
import { decodeText } from "../../generator/read/encoding.js";
import { encode } from "./encode.js";
import { generateTargets } from "./targets.js";
import { printed } from "./printed.js";
import { templates } from "./templates.js";

/**
 * A case is a Markdown file that a person can read: prose and the documents of a spec (fences of
 * `md` with the document's path, at most one of `json` with its configuration and one with its baseline, and of `ts` what stands beside
 * the output), then what md2sdk says about them, the documents as `lint --fix` leaves
 * them (headings `## Fixed` and the path) and as `--suggest` leaves them (`## Suggested`), then the output files that
 * the case is about (headings `## Output of` and the path).
 *
 * Runs the case and writes it down again: a case that holds is what its run writes.
 */
export async function rerunCase(text: string): Promise<string> {
  const { diagnostics, files } = await generateCase(text);
  const shown = [...text.matchAll(/^## Output of `(.+)`$/gm)].map(([, path = ""]) => path);
  const fixed = [...text.matchAll(/^## Fixed `(.+)`$/gm)].map(([, path = ""]) => path);
  const texts = fixed.length === 0 ? new Map<string, string>() : fixCase(text);
  const suggested = [...text.matchAll(/^## Suggested `(.+)`$/gm)].map(([, path = ""]) => path);
  const withMore =
    suggested.length === 0 ? new Map<string, string>() : fixCase(text, { isSuggesting: true });
  const messages = diagnosticsOf(diagnostics).map(messageText).join("\n\n") || "none";
  return [
    introductionOf(text).trimEnd(),
    `## Messages\n\n${fenced("text", messages)}`,
    ...fixed.map((path) => `## Fixed \`${path}\`\n\n${fenced("md", texts.get(path) ?? "")}`),
    ...suggested.map(
      (path) => `## Suggested \`${path}\`\n\n${fenced("md", withMore.get(path) ?? "")}`,
    ),
    ...shown.map((path) => {
      const output = files.get(path) ?? "not written";
      return `## Output of \`${path}\`\n\n${fenced(path.split(".").at(-1) ?? "", output)}`;
    }),
  ]
    .join("\n\n")
    .concat("\n");
}

/** Applies the edits of a case's messages. */
export function fixCase(
  text: string,
  {
    changed,
    isSuggesting = false,
  }: { readonly changed?: ReadonlyMap<string, string>; readonly isSuggesting?: boolean } = {},
): ReadonlyMap<string, string> {
  const input = inputOf(text);
  if ("diagnostics" in input) return new Map();
  const { specFiles, options } = input;
  const { texts: corrected } = fixTexts(
    new Map(specFiles.map(({ path, value }) => [path, changed?.get(path) ?? value])),
    (texts) => {
      const files = specFiles.map((file) => ({ ...file, value: texts.get(file.path) ?? "" }));
      const { diagnostics } = checkSpec(files, options);
      return isSuggesting ? withSuggestions(diagnostics) : diagnostics;
    },
  );
  return corrected;
}

/** Generates what the documents of a case say; the memo knows what is printed already. */
export async function generateCase(
  text: string,
  memo = printed,
): Promise<Pick<GenerateResult, "diagnostics" | "files" | "counts">> {
  const input = inputOf(text);
  // A configuration that cannot stand: nothing else is looked at.
  if ("diagnostics" in input) return { ...input, files: new Map(), counts: NO_COUNTS };
  const { specFiles, options, targets } = input;
  const foreign = new Set(foreignFilesOf(text).map(({ path }) => path));
  const hasFile = (path: string) => foreign.has(path);
  const result =
    targets === undefined
      ? await generate(specFiles, { ...options, hasFile, templates, memo })
      : await generateTargets(specFiles, targets, options);
  const baseline = baselineOf(text);
  if (baseline === undefined) return result;
  const { remaining, stale } = withoutKnown(result.diagnostics, baseline, (path) => path);
  return { ...result, diagnostics: [...remaining, ...stale] };
}

/** The baseline of a case: a fence of `json` with its path. */
function baselineOf(text: string): Baseline | undefined {
  const file = fencesOf(introductionOf(text), "json").find(isBaseline);
  return file && baselineIn(documentOf(file));
}

function isBaseline({ path }: SpecFile): boolean {
  return path.endsWith("baseline.json");
}

interface CaseInput {
  readonly specFiles: SpecFile[];
  readonly options: CheckOptions;
  /** The outputs of a configuration that lists them; the paths of files begin with their folders. */
  readonly targets?: readonly Target[];
}

/**
 * What the tool is given in a case.
 *
 * @returns the diagnostics of the configuration, if it is invalid
 */
export function inputOf(text: string): CaseInput | InvalidConfig {
  const introduction = introductionOf(text);
  const configFile = fencesOf(introduction, "json").find((file) => !isBaseline(file));
  const checked = configFile && checkConfig(JSON.parse(configFile.value), documentOf(configFile));
  if (checked !== undefined && checked.value === undefined) return checked;
  const unresolved = introduction.includes("`--unresolved unknown`") ? "unknown" : undefined;
  const specFiles = fencesOf(introduction, "md");
  const { value } = checked ?? {};
  if (value === undefined || !("packages" in value)) {
    return { specFiles, options: { ...value, unresolved, configFile } };
  }
  const packages = packagesOf(value).slice(0, 1);
  const targets = packages.flatMap(targetsOf);
  const { rules } = value;
  const { dialect, unresolved: own } = packages[0] ?? {};
  const options = { rules, dialect, unresolved: unresolved ?? own, configFile };
  return { specFiles, targets, options };
}

/** Files of the package that are not generated, but belong to the case. */
export function foreignFilesOf(text: string): SpecFile[] {
  return fencesOf(introductionOf(text), "ts");
}

/** What a person has written: all before the first recorded section. */
function introductionOf(text: string): string {
  const [introduction = ""] = text.split(/^## (?:Messages|(?:Fixed|Suggested|Output of) .*)$/m, 1);
  return introduction;
}

/** The files of a case: its fences of a language, with the path behind it. */
function fencesOf(introduction: string, language: string): SpecFile[] {
  const root = unified().use(remarkParse).parse(introduction);
  return root.children
    .filter((node): node is Code => node.type === "code" && node.lang === language)
    .map(({ meta, value }) => fileOf(meta ?? `spec/document.${language}`, `${value}\n`));
}

/**
 * A file of a case. Its path may name another encoding, as in `spec/user.md in gbk`, or why it is not
 * read, as in `spec/notes.mdx unread format`.
 */
function fileOf(meta: string, text: string): SpecFile {
  const [file = "", unread] = meta.split(" unread ", 2);
  if (unread !== undefined) {
    return { path: file, value: "", unread: unread as NonNullable<SpecFile["unread"]> };
  }
  const [path = "", encoding] = meta.split(" in ", 2);
  const bytes = encoding === undefined ? Buffer.from(text) : encode(text, encoding);
  return { path, ...decodeText(bytes) };
}

function messageText(diagnostic: JsonDiagnostic): string {
  const { file, line, column, endLine, endColumn, severity, rule, message } = diagnostic;
  const { hint, related = [] } = diagnostic;
  return [
    `${file}:${line}:${column}-${endLine}:${endColumn} ${severity} ${rule}`,
    `  ${message}`,
    ...(hint === undefined ? [] : [`  hint: ${hint}`]),
    ...related.map((place) => `  ${place.file}:${place.line}:${place.column} ${place.message}`),
  ].join("\n");
}

function fenced(language: string, text: string): string {
  return `\`\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\``;
}
