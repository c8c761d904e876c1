import {
  dialectOf,
  dialects,
  type DialectName,
  type DialectSetting,
  type DialectSettings,
} from "../dialect/config.js";
import { go } from "../dialect/go.js";
import { rest } from "../dialect/rest.js";
import { wecom } from "../dialect/wecom.js";
import type { Dialect } from "../dialect/dialect.js";
import { frontMatterField } from "../parse/front-matter.js";
import type { Report } from "../source/diagnostic.js";
import { documentName, type Source } from "../source/source.js";
import { suggest } from "../source/suggest.js";

/** Chooses the dialect of each document. */
export type ChooseDialect = (source: Source, report: Report) => Dialect;

/** The dialect of documents that nobody has chosen one for. */
const DEFAULT: Dialect = { ...go, alternatives: [wecom, rest] };

/**
 * Makes the choice between the dialects of a specification: the one that a document names in its front
 * matter, that of its folder, or that of all documents. A name means the configuration's extension of the
 * dialect, if there is one: that of the folder around, or that of all documents.
 */
export function dialectChooser({
  dialect,
  dialects: byFolder = {},
}: DialectSettings): ChooseDialect {
  const common = dialect === undefined ? undefined : dialectOf(dialect);
  const named = (name: DialectName) => (common?.name === name ? common : dialects[name]);
  const folders = Object.keys(byFolder).toSorted((one, other) => other.length - one.length);
  const made = new Map<string, Dialect>();
  const make = (folder: string, setting: DialectSetting): Dialect => {
    const known = made.get(folder);
    if (known !== undefined) return known;
    const outer = folders.find((path) => path.length < folder.length && folder.startsWith(path));
    const around =
      outer === undefined ? undefined : byFolder[outer] && make(outer, byFolder[outer]);
    const own = dialectOf(setting, (name) => (around?.name === name ? around : named(name)));
    made.set(folder, own);
    return own;
  };
  return (source, report) => {
    const folder = folders.find((path) => isIn(path, source));
    const setting = folder === undefined ? undefined : byFolder[folder];
    const chosen = folder === undefined || setting === undefined ? common : make(folder, setting);
    const own = frontMatterField(source, "dialect");
    if (own === undefined) return chosen ?? DEFAULT;
    if (own.text === chosen?.name) return chosen;
    if (isName(own.text)) return named(own.text);
    const known = Object.keys(dialects);
    const hint = suggest(own.text, known);
    report("unknown-dialect", own.range, { name: own.text, known }, { hint });
    return chosen ?? DEFAULT;
  };
}

/** Whether a document is below the beginning of a path that the setting `dialects` has. */
export function isIn(path: string, source: Source): boolean {
  return documentName(source).startsWith(path.replace(/^\.\//, ""));
}

function isName(text: string): text is DialectName {
  return Object.hasOwn(dialects, text);
}
