import type { Api } from "../../../model/api.js";
import { ownExports, specExports } from "./barrel.js";
import { emitClient } from "./client.js";
import { hasExports, scopedModules } from "./module.js";
import type { Meeting } from "./scope.js";

/**
 * The identifiers of a spec that mean something else, too, in a module of its package. All modules are
 * emitted for that, and none is printed: the answer comes from what they declare, import and use.
 */
export function collisionsOf(api: Api): Meeting[] {
  const modules = api.modules.filter(hasExports);
  const hasCalls = modules.some(({ calls }) => calls.length > 0);
  const scopes = [...modules.flatMap(scopedModules), ...(hasCalls ? [emitClient(modules)] : [])];
  const own = new Set(ownExports(modules).flatMap(({ names }) => names.map(withoutType)));
  const exported = modules.flatMap(specExports).map(withoutType);
  return [
    ...exported
      .filter((name) => own.has(name))
      .map((identifier) => ({ identifier, taken: "exported by every package" })),
    ...scopes.flatMap(({ scope }) => scope.meetings()),
  ];
}

function withoutType(name: string): string {
  return name.replace(/^type /, "");
}
