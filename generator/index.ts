/**
 * The generator as a library: the same as the command line, without a process.
 *
 * @module
 */
export { checkSpec, type CheckOptions, type CheckResult } from "./project/check.js";
export { checkConfig, defineConfig } from "./project/config/config.js";
export type { Config, OutputConfig, PackageConfig } from "./project/config/type.js";
export type { DialectConfig, DialectName, DialectSetting } from "./dialect/config.js";
export { diffSpecs, type DiffResult } from "./project/compare.js";
export { generate, type GenerateOptions, type GenerateResult } from "./project/generate.js";
export type { Change, Impact, Release } from "./compare/change.js";
export type { Counts } from "./model/api.js";

export type { PackageSettings, RenameSettings } from "./outputs/typescript/options.js";
export type { Difference } from "./write/difference.js";
export type { EmitContext, Files, Memo } from "./outputs/output.js";
export type { SpecFile } from "./source/spec-file.js";
export { readConfig } from "./read/config.js";
export { readDocuments } from "./read/documents.js";
export { readTemplates } from "./read/templates.js";
export { ReadError } from "./read/text.js";
export { hasErrors, type Diagnostic, type RelatedPlace, type Result } from "./source/diagnostic.js";
export type { RuleLevels } from "./source/grade.js";
export type { Source, SourceRange } from "./source/source.js";
export { diagnosticsOf, type JsonDiagnostic } from "./report/json.js";
export { prettyReport } from "./report/pretty.js";
export { compareOutput } from "./write/compare.js";
export { WriteError } from "./write/error.js";
export { writeOutput } from "./write/output.js";
