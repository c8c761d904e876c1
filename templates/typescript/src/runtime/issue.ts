/** An issue with a value, in the form of Standard Schema v1. */
export interface Issue {
  /** Wire names and list indexes that lead to the value; empty for the whole. */
  readonly path: readonly (string | number)[];
  /** For instance `expected integer, got string "1"`. */
  readonly message: string;
}

/** An issue in one text: `follow_user[3].tags[0].type: expected integer, got string "1"`. */
export function textOf({ path, message }: Issue): string {
  const names = path.map((key) =>
    /^(?!\d)[\w$]+$/.test(key as string) ? `.${key}` : `[${quote(key)}]`,
  );
  return `${names.join("")}: ${message}`.replace(/^[.:] ?/, "");
}

/** The kind of a value, and of a primitive the value itself. */
export function describe(value: unknown): string {
  if (typeof value === "object") return kindOf(value);
  return (
    typeof value + (value === undefined || typeof value === "function" ? "" : ` ${quote(value)}`)
  );
}

/**
 * Returns the kind of an object: `object` if its members are all of it, whatever its class. Other kinds
 * keep their content elsewhere, as a `Map` does, or have a `toJSON` that makes JSON of it.
 */
export function kindOf(value: { readonly toJSON?: unknown } | null): string {
  const kind = {}.toString.call(value).slice(8, -1);
  if (kind !== "Object") return value && kind !== "Array" ? kind : kind.toLowerCase();
  return typeof value?.toJSON === "function" ? "toJSON object" : "object";
}

/** The text of a value, of a string in JSON, cut to 80 characters, none of which a terminal would obey. */
export function quote(value: unknown): string {
  return (typeof value === "string" ? JSON.stringify(value) : String(value))
    .replace(/[\p{C}\u2028\u2029]/gu, "\ufffd")
    .replace(/(.{79}).{2,}/u, "$1…");
}
