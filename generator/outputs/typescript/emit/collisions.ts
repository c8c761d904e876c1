import type { Plan } from "../plan/plan.js";
import { ownExports, ofSpec } from "./barrel.js";
import { callbackExports } from "./callbacks.js";
import { emitClient } from "./client.js";
import { hasExports, hasXml, scopedModules } from "./module.js";
import type { Meeting } from "./scope.js";

/**
 * The identifiers of a spec that mean something else, too, in a module of its package. All modules are
 * emitted for that, and none is printed: the answer comes from what they declare, import and use.
 */
export function collisionsOf({ modules: all, client }: Plan): Meeting[] {
  const modules = all.filter(hasExports);
  const scopes = [
    ...modules.flatMap((module) => scopedModules(module, client)),
    ...(client ? [emitClient(modules, client)] : []),
  ];
  const own = new Set(
    ownExports(client, hasXml(modules)).flatMap(({ names }) => names.map(withoutType)),
  );
  const toolkit = modules.some(({ callbacks }) => callbacks)
    ? callbackExports.map(withoutType)
    : [];
  for (const name of toolkit) own.add(name);
  const methods = new Set(client?.methods);
  const calls = modules.flatMap((module) => module.calls.map(({ names }) => names.call));
  const exported = modules.flatMap(ofSpec).map(withoutType);
  return [
    ...exported
      .filter((name) => own.has(name))
      .map((identifier) => ({ identifier, taken: "exported by every package" })),
    ...calls
      .filter((name) => methods.has(name))
      .map((identifier) => ({ identifier, taken: "a method of every client" })),
    ...scopes.flatMap(({ scope }) => scope.meetings()),
  ];
}

function withoutType(name: string): string {
  return name.replace(/^type /, "");
}
