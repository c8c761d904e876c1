import { basename, relative, resolve } from "node:path";
import { packageIn, PNPM_WORKSPACE, type Manager, type ManagerName } from "../read/manager.js";
import { pnpmWorkspace } from "../read/pnpm.js";
import { projectPackage, workspacePackage, type ProjectFile } from "../read/project.js";

interface Setup {
  readonly version: string;
  /** The folder of the generated package, if the configuration is new. */
  readonly output: string | undefined;
  readonly manager: Manager;
}

/** Returns the files that tell package managers of a project, by their paths. */
export async function packagesOf(
  directory: string,
  { version, output, manager: { name, workspace } }: Setup,
): Promise<ReadonlyMap<string, ProjectFile>> {
  const isListed = output !== undefined && (workspace !== undefined || name === "pnpm");
  const own = await projectPackage(directory, {
    version,
    workspace: isListed ? undefined : output,
    // Some package managers leave out packages of a workspace without a name.
    name: workspace === undefined ? undefined : basename(directory).toLowerCase(),
  });
  const files = new Map([["package.json", own]]);
  if (!isListed) return files;
  const root = workspace ?? directory;
  const from = relative(directory, root).replaceAll("\\", "/");
  const pathOf = (file: string) => (from === "" ? file : `${from}/${file}`);
  const listed = relative(root, resolve(directory, output)).replaceAll("\\", "/");
  if (name === "pnpm") files.set(pathOf(PNPM_WORKSPACE), await pnpmWorkspace(root, listed));
  else files.set(pathOf("package.json"), await workspacePackage(root, listed));
  return files;
}

/** Returns a name for the package of a project: that of the project, or of its folder, with `-sdk`. */
export async function sdkName(directory: string): Promise<string> {
  const { name } = await packageIn(directory);
  const own = typeof name === "string" ? name : basename(directory).toLowerCase();
  const words = own.replaceAll(/[^a-z0-9@/._-]+/g, "-").replace(/^[-._]+|[-._]+$/g, "");
  if (words === "") return "my-sdk";
  // A workspace must not have the name of its project.
  return words.endsWith("-sdk") ? `${words.slice(0, -4)}-client` : `${words}-sdk`;
}

/** The commands of package managers: to install, to run a script of a folder, and to run one of the project. */
const COMMANDS: Readonly<
  Record<ManagerName, readonly [install: string, build: string, run: string]>
> = {
  npm: ["npm install", "npm --prefix generated run build", "npm run generate:watch"],
  pnpm: ["pnpm install", "pnpm --dir generated build", "pnpm generate:watch"],
  yarn: ["yarn install", "yarn --cwd generated build", "yarn generate:watch"],
  bun: ["bun install", "bun run --cwd generated build", "bun run generate:watch"],
};

/** The words about the next commands by language. */
const WORDS = {
  en: { next: "Next:", edit: "and edit spec/*.md" },
  zh: { next: "接下来：", edit: "然后编辑 spec/*.md" },
} as const;

/** Returns the commands that go on with a new project, one a line. */
export function nextSteps(
  folder: string,
  { manager, output }: Pick<Setup, "manager" | "output">,
  language: keyof typeof WORDS,
): string[] {
  const [install, build, run] = COMMANDS[manager.name];
  const { next, edit } = WORDS[language];
  const steps = [
    ...(folder === "" ? [] : [`cd ${JSON.stringify(folder)}`]),
    install,
    ...(output === undefined ? [] : [build]),
    `${run}    # ${edit}`,
  ];
  return [next, ...steps.map((step) => `  ${step}`)];
}
