import type { ClientProfile } from "../clients/profile.js";
import type { EmittedFile } from "../files.js";
import type { PackageSettings } from "../options.js";
import type { Module } from "../plan/plan.js";

/** A `package.json` without the parts that depend on the specification. */
interface PackageTemplate {
  readonly name: string;
  readonly [key: string]: unknown;
}

/**
 * Returns the `package.json` of a template, with the name, the version and the dependencies that the
 * settings say.
 *
 * @throws {SyntaxError} if the text is not JSON
 */
export function packageTemplate(text: string, settings: PackageSettings = {}): PackageTemplate {
  const template = JSON.parse(text) as PackageTemplate;
  const { name = template.name, version = template["version"] } = settings;
  const dependencies = { ...(template["dependencies"] as object), ...settings.dependencies };
  const isDependent = Object.keys(dependencies).length > 0;
  return { ...template, name, version, ...(isDependent && { dependencies }) };
}

/** `package.json`: the template with a subpath for every document. */
export function emitPackage(
  modules: readonly Module[],
  template: PackageTemplate,
  client: ClientProfile | undefined,
): EmittedFile {
  const subpaths = modules.map(({ name }) => [`./${name}`, entryPoint(name)] as const);
  const clientPaths = Object.entries(client?.subpaths ?? {}).map(([subpath, module]) => {
    return [subpath, entryPoint(module)] as const;
  });
  const exports = {
    ".": entryPoint("index"),
    ...Object.fromEntries(subpaths),
    ...Object.fromEntries(clientPaths),
    "./package.json": "./package.json",
  };
  return { kind: "json", path: "package.json", value: { ...template, exports } };
}

/** The types come first: a condition that matches ends the search. */
function entryPoint(module: string) {
  return { types: `./dist/${module}.d.ts`, default: `./dist/${module}.js` };
}
