import type { DialectSettings } from "../dialect/config.js";
import { linkApi, type UnresolvedMode } from "../link/api.js";
import type { Counts } from "../model/api.js";
import type { ConfiguredOutput, PreparedOutput, Specification } from "../outputs/output.js";
import {
  typescript,
  type PreparedPackage,
  type TypeScriptOptions,
} from "../outputs/typescript/output.js";
import { parseDocument } from "../parse/document.js";
import type { DocumentDraft } from "../parse/draft.js";
import type { Diagnostic } from "../source/diagnostic.js";
import { gradeDiagnostics, type RuleLevels } from "../source/grade.js";
import type { SpecFile } from "../source/spec-file.js";
import { countsOf } from "./counts.js";
import { checkDialects } from "./dialect-settings.js";
import { dialectChooser } from "./dialects.js";
import { checkEnvelopes } from "./envelopes.js";
import { documentOf, inOrder } from "./documents.js";
import { isUnreadable, parseFile, type Parse } from "./sources.js";
import { suppressDiagnostics } from "./suppress.js";

/** How the documents of a specification are read. */
export interface ReadingOptions extends DialectSettings {
  /** The treatment of a type that no document defines; default `error`. */
  readonly unresolved?: UnresolvedMode | undefined;
  /** The severities of rules, where they differ from the default. */
  readonly rules?: RuleLevels | undefined;
  /** The file that the options come from; options without an effect are reported in it. */
  readonly configFile?: SpecFile | undefined;
  /** Parses a document; replace it to cache drafts. */
  readonly parse?: Parse | undefined;
}

export interface CheckOptions extends ReadingOptions, TypeScriptOptions {
  /** Tells whether the output has a file of the user's own, such as a profile; default that it has. */
  readonly hasFile?: ((path: string) => boolean) | undefined;
}

/** A specification, the outputs that it is prepared for, and everything to report about both. */
export interface CheckedProject<Prepared extends PreparedOutput> extends Specification {
  /** The diagnostics of all stages, in the order of the documents' names; those of the configuration are last. */
  readonly diagnostics: readonly Diagnostic[];
  /** The outputs in their order; they must not be emitted if a diagnostic is an error. */
  readonly prepared: readonly Prepared[];
  /** The documents before they were linked. */
  readonly drafts: readonly DocumentDraft[];
  readonly counts: Counts;
}

/** A specification and its package; it must not be emitted if a diagnostic is an error. */
export interface CheckResult extends Omit<CheckedProject<never>, "prepared">, PreparedPackage {}

/**
 * Reads the documents of a specification and prepares outputs of it. The order of the documents does not
 * matter. It never throws on account of a document.
 */
export function checkProject<Prepared extends PreparedOutput>(
  specFiles: readonly SpecFile[],
  outputs: readonly ConfiguredOutput<Prepared>[],
  {
    unresolved = "error",
    rules,
    configFile,
    parse = parseDocument,
    ...settings
  }: ReadingOptions = {},
): CheckedProject<Prepared> {
  const files = inOrder(specFiles);
  const choose = dialectChooser(settings);
  const read = files.map((file) => parseFile(file, parse, choose));
  const drafts = read.flatMap(({ value }) => value ?? []);
  const isExternal = (type: string) => outputs.some((output) => output.isExternal(type));
  const earlier = read.flatMap((result) => result.diagnostics);
  const checked =
    configFile && checkDialects(settings, { drafts, isExternal, config: documentOf(configFile) });
  const isReported = (type: string) => checked?.value.has(type) ?? false;
  const linked = linkApi(drafts, { unresolved, isExternal, isReported, earlier });
  const prepared = outputs.map((output) => output.prepare(linked.value));
  const unreadable = new Set(read.filter(isUnreadable).map(({ value }) => value?.source));
  const later = [linked, ...prepared].flatMap(({ diagnostics }) => diagnostics);
  const diagnostics = [
    ...earlier,
    ...checkEnvelopes(drafts, outputs, choose),
    ...later.filter(({ range }) => !unreadable.has(range.source)),
    ...(checked?.diagnostics ?? []),
  ];
  const sound = drafts.filter(({ source }) => !unreadable.has(source));
  const remaining = suppressDiagnostics(diagnostics, sound);
  return {
    ...linked.value,
    diagnostics: inOrderOf(files, gradeDiagnostics(remaining, rules)),
    prepared: prepared.map(({ value }) => value),
    drafts,
    counts: countsOf(linked.value.api, drafts),
  };
}

/** Reads the documents of a specification and prepares a TypeScript package of it. */
export function checkSpec(
  specFiles: readonly SpecFile[],
  {
    unresolved,
    rules,
    configFile,
    parse,
    dialect,
    dialects,
    hasFile,
    ...options
  }: CheckOptions = {},
): CheckResult {
  const output = typescript.configure(options, configFile && documentOf(configFile), hasFile);
  const checked = checkProject(specFiles, [output], {
    unresolved,
    rules,
    configFile,
    parse,
    dialect,
    dialects,
  });
  const [prepared] = checked.prepared;
  if (prepared === undefined) throw new Error("no output was prepared");
  return { ...checked, ...prepared };
}

/** Sorts diagnostics by the files that they are about; those of one file keep their order. */
function inOrderOf(
  files: readonly SpecFile[],
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  const positions = new Map(files.map(({ path }, position) => [path, position]));
  const positionOf = ({ range }: Diagnostic) => positions.get(range.source.path) ?? files.length;
  return diagnostics.toSorted((one, other) => positionOf(one) - positionOf(other));
}
