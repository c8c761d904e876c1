/** What is wrong with a value, in the form of Standard Schema v1. */
export interface Issue {
  /** Wire names and list indexes that lead to the value; empty for the whole. */
  readonly path: readonly (string | number)[];
  /** For instance `expected integer, got string "1"`. */
  readonly message: string;
}

/** An issue in one text: `follow_user[3].tags[0].type: expected integer, got string "1"`. */
export function textOf({ path, message }: Issue): string {
  const names = path.map((key) =>
    /^(?!\d)[\w$]+$/.test(`${key}`) ? `.${key}` : `[${quote(key)}]`,
  );
  return `${names.join("")}: ${message}`.replace(/^[.:] ?/, "");
}

/** The kind of a value, and the value itself where that is short. */
export function describe(value: unknown): string {
  const kind = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  return value == null || Object(value) === value ? kind : `${kind} ${quote(value)}`;
}

/** The text of a value, of a string in JSON, cut to 80 characters, none of which a terminal would obey. */
export function quote(value: unknown): string {
  return (typeof value === "string" ? JSON.stringify(value) : String(value))
    .replace(/[\p{C}\u2028\u2029]/gu, "\ufffd")
    .replace(/(.{79}).{2,}/u, "$1…");
}
