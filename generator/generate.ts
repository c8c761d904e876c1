import type { VFile } from "vfile";
import { checkSpec, type CheckOptions } from "./check.js";
import { hasErrors } from "./diagnostics/report.js";
import { emitSdk } from "./emit/sdk.js";
import type { Counts } from "./ir/api.js";
import type { SpecFile, Templates } from "./ir/files.js";
import type { PackageSettings } from "./ir/settings.js";
import { MANIFEST_PATH, manifestOf } from "./manifest.js";
import { printFiles, type PrintedTexts } from "./print.js";

export interface GenerateOptions extends CheckOptions {
  readonly templates: Templates;
  /** The name and the version of the package, in place of the template's. */
  readonly package?: PackageSettings | undefined;
  /** What an earlier run has printed, so that it need not be printed again. */
  readonly printed?: PrintedTexts | undefined;
}

export interface GenerateResult {
  /** The documents in order of their paths, with everything that was reported about them. */
  readonly documents: readonly VFile[];
  /** Texts of the output by path; empty where a document has an error. */
  readonly files: ReadonlyMap<string, string>;
  readonly counts: Counts;
  /** What the next run need not print again. */
  readonly printed: PrintedTexts;
}

/**
 * Generates a package: documents in, texts and messages out. The order of the documents does not
 * matter. It never throws on account of a document; what is wrong stands in the messages.
 */
export async function generate(
  specFiles: readonly SpecFile[],
  { templates, package: packageSettings, printed: known = new Map(), ...options }: GenerateOptions,
): Promise<GenerateResult> {
  const { documents, api, counts } = checkSpec(specFiles, options);
  if (hasErrors(documents)) return { documents, files: new Map(), counts, printed: known };
  const emitted = emitSdk(api, templatesOf(templates, packageSettings));
  const { files, printed } = await printFiles(emitted, known);
  files.set(MANIFEST_PATH, manifestOf([...files.keys()]));
  return { documents, files: new Map([...files].toSorted(byKey)), counts, printed };
}

function templatesOf(templates: Templates, settings: PackageSettings = {}): Templates {
  const { name = templates.package.name, version = templates.package["version"] } = settings;
  return { ...templates, package: { ...templates.package, name, version } };
}

function byKey([one]: readonly [string, string], [other]: readonly [string, string]): number {
  return one < other ? -1 : Number(one > other);
}
