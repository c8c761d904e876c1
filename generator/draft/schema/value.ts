/** A value of JSON or YAML; whole numbers are exact. */
export type Value =
  | string
  | number
  | bigint
  | boolean
  | null
  | undefined
  | readonly Value[]
  | { readonly [key: string]: Value };

export type ValueObject = Readonly<Record<string, Value>>;

/** Returns a value that is an object, or an empty one. */
export function objectOf(value: Value): ValueObject {
  return isObject(value) ? value : {};
}

export function isObject(value: Value): value is ValueObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns a value that is a list, or an empty one. */
export function listOf(value: Value): readonly Value[] {
  return Array.isArray(value) ? (value as readonly Value[]) : [];
}

/** Returns a value that is a text, or an empty one. */
export function textOf(value: Value): string {
  return typeof value === "string" ? value : "";
}

/** Returns a number; whole ones are exact. */
export function numberOf(value: Value): number | bigint | undefined {
  return typeof value === "number" || typeof value === "bigint" ? value : undefined;
}

/** Writes a value as a cell has it: a text as it is, and other values as JSON. */
export function cellText(value: Value): string {
  return typeof value === "string" ? value : jsonOf(value);
}

function jsonOf(value: Value): string {
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return `[${(value as readonly Value[]).map(jsonOf).join(", ")}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value).map(
    ([key, one]) => `${JSON.stringify(key)}: ${jsonOf(one)}`,
  );
  return `{${members.join(", ")}}`;
}
