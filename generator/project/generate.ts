import type { EmitContext, Files, PreparedOutput } from "../outputs/output.js";
import { byUnits } from "../source/collections.js";
import { hasErrors } from "../source/diagnostic.js";
import { documentName, type Source } from "../source/source.js";
import type { SpecFile } from "../source/spec-file.js";
import { checkSpec, type CheckOptions, type CheckResult } from "./check.js";
import { manifestOf, manifestPathOf, type Origin } from "./manifest.js";

export interface GenerateOptions extends CheckOptions, Pick<EmitContext, "templates"> {
  readonly memo?: EmitContext["memo"] | undefined;
}

export interface GenerateResult extends CheckResult {
  /** Texts of the output by path; empty if a diagnostic is an error. */
  readonly files: Files;
}

/**
 * Generates a package: documents in, texts and diagnostics out. The order of the documents does not
 * matter. It never throws on account of a document; the diagnostics say what is wrong.
 */
export async function generate(
  specFiles: readonly SpecFile[],
  { templates, memo = new Map(), ...options }: GenerateOptions,
): Promise<GenerateResult> {
  const checked = checkSpec(specFiles, options);
  if (hasErrors(checked.diagnostics)) return { ...checked, files: new Map() };
  const files = await emitOutput(checked, checked.drafts, { templates, memo });
  return { ...checked, files };
}

/** Makes the files of an output, with the manifest that lists them. */
export async function emitOutput(
  output: PreparedOutput,
  drafts: readonly { readonly source: Source }[],
  { generator, file, ...context }: EmitContext & Pick<Origin, "generator" | "file">,
): Promise<Files> {
  const files = new Map(await output.emit(context));
  const documents = drafts.map(({ source }) => documentName(source));
  files.set(
    manifestPathOf(file),
    manifestOf([...files.keys()], { documents, file, ...(generator && { generator }) }),
  );
  return new Map([...files].toSorted(([one], [other]) => byUnits(one, other)));
}
