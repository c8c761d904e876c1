import { relative, resolve } from "node:path";
import { isThere } from "../read/documents.js";
import { projectPackage } from "../read/project.js";
import { CONFIG_FILES } from "../read/config.js";
import { readTexts } from "../read/text.js";
import { writeProject } from "../write/project.js";
import { EXIT, type Context, type ExitStatus } from "./context.js";

export interface InitOptions {
  /** The folder of the new project, relative to the working directory. */
  readonly folder: string;
  /** Generates the package in the new project, where that is wanted at once. */
  readonly generate?: ((directory: string) => Promise<ExitStatus>) | undefined;
  /** The folder of the templates. */
  readonly templates: string;
  /** The version of the tool, which the project then asks for. */
  readonly version: string;
}

/** The files of a new project by their names in the templates, and what stands in their place already. */
const FILES: readonly {
  readonly template: string;
  readonly path: string;
  readonly unless: readonly string[];
}[] = [
  { template: "spec/contact.md", path: "spec/contact.md", unless: ["spec"] },
  { template: "md2sdk.config.js", path: "md2sdk.config.js", unless: CONFIG_FILES },
  // npm gives no file of that name away.
  { template: "gitignore", path: ".gitignore", unless: [".gitignore"] },
];

/** Makes a project: a small document, a configuration and scripts; what is there already stays as it is. */
export async function init(
  { folder, templates, version, generate }: InitOptions,
  context: Context,
): Promise<ExitStatus> {
  const directory = resolve(context.directory, folder);
  const texts = await readTexts(
    resolve(templates, "init"),
    FILES.map(({ template }) => template),
  );
  const added = new Map<string, string>();
  const kept: string[] = [];
  for (const { template, path, unless } of FILES) {
    const there = await firstThere(unless, directory);
    if (there === undefined) added.set(path, texts.get(template) ?? "");
    else kept.push(there);
  }
  const own = await projectPackage(directory, version);
  const replaced = new Map<string, string>();
  if (own.text !== undefined) (own.isThere ? replaced : added).set("package.json", own.text);
  else kept.push("package.json");
  writeProject(directory, added, replaced);
  const lines = [
    ...[...added.keys()].map((path) => `  added   ${path}`),
    ...[...replaced.keys()].map((path) => `  changed ${path}`),
    ...kept.map((path) => `  kept    ${path}`),
  ];
  context.output.write(
    [`a project in ${relative(context.directory, directory) || "."}`, ...lines].join("\n"),
  );
  const status = (await generate?.(directory)) ?? EXIT.done;
  if (status === EXIT.done) context.output.write(nextSteps(relative(context.directory, directory)));
  return status;
}

function nextSteps(folder: string): string {
  const steps = [
    ...(folder === "" ? [] : [`cd ${JSON.stringify(folder)}`]),
    "npm install",
    "npm run generate:watch    # and edit spec/*.md",
  ];
  return ["", "next:", ...steps.map((step) => `  ${step}`)].join("\n");
}

async function firstThere(
  paths: readonly string[],
  directory: string,
): Promise<string | undefined> {
  for (const path of paths) if (await isThere(path, directory)) return path;
  return undefined;
}
