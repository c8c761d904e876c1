import type { ClientProfile } from "../clients/profile.js";
import type { EmittedFile } from "../files.js";
import type { PackageSettings } from "../options.js";
import type { Module } from "../plan/plan.js";
import { hasFake, TESTING } from "./testing.js";

/** The `package.json` of a template: the parts that no configuration changes. */
interface PackageTemplate {
  readonly dependencies?: object;
  readonly [key: string]: unknown;
}

/** The rest of a `package.json`: the parts that depend on the specification and on its configuration. */
interface PackageContents {
  readonly modules: readonly Module[];
  readonly client: ClientProfile | undefined;
  /** One sentence about the contents, for a package without a description. */
  readonly summary: string;
}

/**
 * `package.json`: the members that the configuration gives, those of the template, and a subpath for every
 * document.
 *
 * @param template the text of the template
 * @throws {SyntaxError} if the text is not JSON
 */
export function emitPackage(
  template: string,
  { dependencies, ...settings }: PackageSettings,
  { modules, client, summary }: PackageContents,
): EmittedFile {
  const own = JSON.parse(template) as PackageTemplate;
  const { name, version = "0.1.0", description = summary, ...others } = settings;
  const needed = { ...own.dependencies, ...dependencies };
  const entryPoints = entryPointsOf(modules, client);
  const value = {
    ...(name !== undefined && { name }),
    version,
    description,
    ...others,
    ...own,
    ...(Object.keys(needed).length > 0 && { dependencies: needed }),
    // For resolutions that know no exports.
    main: "./dist/index.cjs",
    types: "./dist/index.d.cts",
    ...typesVersionsOf(entryPoints),
    exports: exportsOf(entryPoints),
  };
  return { kind: "json", path: "package.json", value };
}

/** Returns the modules that users import, by their subpaths in the package. */
function entryPointsOf(
  modules: readonly Module[],
  client: ClientProfile | undefined,
): ReadonlyMap<string, string> {
  return new Map([
    [".", "index"],
    ...modules.map(({ name }) => [`./${name}`, name] as const),
    ...Object.entries(client?.subpaths ?? {}),
    ...(hasFake(modules, client) ? [[`./${TESTING}`, TESTING] as const] : []),
  ]);
}

function exportsOf(entryPoints: ReadonlyMap<string, string>): object {
  const exported = [...entryPoints].map(([subpath, module]) => [subpath, entryPoint(module)]);
  return { ...Object.fromEntries(exported), "./package.json": "./package.json" };
}

/** The types of subpaths for the resolution `node10` of TypeScript, which knows no exports. */
function typesVersionsOf(entryPoints: ReadonlyMap<string, string>): object {
  const types = [...entryPoints].flatMap(([subpath, module]) =>
    subpath === "." ? [] : [[subpath.slice(2), [`./dist/${module}.d.cts`]] as const],
  );
  return types.length === 0 ? {} : { typesVersions: { "*": Object.fromEntries(types) } };
}

/** The types come first: a condition that matches ends the search. */
function entryPoint(module: string) {
  return {
    import: { types: `./dist/${module}.d.ts`, default: `./dist/${module}.js` },
    require: { types: `./dist/${module}.d.cts`, default: `./dist/${module}.cjs` },
  };
}
