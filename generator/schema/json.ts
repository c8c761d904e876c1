/** A value of JSON, with integers of any length. */
export type Json =
  string | number | bigint | boolean | null | readonly Json[] | { readonly [name: string]: Json };

export type JsonObject = Readonly<Record<string, Json>>;

/** Writes a value as JSON text with two spaces for each level; integers keep all their digits. */
export function jsonText(value: Json, indent = ""): string {
  if (typeof value !== "object" || value === null) {
    return typeof value === "bigint" ? String(value) : JSON.stringify(value);
  }
  const inner = `${indent}  `;
  const [open, close, parts] = isList(value)
    ? ["[", "]", value.map((item) => jsonText(item, inner))]
    : [
        "{",
        "}",
        Object.entries(value).map(
          ([name, member]) => `${JSON.stringify(name)}: ${jsonText(member, inner)}`,
        ),
      ];
  if (parts.length === 0) return `${open}${close}`;
  return `${open}\n${parts.map((part) => inner + part).join(",\n")}\n${indent}${close}`;
}

function isList(value: readonly Json[] | JsonObject): value is readonly Json[] {
  return Array.isArray(value);
}

/** Returns the members that have a value. */
export function members(entries: Readonly<Record<string, Json | undefined>>): JsonObject {
  const present = Object.entries(entries).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as JsonObject;
}
