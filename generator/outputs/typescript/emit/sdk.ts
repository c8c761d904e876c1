import type { Api } from "../../../model/api.js";
import type { EmittedFile, Templates } from "../../../model/files.js";
import { emitBarrel } from "./barrel.js";
import { emitClient } from "./client.js";
import { emitModule, hasExports } from "./module.js";
import { emitPackage } from "./package.js";
import { emitReadme } from "./readme.js";

/**
 * The whole package.
 *
 * @param emit makes the files of a module
 */
export function emitSdk(api: Api, templates: Templates, emit = emitModule): EmittedFile[] {
  const modules = api.modules.filter(hasExports);
  const hasCalls = modules.some(({ calls }) => calls.length > 0);
  const files = [...templates.files].filter(
    ([path]) => hasCalls || !path.startsWith("src/client/"),
  );
  return [
    emitPackage(modules, templates.package),
    emitReadme(modules, templates.package.name),
    emitBarrel(modules),
    ...api.modules.flatMap((module) => emit(module)),
    ...(hasCalls ? [emitClient(modules).file] : []),
    ...files.map(([path, text]) => ({ kind: "text", path, text }) as const),
  ];
}
