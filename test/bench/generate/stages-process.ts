/** A process that runs each stage of the tool once, in its working directory, and tells the times. */
import { performance } from "node:perf_hooks";
import process from "node:process";
import { emitSdk } from "../../../generator/outputs/typescript/emit/sdk.js";
import type { DocumentDraft } from "../../../generator/parse/draft.js";
import type { SpecFile } from "../../../generator/source/spec-file.js";
import { readInput } from "../../../generator/read/input.js";
import { linkApi } from "../../../generator/link/api.js";
import { Settings } from "../../../generator/outputs/typescript/plan/settings.js";
import { preparePackage } from "../../../generator/outputs/typescript/prepare.js";
import { parseDocument } from "../../../generator/parse/document.js";
import { printFiles } from "../../../generator/outputs/typescript/print/files.js";
import { readTemplates } from "../../../generator/read/templates.js";
import { writeOutput } from "../../../generator/write/output.js";
import { reasonOf } from "../../../generator/source/diagnostic.js";
import type { StageName, StageTimes } from "./stage-names.js";

// The clock has been running since the process was started, and the imports are done.
const times: Partial<Record<StageName, number>> = {
  "start Node.js and load the tool": performance.now(),
};

async function timed<Result>(
  stage: StageName,
  run: () => Result | Promise<Result>,
): Promise<Result> {
  const start = performance.now();
  const result = await run();
  times[stage] = performance.now() - start;
  return result;
}

const [, , templateFolder = ""] = process.argv;
const [input, templates] = await timed("read", async () => [
  await readInput(process.cwd(), {}),
  await readTemplates(templateFolder),
]);
if ("diagnostics" in input) {
  throw new Error(`Unexpected configuration: ${input.diagnostics.map(reasonOf).join("; ")}`);
}
const { specFiles, settings, targets } = input;
const drafts = await timed("parse", () => specFiles.map(parse));
const packageSettings = new Settings(settings);
const specification = await timed("link", () => {
  return linkApi(drafts, { unresolved: "error", isExternal }).value;
});
const { value: plan } = await timed("plan", () => {
  return preparePackage(specification, { settings: packageSettings });
});
const emitted = await timed("emit", () => emitSdk(plan, templates));
await timed("load ts-morph", () => import("ts-morph"));
await timed("load prettier", async () => {
  await import("prettier/standalone");
  await import("prettier/plugins/babel");
  await import("prettier/plugins/estree");
});
const files = await timed("print", () => printFiles(emitted));
await timed("write", () => writeOutput(targets[0]?.out ?? "generated", files));

function isExternal(name: string): boolean {
  return packageSettings.external(name) !== undefined;
}

function parse({ path, value }: SpecFile): DocumentDraft {
  return parseDocument({ path, text: value }).value;
}

console.log(JSON.stringify(times satisfies Partial<StageTimes>));
