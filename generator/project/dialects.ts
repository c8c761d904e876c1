import {
  dialectOf,
  dialects,
  type DialectSetting,
  type DialectSettings,
} from "../dialect/config.js";
import { go } from "../dialect/go.js";
import { rest } from "../dialect/rest.js";
import type { Dialect } from "../dialect/dialect.js";
import { frontMatterField } from "../parse/front-matter.js";
import type { Report } from "../source/diagnostic.js";
import { documentName, type Source } from "../source/source.js";
import { suggest } from "../source/suggest.js";

/** Chooses the dialect of each document. */
export type ChooseDialect = (source: Source, report: Report) => Dialect;

/** The dialect of documents that nobody has chosen one for. */
const DEFAULT: Dialect = { ...go, alternatives: [rest] };

/**
 * Makes the choice between the dialects of a specification: the one that a document names in its front
 * matter, that of its folder, or that of all documents.
 */
export function dialectChooser({
  dialect,
  dialects: byFolder = {},
}: DialectSettings): ChooseDialect {
  const made = new Map<DialectSetting, Dialect>();
  const make = (setting: DialectSetting): Dialect => {
    const known = made.get(setting) ?? dialectOf(setting);
    made.set(setting, known);
    return known;
  };
  const folders = Object.keys(byFolder).toSorted((one, other) => other.length - one.length);
  return (source, report) => {
    const own = frontMatterField(source, "dialect");
    const known = Object.keys(dialects);
    if (own !== undefined && Object.hasOwn(dialects, own.text))
      return make(own.text as DialectSetting);
    if (own !== undefined) {
      const hint = suggest(own.text, known);
      report("unknown-dialect", own.range, { name: own.text, known }, { hint });
    }
    const folder = folders.find((path) =>
      documentName(source).startsWith(path.replace(/^\.\//, "")),
    );
    const setting = folder === undefined ? dialect : byFolder[folder];
    return setting === undefined ? DEFAULT : make(setting);
  };
}
