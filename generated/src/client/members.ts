import type { JsonValue } from "../runtime/json.js";

/** Removes members of a request; returns those that have a value, under the names that they have in the request's part. */
export function taken(
  members: Map<string, JsonValue>,
  fields: readonly (readonly [name: string, field: string])[],
): [name: string, value: JsonValue][] {
  return fields.flatMap(([name, field]): [string, JsonValue][] => {
    const value = members.get(field);
    members.delete(field);
    return value === undefined || value === null ? [] : [[name, value]];
  });
}

/** Removes members of a request that are in headers; returns the headers of those that have a value. */
export function headersIn(
  members: Map<string, JsonValue>,
  names: readonly string[] = [],
): Record<string, string> {
  const fields = names.map((name) => [name, name] as const);
  return Object.fromEntries(taken(members, fields).map(([name, value]) => [name, String(value)]));
}
