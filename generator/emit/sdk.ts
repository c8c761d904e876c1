import type { Api } from "../ir/api.js";
import type { EmittedFile, Templates } from "../ir/files.js";
import { emitBarrel } from "./barrel.js";
import { emitModule } from "./module.js";
import { emitPackage } from "./package.js";
import { emitReadme } from "./readme.js";

/** The whole package. */
export function emitSdk(api: Api, templates: Templates): EmittedFile[] {
  // A document without declarations has nothing to export.
  const modules = api.modules.filter(({ declarations }) => declarations.length > 0);
  return [
    emitPackage(modules, templates.package),
    emitReadme(modules, templates.package.name),
    emitBarrel(modules),
    ...modules.flatMap(emitModule),
    ...[...templates.files].map(([path, text]) => ({ kind: "text", path, text }) as const),
  ];
}
