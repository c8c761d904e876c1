import type { Place, Refusal } from "./run.js";

/** What is wrong with a value, in the form of Standard Schema v1. */
export interface Issue {
  /** Wire names and list indexes that lead to the value; empty for the whole. */
  readonly path: readonly (string | number)[];
  /** For instance `expected integer, got string "1"`. */
  readonly message: string;
}

/** The issues of a run: at most 100, for nobody reads more. */
export function issuesOf(refusals: readonly Refusal[]): readonly Issue[] {
  return refusals.slice(0, 100).map(({ expected, actual, place }) => ({
    path: pathTo(place),
    message: `expected ${expected}, got ${describe(actual)}`,
  }));
}

/** The issue of a run that ended in an exception: no JSON value causes one, but by its depth. */
export function issueOfThrown(error: unknown): Issue {
  // Firefox throws an `InternalError` where others throw a `RangeError`.
  const isOverflow = error instanceof Error && /^(Range|Internal)Error$/.test(error.name);
  return {
    path: [],
    message: isOverflow ? "nested too deeply" : "expected JSON, got an exception",
  };
}

/** An issue in one text: `follow_user[3].tags[0].type: expected integer, got string "1"`. */
export function textOf({ path, message }: Issue): string {
  const names = path.map((key) =>
    /^[a-z_$][\w$]*$/i.test(`${key}`) ? `.${key}` : `[${quote(key)}]`,
  );
  return path.length > 0 ? `${names.join("").replace(/^\./, "")}: ${message}` : message;
}

/** The kind of a value, and the value itself where that is short. */
export function describe(value: unknown): string {
  switch (typeof value) {
    case "string":
      return `string ${quote(value)}`;
    case "number":
      return `number ${Object.is(value, -0) ? "-0" : value}`;
    case "boolean":
      return `boolean ${value}`;
    case "object":
      return value === null ? "null" : Array.isArray(value) ? "array" : "object";
    default:
      return typeof value;
  }
}

/** JSON text of at most 80 characters, without any that could move or reorder what stands around. */
function quote(value: string | number): string {
  const text = JSON.stringify(typeof value === "string" ? value.slice(0, 80) : value).replace(
    /[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => {
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
    },
  );
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function pathTo(place: Place | undefined): (string | number)[] {
  const path = [];
  for (let at = place; at !== undefined; at = at.parent) path.push(at.key);
  path.reverse();
  return path;
}
