import type { Dialect, FieldRole, HeadingPattern, ValueRole } from "./dialect.js";
import { go } from "./go.js";
import { rest } from "./rest.js";
import { wecom } from "./wecom.js";

/** The dialects that the tool knows, by their names. */
export const dialects = { go, rest, wecom } as const;

export type DialectName = keyof typeof dialects;

/** A dialect by its name, or one that extends it. */
export type DialectSetting = DialectName | DialectConfig;

/** The words of a documentation, beside those of the dialect that it extends. */
export interface DialectConfig {
  readonly extends: DialectName;
  /** The role of each title of a column, which is read without case. */
  readonly columns?: Readonly<Record<string, ColumnRole>> | undefined;
  /** The type of Go that each word for a type means. */
  readonly types?: Readonly<Record<string, string>> | undefined;
  /** Patterns of types, in which `$1` and `$2` stand for types: `sequence of $1` for `[]$1`. */
  readonly typePatterns?: Readonly<Record<string, string>> | undefined;
  /** The words that say whether a field is required. */
  readonly answers?: Readonly<Record<string, boolean>> | undefined;
  /** Regular expressions for headings, which come before those of the dialect. */
  readonly headings?: readonly HeadingPattern[] | undefined;
  /** The side that counts where a column of types contradicts an example in JSON. */
  readonly examples?: "column" | "example" | undefined;
  /** The parameter of the query that carries the access token. */
  readonly token?: string | undefined;
  /** The members of every response that the client reads itself. */
  readonly envelope?: readonly string[] | undefined;
  /** The endpoint of a call whose heading only has a name in code, which is `$1`. */
  readonly action?: string | undefined;
}

/** The role of a column in a table of fields or of values. */
export type ColumnRole = FieldRole | ValueRole;

/** The dialects of a specification: one for all documents, and others for some folders. */
export interface DialectSettings {
  readonly dialect?: DialectSetting | undefined;
  /** Dialects by the beginning of the path below the folder of the specification; the longest one counts. */
  readonly dialects?: Readonly<Record<string, DialectSetting>> | undefined;
}

/**
 * Makes the dialect that a setting means.
 *
 * @param named returns the dialect of a name: the tool's, or an extension of it
 */
export function dialectOf(
  setting: DialectSetting,
  named: (name: DialectName) => Dialect = (name) => dialects[name],
): Dialect {
  if (typeof setting === "string") return named(setting);
  const base = named(setting.extends);
  const { columns = {}, types = {}, typePatterns = {}, answers = {}, headings = [] } = setting;
  const { fields, values } = base.columns;
  return {
    ...base,
    columns: {
      ...base.columns,
      fields: { ...fields, titles: withTitles(fields.titles, columns) },
      values: { ...values, titles: withTitles(values.titles, columns) },
    },
    types: { ...base.types, ...lowerCased(types) },
    typePatterns: { ...typePatterns, ...base.typePatterns, ...typePatterns },
    answers: { ...base.answers, ...lowerCased(answers) },
    headings: { ...base.headings, patterns: [...headings, ...base.headings.patterns] },
    examples: setting.examples ?? base.examples,
    calls: {
      ...base.calls,
      token: setting.token ?? base.calls.token,
      envelope: setting.envelope ?? base.calls.envelope,
    },
    action: setting.action ?? base.action,
  };
}

/** Adds titles to the roles of a kind of table, and takes them from the roles that they had. */
function withTitles<Role extends string>(
  titles: Readonly<Record<Role, readonly string[]>>,
  columns: Readonly<Record<string, string>>,
): Readonly<Record<Role, readonly string[]>> {
  const own = lowerCased(columns);
  const entries = (Object.entries(titles) as [Role, readonly string[]][]).map(([role, known]) => {
    const added = Object.keys(own).filter((title) => own[title] === role);
    const kept = known.filter((title) => !Object.hasOwn(own, title.toLowerCase()));
    return [role, [...kept, ...added]] as const;
  });
  return Object.fromEntries(entries) as Record<Role, readonly string[]>;
}

function lowerCased<Value>(words: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(words).map(([word, value]) => [word.toLowerCase(), value]),
  );
}
