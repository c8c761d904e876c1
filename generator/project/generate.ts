import { checkSpec, type CheckOptions } from "./check.js";
import { emitSdk } from "../outputs/typescript/emit/sdk.js";
import type { Api, Counts, Module } from "../model/api.js";
import type { DocumentDraft } from "../model/draft.js";
import type { EmittedFile, SpecFile, Templates } from "../model/files.js";
import type { PackageSettings } from "../model/settings.js";
import { MANIFEST_PATH, manifestOf } from "./manifest.js";
import { printFiles, type OnPrint, type PrintedTexts } from "../outputs/typescript/print/files.js";
import { hasErrors, type Diagnostic } from "../source/diagnostic.js";
import { nameOf } from "../source/source.js";

export interface GenerateOptions extends CheckOptions {
  readonly templates: Templates;
  /** The name and the version of the package, in place of the template's. */
  readonly package?: PackageSettings | undefined;
  /** Makes the files of a module, for who keeps them. */
  readonly emit?: ((module: Module) => EmittedFile[]) | undefined;
  /** What an earlier run has printed, so that it need not be printed again. */
  readonly printed?: PrintedTexts | undefined;
  /** Is told how many declarations are printed, of how many. */
  readonly onPrint?: OnPrint | undefined;
}

export interface GenerateResult {
  /** The diagnostics of all stages, in the order of the documents' names; those of the configuration are last. */
  readonly diagnostics: readonly Diagnostic[];
  /** Texts of the output by path; empty if a diagnostic is an error. */
  readonly files: ReadonlyMap<string, string>;
  readonly counts: Counts;
  /** The linked documents; they must not be used if a diagnostic is an error. */
  readonly api: Api;
  /** The documents before they were linked: what they say, and where. */
  readonly drafts: readonly DocumentDraft[];
  /** What was printed, by file: the next run need not print it again. */
  readonly printed: ReadonlyMap<string, PrintedTexts>;
}

/**
 * Generates a package: documents in, texts and diagnostics out. The order of the documents does not
 * matter. It never throws on account of a document; what is wrong stands in the diagnostics.
 */
export async function generate(
  specFiles: readonly SpecFile[],
  { templates, package: settings, emit, printed: known, onPrint, ...options }: GenerateOptions,
): Promise<GenerateResult> {
  const checked = checkSpec(specFiles, options);
  if (hasErrors(checked.diagnostics)) return { ...checked, files: new Map(), printed: new Map() };
  const emitted = emitSdk(checked.api, templatesOf(templates, settings), emit);
  const { files, printed } = await printFiles(emitted, known, onPrint);
  const documents = checked.drafts.map(({ source }) => nameOf(source));
  files.set(MANIFEST_PATH, manifestOf([...files.keys()], { documents }));
  return { ...checked, files: new Map([...files].toSorted(byKey)), printed };
}

function templatesOf(templates: Templates, settings: PackageSettings = {}): Templates {
  const { name = templates.package.name, version = templates.package["version"] } = settings;
  return { ...templates, package: { ...templates.package, name, version } };
}

function byKey([one]: readonly [string, string], [other]: readonly [string, string]): number {
  return one < other ? -1 : Number(one > other);
}
