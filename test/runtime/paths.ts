export type Path = readonly (string | number)[];

/** Every path of a JSON value, that of the whole first. */
export function pathsOf(json: unknown, path: Path = []): Path[] {
  if (typeof json !== "object" || json === null) return [path];
  const members = Array.isArray(json) ? [...json.entries()] : Object.entries(json);
  return [path, ...members.flatMap(([key, value]) => pathsOf(value, [...path, key]))];
}

/** The value at a path. */
export function valueAt(json: unknown, path: Path): unknown {
  let value = json;
  for (const key of path) {
    value =
      typeof value === "object" && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string | number, unknown>)[key]
        : undefined;
  }
  return value;
}

/** A copy of a JSON value with another value at a path. */
export function replaceAt(json: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const copy = Array.isArray(json) ? [...json] : { ...(json as object) };
  Object.defineProperty(copy, key, {
    value: replaceAt(valueAt(json, [key]), rest, value),
    configurable: true,
    enumerable: true,
    writable: true,
  });
  return copy;
}
