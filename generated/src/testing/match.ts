import type { Route } from "./route.js";

/** A route whose path a request has. */
export interface Match {
  readonly name: string;
  readonly route: Route;
  /** The fields in the path, decoded. */
  readonly path: ReadonlyMap<string, string>;
}

/** Returns the routes that have a path, those without parameters first. */
export function matchesOf(routes: Readonly<Record<string, Route>>, path: string): Match[] {
  const segments = path.split("/");
  return Object.entries(routes)
    .flatMap(([name, route]) => {
      const fields = fieldsIn(route.path, segments);
      return fields === undefined ? [] : [{ name, route, path: fields }];
    })
    .sort((one, other) => one.path.size - other.path.size);
}

function fieldsIn(
  pattern: string,
  segments: readonly string[],
): ReadonlyMap<string, string> | undefined {
  const [path = ""] = pattern.split("?");
  const parts = path.split("/");
  if (parts.length !== segments.length) return undefined;
  const fields = new Map<string, string>();
  for (const [index, part] of parts.entries()) {
    const names = Array.from(part.matchAll(/\{([^{}]+)\}/g), ([, name = ""]) => name);
    const source = part
      .split(/\{[^{}]+\}/)
      .map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .join("(.+)");
    const values = new RegExp(`^${source}$`).exec(segments[index] ?? "");
    if (values === null) return undefined;
    for (const [at, name] of names.entries()) {
      fields.set(name, decodeURIComponent(values[at + 1] ?? ""));
    }
  }
  return fields;
}
