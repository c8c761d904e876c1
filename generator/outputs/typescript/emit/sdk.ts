import type { Files } from "../../output.js";
import type { ClientProfile } from "../clients/profile.js";
import type { EmittedFile } from "../files.js";
import type { ApiSettings } from "../options.js";
import type { Plan } from "../plan/plan.js";
import { emitBarrel } from "./barrel.js";
import { emitClient } from "./client.js";
import { emitModule, hasExports, hasXml } from "./module.js";
import { emitPackage } from "./package.js";
import { contentsOf, emitReadme } from "./readme.js";
import { emitTesting, hasFake } from "./testing.js";

/** Emits the whole package. */
export function emitSdk(
  plan: Plan,
  templates: Files,
  { package: settings = {}, readme }: Pick<ApiSettings, "package" | "readme"> = {},
): EmittedFile[] {
  const modules = plan.modules.filter(hasExports);
  const { client } = plan;
  const template = templates.get("package.json") ?? "{}";
  const hasCallbacks = plan.modules.some(({ callbacks }) => callbacks !== undefined);
  const usesXml = hasXml(modules);
  const unused = unusedModules(plan, client !== undefined || hasCallbacks);
  const taken = [...templates].filter(([path]) => {
    if (path.startsWith("src/client/")) return isOfClient(path, client);
    if (path.startsWith("src/testing/")) {
      return hasFake(modules, client) && isOfClient(path, client);
    }
    if (path.startsWith("src/callbacks/")) return hasCallbacks;
    if (path.startsWith("src/runtime/xml/")) return usesXml || hasCallbacks;
    return path !== "package.json" && !unused.has(path);
  });
  return [
    emitPackage(template, settings, { modules, client, summary: contentsOf(modules, client) }),
    emitReadme(modules, client, { name: settings.name, text: readme }),
    emitBarrel(modules, client, usesXml),
    ...modules.flatMap((module) => emitModule(module, client)),
    ...(client ? [emitClient(modules, client).file] : []),
    ...(client && hasFake(modules, client) ? [emitTesting(modules, client)] : []),
    ...taken.map(([path, text]) => ({ kind: "text", path, text }) as const),
  ];
}

/** Returns the modules of the runtime that no type of the package needs. */
function unusedModules({ modules }: Plan, isOnWeb: boolean): ReadonlySet<string> {
  const declarations = modules.flatMap((module) => module.declarations);
  const models = declarations.filter((one) => one.kind === "model");
  const isUsed = {
    "src/runtime/defaults.ts": models.some(({ defaults }) => defaults.exist),
    "src/runtime/limits.ts": models.some(({ ownFields }) =>
      ownFields.some(({ checked }) => checked !== undefined),
    ),
    "src/runtime/web.ts": isOnWeb,
  };
  return new Set(Object.entries(isUsed).flatMap(([path, used]) => (used ? [] : path)));
}

/** Whether a file of the client or of its fake is one of every client, or of this one. */
function isOfClient(path: string, client: ClientProfile | undefined): boolean {
  const [, folder] = /^src\/(?:client|testing)\/([^/]+)\//.exec(path) ?? [];
  return client !== undefined && (folder === undefined || folder === client.folder);
}
