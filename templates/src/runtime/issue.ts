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
    /^[a-z_$][\w$]*$/i.test(`${key}`) ? `.${key}` : `[${quote(key)}]`,
  );
  return `${names.join("")}: ${message}`.replace(/^(\.|: )/, "");
}

/** The kind of a value, and the value itself where that is short. */
export function describe(value: unknown): string {
  switch (typeof value) {
    case "string":
      return `string ${quote(value)}`;
    case "number":
    case "boolean":
      return `${typeof value} ${value}`;
    case "object":
      return value === null ? "null" : Array.isArray(value) ? "array" : "object";
    default:
      return typeof value;
  }
}

/** JSON text of at most 80 characters, none of which ends the line or turns its direction. */
function quote(value: string | number): string {
  const text = JSON.stringify(value).replace(/[\x7f-\x9f\u2028-\u202e\u2066-\u2069]/g, "\ufffd");
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
