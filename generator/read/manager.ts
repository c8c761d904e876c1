import { dirname, join, relative, resolve } from "node:path";
import picomatch from "picomatch";
import { isThere } from "./documents.js";
import { readText } from "./text.js";

/** A package manager, and the workspace that a project is to be a part of. */
export interface Manager {
  readonly name: ManagerName;
  /** The folder of the workspace around the project, if there is one. */
  readonly workspace?: string;
}

export type ManagerName = "npm" | "pnpm" | "yarn" | "bun";

/** The files of workspaces of pnpm. */
export const PNPM_WORKSPACE = "pnpm-workspace.yaml";

/** The files that tell a package manager. */
const SIGNS: readonly (readonly [file: string, name: ManagerName])[] = [
  [PNPM_WORKSPACE, "pnpm"],
  ["pnpm-lock.yaml", "pnpm"],
  ["yarn.lock", "yarn"],
  ["bun.lock", "bun"],
  ["bun.lockb", "bun"],
  ["package-lock.json", "npm"],
];

/**
 * Finds the package manager of a folder: by the files there and in the nearest folders above, else by the program
 * that runs the tool, else npm.
 *
 * @param agent the variable `npm_config_user_agent`, for instance `pnpm/9.0.0 npm/? node/v20`
 */
export async function findManager(directory: string, agent: string | undefined): Promise<Manager> {
  let name: ManagerName | undefined;
  let workspace: string | undefined;
  for (const folder of foldersFrom(resolve(directory))) {
    name ??= await managerOf(folder);
    if (folder !== resolve(directory) && (await isWorkspace(folder, directory)))
      workspace ??= folder;
  }
  const running = /^(npm|pnpm|yarn|bun)\//.exec(agent ?? "")?.[1] as ManagerName | undefined;
  return { name: name ?? running ?? "npm", ...(workspace !== undefined && { workspace }) };
}

function foldersFrom(directory: string): string[] {
  const parent = dirname(directory);
  return [directory, ...(parent === directory ? [] : foldersFrom(parent))];
}

async function managerOf(folder: string): Promise<ManagerName | undefined> {
  const { packageManager } = await packageIn(folder);
  const declared = /^(npm|pnpm|yarn|bun)@/.exec(String(packageManager ?? ""))?.[1];
  if (declared !== undefined) return declared as ManagerName;
  for (const [file, name] of SIGNS) if (await isThere(file, folder)) return name;
  return undefined;
}

/** Tells whether a folder is a workspace that has a folder below it as a package. */
async function isWorkspace(folder: string, directory: string): Promise<boolean> {
  const path = relative(folder, directory).replaceAll("\\", "/");
  const patterns = (await patternsIn(folder)).map((pattern) => pattern.replace(/^\.\//, ""));
  return patterns.length > 0 && picomatch(patterns)(path);
}

/** Returns the patterns of the packages of a workspace. */
async function patternsIn(folder: string): Promise<readonly string[]> {
  const { workspaces } = await packageIn(folder);
  const { packages } = { ...(await pnpmWorkspaceIn(folder)) };
  const listed = [
    workspaces,
    (workspaces as { packages?: unknown } | undefined)?.packages,
    packages,
  ];
  return listed.flat().filter((pattern) => typeof pattern === "string");
}

async function pnpmWorkspaceIn(folder: string): Promise<{ readonly packages?: unknown }> {
  if (!(await isThere(PNPM_WORKSPACE, folder))) return {};
  try {
    const { yamlValue } = await import("../yaml-text.js");
    return yamlValue(await readText(join(folder, PNPM_WORKSPACE))) as {
      readonly packages?: unknown;
    };
  } catch {
    return {};
  }
}

/** Returns the `package.json` of a folder; one that is missing or damaged is empty. */
export async function packageIn(folder: string): Promise<Readonly<Record<string, unknown>>> {
  if (!(await isThere("package.json", folder))) return {};
  try {
    const value: unknown = JSON.parse(await readText(join(folder, "package.json")));
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
