import { relative, resolve } from "node:path";
import { isThere } from "../read/documents.js";
import { findManager } from "../read/manager.js";
import { nextSteps, packagesOf, sdkName } from "./init-packages.js";
import { CONFIG_FILES } from "../read/config.js";
import { printable } from "../source/code.js";
import { readTexts } from "../read/text.js";
import { writeProject } from "../write/project.js";
import { EXIT, type Context, type ExitStatus } from "./context.js";

/** The conventions of the API, and the language of the example. */
export interface Example {
  readonly profile: "http" | "wecom";
  readonly language: "en" | "zh";
}

interface InitOptions extends Example {
  /** The folder of the new project, relative to the working directory. */
  readonly folder: string;
  /** Generates the package in the new project, where that is wanted at once. */
  readonly generate?: ((directory: string) => Promise<ExitStatus>) | undefined;
  /** The folder of the templates. */
  readonly templates: string;
  /** The version of the tool, which the project then asks for. */
  readonly version: string;
}

/** An `.mjs` file is a module in packages of either type. */
const CONFIG = "md2sdk.config.mjs";

/** The folder of the package that the configuration of a new project names. */
const OUTPUT = "generated";

/** The words of the last lines by language. */
const WORDS = {
  en: {
    project: "A project in",
    added: "  added   ",
    changed: "  changed ",
    kept: "  kept    ",
  },
  zh: {
    project: "新项目：",
    added: "  新增  ",
    changed: "  修改  ",
    kept: "  保留  ",
  },
} as const;

/** A file of a new project. */
interface NewFile {
  readonly template: string;
  readonly path: string;
  /** The files that stand for it if the project has them already. */
  readonly unless: readonly string[];
}

/** The document of each example. */
const DOCUMENTS = { http: "spec/pets.md", wecom: "spec/contact.md" } as const;

function filesOf({ profile, language }: Example): readonly NewFile[] {
  const folder = `${profile}/${language}`;
  const document = DOCUMENTS[profile];
  return [
    { template: `${folder}/${document}`, path: document, unless: ["spec"] },
    { template: `${folder}/${CONFIG}`, path: CONFIG, unless: CONFIG_FILES },
    // npm leaves files of the name `.gitignore` out of a package.
    { template: "gitignore", path: ".gitignore", unless: [".gitignore"] },
    { template: "prettierignore", path: ".prettierignore", unless: [".prettierignore"] },
    { template: "gitattributes", path: ".gitattributes", unless: [".gitattributes"] },
  ];
}

/**
 * Creates a project: a small document, a configuration, scripts and the generated package. Existing
 * files are kept. If the package cannot be generated, the folder is left as it was.
 */
export async function init(
  { folder, templates, version, generate, ...example }: InitOptions,
  context: Context,
): Promise<ExitStatus> {
  const directory = resolve(context.directory, folder);
  const manager = await findManager(directory, context.environment["npm_config_user_agent"]);
  const files = filesOf(example);
  const texts = await readTexts(
    templates,
    files.map(({ template }) => template),
  );
  const added = new Map<string, string>();
  const kept: string[] = [];
  for (const { template, path, unless } of files) {
    const there = await firstThere(unless, directory);
    if (there === undefined) added.set(path, texts.get(template) ?? "");
    else kept.push(there);
  }
  const config = added.get(CONFIG);
  if (config !== undefined) added.set(CONFIG, config.replace("my-sdk", await sdkName(directory)));
  const output = config === undefined ? undefined : OUTPUT;
  const replaced = new Map<string, string>();
  for (const [path, { text, isThere: exists }] of await packagesOf(directory, {
    version,
    output,
    manager,
  })) {
    if (text !== undefined) (exists ? replaced : added).set(path, text);
    else kept.push(path);
  }
  const undo = writeProject(directory, added, replaced);
  const status = await generateOrUndo(directory, generate, undo);
  if (status !== EXIT.done) return status;
  const path = relative(context.directory, directory);
  const words = WORDS[example.language];
  const made = generate === undefined ? [] : [`${OUTPUT}/`];
  const lines = [
    `${words.project} ${printable(path || ".")}`,
    ...[...added.keys(), ...(output === undefined ? [] : made)].map((file) => words.added + file),
    ...[...replaced.keys()].map((file) => words.changed + file),
    ...kept.map((file) => words.kept + file),
    "",
    ...nextSteps(path, { manager, output }, example.language),
  ];
  context.output.write(lines.join("\n"));
  return EXIT.done;
}

async function generateOrUndo(
  directory: string,
  generate: InitOptions["generate"],
  undo: () => void,
): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.usage;
  try {
    status = (await generate?.(directory)) ?? EXIT.done;
    return status;
  } finally {
    if (status !== EXIT.done) undo();
  }
}

async function firstThere(
  paths: readonly string[],
  directory: string,
): Promise<string | undefined> {
  for (const path of paths) if (await isThere(path, directory)) return path;
  return undefined;
}
