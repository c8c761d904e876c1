import type { Api, Call } from "../../model/api.js";
import type { Index } from "../../model/index.js";
import type { Json, JsonObject } from "../../schema/json.js";
import type { Report } from "../../source/diagnostic.js";
import { operationOf } from "./operation.js";
import type { OpenApiScope } from "./scope.js";
import { tagOf } from "./tags.js";

/** A call, and the key of its path: paths that differ in the names of parameters alone are one path. */
interface PlacedCall {
  readonly call: Call;
  readonly tag: string | undefined;
  readonly path: string;
  readonly method: string;
  readonly renamed: ReadonlyMap<string, string>;
}

/** Returns the calls that a description has: one for each method and path. The others are reported. */
export function placeCalls(
  { documents }: Api,
  index: Index,
  report: Report,
): readonly PlacedCall[] {
  const paths = new Map<string, string>();
  const first = new Map<string, Call>();
  return documents.flatMap((document) =>
    document.calls.flatMap((call) => {
      const [template = ""] = call.path.split("?", 1);
      const shape = template.replaceAll(PARAMETER, "{}");
      const path = paths.get(shape) ?? template;
      paths.set(shape, path);
      const method = call.transfer.method.toLowerCase();
      const known = first.get(`${method} ${path}`);
      if (known !== undefined) {
        reportRepeated(call, known, index, report);
        return [];
      }
      first.set(`${method} ${path}`, call);
      return [{ call, tag: tagOf(document), path, method, renamed: renamedIn(template, path) }];
    }),
  );
}

/** Returns the operations of calls by their paths and methods. */
export function pathsOf(placed: readonly PlacedCall[], scope: OpenApiScope): JsonObject {
  const paths = new Map<string, Record<string, Json>>();
  for (const { call, tag, path, method, renamed } of placed) {
    const operations = paths.get(path) ?? {};
    paths.set(path, { ...operations, [method]: operationOf(call, tag, renamed, scope) });
  }
  return Object.fromEntries(paths);
}

const PARAMETER = /\{[^{}]+\}/g;

/** Returns the names of parameters in a path, by the names in another path of the same form. */
function renamedIn(template: string, path: string): ReadonlyMap<string, string> {
  const names = namesIn(path);
  return new Map(namesIn(template).map((name, position) => [name, names[position] ?? name]));
}

function namesIn(path: string): readonly string[] {
  return Array.from(path.matchAll(PARAMETER), ([part]) => part.slice(1, -1));
}

function reportRepeated(call: Call, first: Call, index: Index, report: Report): void {
  const range = index.get(`call ${call.name}`)?.definition;
  const place = index.get(`call ${first.name}`)?.definition;
  if (range === undefined) return;
  const related = place && [{ range: place, message: "the first call is here" }];
  const endpoint = `${call.transfer.method} ${call.path}`;
  report("repeated-operation", range, { endpoint, name: call.name }, { related });
}
