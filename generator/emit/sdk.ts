import type { Api } from "../ir/api.js";
import type { EmittedFile, Templates } from "../ir/files.js";
import { emitBarrel } from "./barrel.js";
import { emitClient } from "./client.js";
import { emitModule } from "./module.js";
import { emitPackage } from "./package.js";
import { emitReadme } from "./readme.js";

/** The whole package. */
export function emitSdk(api: Api, templates: Templates): EmittedFile[] {
  // A document without declarations and calls has nothing to export.
  const modules = api.modules.filter(
    ({ declarations, calls }) => declarations.length > 0 || calls.length > 0,
  );
  const hasCalls = modules.some(({ calls }) => calls.length > 0);
  const files = [...templates.files].filter(
    ([path]) => hasCalls || !path.startsWith("src/client/"),
  );
  return [
    emitPackage(modules, templates.package),
    emitReadme(modules, templates.package.name),
    emitBarrel(modules),
    ...modules.flatMap(emitModule),
    ...(hasCalls ? [emitClient(modules)] : []),
    ...files.map(([path, text]) => ({ kind: "text", path, text }) as const),
  ];
}
