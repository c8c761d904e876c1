import { basename, extname, resolve } from "node:path";
import { draftSpec, draftValue, type SpecDraft } from "../project/draft.js";
import { readInput, type InputOptions } from "../read/input.js";
import { isThere } from "../read/documents.js";
import { readText, ReadError } from "../read/text.js";
import { prettyDifferences } from "../report/changes.js";
import { printable } from "../source/code.js";
import type { Diagnostic } from "../source/diagnostic.js";
import { writeProject } from "../write/project.js";
import { EXIT, type Context, type ExitStatus } from "./context.js";
import { reportConfig, reportOf } from "./report.js";

export interface DraftOptions extends InputOptions {
  /** The folder of the drafts; absent for standard output. */
  readonly out?: string | undefined;
}

/** Writes documents of the dialect `go` that say the same as documents of another one, or as a description. */
export async function draft(
  { out, ...options }: DraftOptions,
  context: Context,
): Promise<ExitStatus> {
  const { directory, messages, output } = context;
  const [path = "", ...others] = options.spec ?? [];
  if (isDescription(path) && others.length > 0)
    throw new ReadError(`Unexpected ${others.length + 1} files, expected one that is not Markdown`);
  let result: SpecDraft;
  if (isDescription(path)) result = await draftFile(path, directory);
  else {
    const input = await readInput(directory, options);
    if ("diagnostics" in input) return reportConfig(input.diagnostics, "pretty", context);
    result = draftSpec(input.specFiles, input.settings);
  }
  await writeMessages(result, context);
  const { files, faults, differences } = result;
  if (files.size === 0) return EXIT.invalidSpec;
  if (out === undefined) output.write([...files.values()].join("\n").trimEnd());
  else {
    const folder = resolve(directory, out);
    for (const path of files.keys())
      if (await isThere(path, folder))
        throw new ReadError(
          `Unexpected file ${path} in ${out}, expected none: drafts replace nothing`,
        );
    writeProject(folder, files, new Map());
    const lines = [...files.keys()].map((path) => `  added   ${printable(path)}`);
    output.write([`drafts in ${printable(out)}`, ...lines].join("\n"));
  }
  if (differences !== undefined) messages.write(prettyDifferences(differences, messages.hasColors));
  return faults.length === 0 ? EXIT.done : EXIT.invalidSpec;
}

/** Whether a file has a description in OpenAPI, a schema or an example. */
function isDescription(path: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(path);
}

/** @throws {ReadError} if the file is neither JSON nor YAML */
async function draftFile(path: string, directory: string): Promise<SpecDraft> {
  const text = await readText(resolve(directory, path));
  const { yamlValue } = await import("../yaml-text.js");
  let value: unknown;
  try {
    value = yamlValue(text);
  } catch (error) {
    const [message = ""] = (error as Error).message.split("\n", 1);
    const reason = message.replace("Maximum call stack size exceeded", "too many levels");
    throw new ReadError(`Unexpected content of ${path}, expected JSON or YAML: ${reason}`);
  }
  if (typeof value === "object" && value !== null && "swagger" in value)
    throw new ReadError(`Unexpected description in Swagger 2 ${path}, expected OpenAPI 3`);
  return draftValue(value, basename(path, extname(path)));
}

/** Writes what there is to report about the documents, and then about the drafts. */
async function writeMessages(
  { diagnostics, faults, counts, notes = [] }: SpecDraft,
  context: Context,
): Promise<void> {
  const write = async (list: readonly Diagnostic[]) => {
    const report = await reportOf(list, counts, { reporter: "pretty" }, context);
    context.messages.write(report.messages);
  };
  for (const note of notes) context.messages.write(printable(note));
  await write(diagnostics);
  if (faults.length > 0)
    context.messages.write("The drafts have errors, which are to be mended in them:");
  await write(faults);
}
