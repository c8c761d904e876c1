import { performance } from "node:perf_hooks";
import { checkSpec } from "../project/check.js";
import { makeSite } from "../outputs/site/site.js";
import { pathFrom, readInput, type InputOptions } from "../read/input.js";
import { MANIFEST_PATH, manifestOf } from "../project/manifest.js";
import { readTexts } from "../read/text.js";
import { siteSummary } from "../report/summary.js";
import { hasErrors } from "../source/diagnostic.js";
import { nameOf } from "../source/source.js";
import { writeOutput } from "../write/output.js";
import { EXIT, type Context, type ExitStatus } from "./context.js";
import { folderOf } from "./job.js";
import { refusePart } from "./part.js";
import { reportConfig, reportOf, writeReport, type Reporter } from "./report.js";

export interface DocsOptions extends InputOptions {
  readonly reporter: Reporter;
  readonly title?: string | undefined;
  /** The folder of the style sheet and the script of the pages. */
  readonly assets: string;
}

/** The files that every site has, and every page refers to. */
const ASSETS = ["site.css", "site.js"];

/** Writes a site of what the documents say. */
export async function docs(
  { title, assets, reporter, ...options }: DocsOptions,
  context: Context,
): Promise<ExitStatus> {
  const start = performance.now();
  const input = await readInput(context.directory, options);
  if ("diagnostics" in input) return reportConfig(input.diagnostics, reporter, context);
  const out = options.out ?? pathFrom(context.directory, input.base, "docs");
  const folder = folderOf(out, context.directory);
  refusePart(input, folder, "md2sdk docs");
  const { diagnostics, api, drafts, counts } = checkSpec(input.specFiles, input.settings);
  if (hasErrors(diagnostics)) {
    const report = await reportOf(diagnostics, counts, { reporter }, context);
    writeReport(report, { reporter, text: "" }, context);
    return EXIT.invalidSpec;
  }
  const site = await makeSite(api, drafts, {
    title: title ?? input.settings.package?.name ?? "API",
    assets: await readTexts(assets, ASSETS),
  });
  const origin = {
    documents: drafts.map(({ source }) => nameOf(source)),
    generator: "md2sdk docs",
  } as const;
  site.set(MANIFEST_PATH, manifestOf([...site.keys()], origin));
  const differences = await writeOutput(folder, site);
  const summary = { ...counts, files: site.size, differences };
  const report = await reportOf(diagnostics, summary, { reporter }, context);
  const milliseconds = performance.now() - start;
  const text = siteSummary(out, { files: site.size, differences, milliseconds });
  writeReport(report, { reporter, text }, context);
  return EXIT.done;
}
