import type { Module } from "../../../model/api.js";
import type { EmittedFile, PackageTemplate } from "../../../model/files.js";

/** `package.json`: the template with a subpath for every document. */
export function emitPackage(modules: readonly Module[], template: PackageTemplate): EmittedFile {
  const subpaths = modules.map(({ name }) => [`./${name}`, entryPoint(name)] as const);
  const hasCalls = modules.some(({ calls }) => calls.length > 0);
  const exports = {
    ".": entryPoint("index"),
    ...Object.fromEntries(subpaths),
    ...(hasCalls ? { "./error-codes": entryPoint("client/error-codes") } : {}),
    "./package.json": "./package.json",
  };
  return { kind: "json", path: "package.json", value: { ...template, exports } };
}

/** The types come first: a condition that matches ends the search. */
function entryPoint(module: string) {
  return { types: `./dist/${module}.d.ts`, default: `./dist/${module}.js` };
}
