import { join } from "node:path";
import detectIndent from "detect-indent";
import { isThere } from "./documents.js";
import { ReadError, readText } from "./text.js";

/** The scripts of a project, by their names. */
const SCRIPTS = {
  generate: "md2sdk generate",
  "generate:check": "md2sdk generate --check",
  "generate:watch": "md2sdk generate --watch",
  "lint:spec": "md2sdk lint",
  docs: "md2sdk docs",
};

/** A file of a project as it should be. */
export interface ProjectFile {
  readonly isThere: boolean;
  /** Nothing where it has all that it needs. */
  readonly text: string | undefined;
}

interface ProjectSettings {
  /** The version of the tool. */
  readonly version: string;
  /** The folder of the generated package, to be listed among the workspaces. */
  readonly workspace?: string | undefined;
  /** The name of a new package. */
  readonly name?: string | undefined;
}

/**
 * The `package.json` of a project with the scripts of the tool: a new one, or the one that is there with
 * what it lacks; nothing of it is changed but that.
 *
 * @throws {ReadError} if the existing file is not a JSON object
 */
export async function projectPackage(
  directory: string,
  { version, workspace, name }: ProjectSettings,
): Promise<ProjectFile> {
  return changedPackage(directory, (known, isNew) => ({
    ...(isNew && name !== undefined && { name, version: "0.0.0" }),
    ...completed(known, version),
    ...(workspace !== undefined && workspacesOf(known, workspace)),
  }));
}

/**
 * The `package.json` of a workspace with a folder among its packages.
 *
 * @throws {ReadError} if the file is not a JSON object
 */
export async function workspacePackage(root: string, folder: string): Promise<ProjectFile> {
  return changedPackage(root, (known) => ({ ...known, ...workspacesOf(known, folder) }));
}

async function changedPackage(
  directory: string,
  complete: (known: Readonly<Record<string, unknown>>, isNew: boolean) => object,
): Promise<ProjectFile> {
  const path = join(directory, "package.json");
  if (!(await isThere("package.json", directory))) {
    const own = { private: true, type: "module", ...complete({}, true) };
    return { isThere: false, text: `${JSON.stringify(own, undefined, 2)}\n` };
  }
  const text = await readText(path);
  const known = packageObject(text, path);
  const own = complete(known, false);
  if (JSON.stringify(own) === JSON.stringify(known)) return { isThere: true, text: undefined };
  const indent = detectIndent(text).indent || 2;
  const end = /\s*$/.exec(text)?.[0] ?? "";
  return { isThere: true, text: `${JSON.stringify(own, undefined, indent)}${end}` };
}

function completed(known: Readonly<Record<string, unknown>>, version: string): object {
  const {
    scripts = {},
    dependencies = {},
    devDependencies = {},
  } = known as Partial<Record<string, Readonly<Record<string, unknown>>>>;
  const isNeeded = !("md2sdk" in dependencies) && !("md2sdk" in devDependencies);
  return {
    ...known,
    scripts: { ...scripts, ...withoutKeys(SCRIPTS, scripts) },
    ...(isNeeded && { devDependencies: { ...devDependencies, md2sdk: `^${version}` } }),
  };
}

/** Lists a folder among the workspaces, in either of the two forms that npm and yarn read. */
function workspacesOf(
  { workspaces = [] }: Readonly<Record<string, unknown>>,
  folder: string,
): object {
  const withFolder = (known: readonly unknown[]) => [...new Set([...known, folder])];
  if (Array.isArray(workspaces)) return { workspaces: withFolder(workspaces) };
  const { packages = [] } = workspaces as { readonly packages?: readonly unknown[] };
  return { workspaces: { ...(workspaces as object), packages: withFolder(packages) } };
}

function withoutKeys(values: object, known: object): object {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !(key in known)));
}

function packageObject(text: string, path: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return value as Readonly<Record<string, unknown>>;
    }
  } catch {
    // It is told below.
  }
  throw new ReadError(`Unexpected ${path}, expected a JSON object`);
}
