import type { Files } from "../../output.js";
import type { ClientProfile } from "../clients/profile.js";
import { wecom } from "../clients/wecom.js";
import type { EmittedFile } from "../files.js";
import type { PackageSettings } from "../options.js";
import type { Plan } from "../plan/plan.js";
import { emitBarrel } from "./barrel.js";
import { emitClient } from "./client.js";
import { emitModule, hasExports } from "./module.js";
import { emitPackage, packageTemplate } from "./package.js";
import { emitReadme } from "./readme.js";

/** Emits the whole package. */
export function emitSdk(plan: Plan, templates: Files, settings?: PackageSettings): EmittedFile[] {
  const modules = plan.modules.filter(hasExports);
  const client = clientOf(plan);
  const template = packageTemplate(templates.get("package.json") ?? "{}", settings);
  const taken = [...templates].filter(([path]) => {
    return path !== "package.json" && (client !== undefined || !path.startsWith("src/client/"));
  });
  return [
    emitPackage(modules, template, client),
    emitReadme(modules, template.name, client),
    emitBarrel(modules, client),
    ...modules.flatMap((module) => emitModule(module, client)),
    ...(client ? [emitClient(modules, client).file] : []),
    ...taken.map(([path, text]) => ({ kind: "text", path, text }) as const),
  ];
}

/** Returns the client of a package; without calls a package has none. */
export function clientOf({ modules }: Plan): ClientProfile | undefined {
  return modules.some(({ calls }) => calls.length > 0) ? wecom : undefined;
}
