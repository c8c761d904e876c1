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
  return `${names.join("")}: ${message}`.replace(/^\.|^: /, "");
}

/** The kind of a value, and the value itself where that is short. */
export function describe(value: unknown): string {
  const kind = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  return "string number boolean bigint".includes(kind) ? `${kind} ${quote(value)}` : kind;
}

/** The text of a scalar in JSON, cut to 80 characters that neither end a line nor turn it around. */
function quote(value: unknown): string {
  return (typeof value === "string" ? JSON.stringify(value) : `${value}`)
    .replace(/[\x7f-\x9f\u2028-\u202e\u2066-\u2069]/g, "\ufffd")
    .replace(/(.{79}).{2,}/, "$1…");
}
