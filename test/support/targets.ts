import { checkProject, type ReadingOptions } from "../../generator/project/check.js";
import { placeOf, type Target } from "../../generator/project/config/targets.js";
import { NO_COUNTS } from "../../generator/project/counts.js";
import { documentOf } from "../../generator/project/documents.js";
import { emitOutput } from "../../generator/project/generate.js";
import { joinDiagnostics } from "../../generator/project/suppress.js";
import { configureTarget } from "../../generator/project/targets.js";
import { hasErrors, type Diagnostic } from "../../generator/source/diagnostic.js";
import type { SpecFile } from "../../generator/source/spec-file.js";
import { printed } from "./printed.js";
import { templates } from "./templates.js";

/** Makes several outputs of one specification; the paths of their files begin with their folders. */
export async function generateTargets(
  specFiles: readonly SpecFile[],
  targets: readonly Target[],
  options: ReadingOptions,
) {
  const config = options.configFile && documentOf(options.configFile);
  const works = targets.map(({ options: target, out }) => {
    const place = placeOf(target.target, out);
    const output = configureTarget(target, config, place.file);
    return { place, checked: checkProject(specFiles, [output], options) };
  });
  const diagnostics: readonly Diagnostic[] = joinDiagnostics(works.map(({ checked }) => checked));
  const files = new Map<string, string>();
  for (const { place, checked } of hasErrors(diagnostics) ? [] : works) {
    const [prepared] = checked.prepared;
    if (prepared === undefined) throw new Error("no output was prepared");
    const { file } = place;
    const made = await emitOutput(prepared, checked.drafts, { templates, memo: printed, file });
    const folder = place.folder.replace(/^\.?\/?/, "").replace(/([^/])$/, "$1/");
    for (const [path, text] of made) files.set(folder + path, text);
  }
  return { diagnostics, files, counts: works[0]?.checked.counts ?? NO_COUNTS };
}
