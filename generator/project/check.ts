import { settingRange } from "./config/range.js";
import { countsOf } from "./counts.js";
import { documentOf, inOrder, normalized } from "./documents.js";
import { collisionsOf } from "../outputs/typescript/emit/collisions.js";
import type { Api, Counts } from "../model/api.js";
import type { DocumentDraft } from "../model/draft.js";
import type { SpecFile } from "../model/files.js";
import type { ApiSettings } from "../model/settings.js";
import { linkApi, type UnresolvedMode } from "../link/api.js";
import { Settings } from "../link/settings.js";
import { parseDocument } from "../parse/document.js";
import {
  collectDiagnostics,
  type Diagnostic,
  type Report,
  type Result,
} from "../source/diagnostic.js";
import type { Source } from "../source/source.js";

export interface CheckOptions extends ApiSettings {
  /** What to do about a type that no document defines; default `error`. */
  readonly unresolved?: UnresolvedMode | undefined;
  /** The file that the settings come from; what they do not match is reported in it. */
  readonly configFile?: SpecFile | undefined;
  /** Parses a document; replace it to cache drafts. */
  readonly parse?: ((source: Source) => Result<DocumentDraft>) | undefined;
}

export interface CheckResult {
  /** The diagnostics of all stages, in the order of the documents' names; those of the configuration are last. */
  readonly diagnostics: readonly Diagnostic[];
  /** The linked documents; they must not be emitted if a diagnostic is an error. */
  readonly api: Api;
  /** The documents before they were linked: what they say, and where. */
  readonly drafts: readonly DocumentDraft[];
  readonly counts: Counts;
}

/**
 * Reads the documents of a spec and reports what is wrong with them. The order of the documents
 * does not matter. It never throws on account of a document.
 */
export function checkSpec(
  specFiles: readonly SpecFile[],
  { unresolved = "error", configFile, parse = parseDocument, ...apiSettings }: CheckOptions = {},
): CheckResult {
  const settings = new Settings(apiSettings);
  const files = inOrder(specFiles);
  const read = files.map((file) => readFile(file, parse));
  const drafts = read.flatMap(({ value }) => value ?? []);
  const {
    value: api,
    identifiers,
    diagnostics: linking,
  } = linkApi(drafts, { unresolved, settings });
  const { report, diagnostics: checking } = collectDiagnostics();
  identifiers.reportMeetings(collisionsOf(api), report);
  if (configFile !== undefined) reportUnused(settings, documentOf(configFile), report);
  const conflicting = new Set(read.filter(hasConflict).map(({ value }) => value?.source));
  const diagnostics = [
    ...read.flatMap((result) => result.diagnostics),
    ...[...linking, ...checking].filter(({ range }) => !conflicting.has(range.source)),
  ];
  return { diagnostics: inOrderOf(files, diagnostics), api, drafts, counts: countsOf(api) };
}

/** Parses a document, and reports a file that is not read as one. */
function readFile(
  file: SpecFile,
  parse: NonNullable<CheckOptions["parse"]>,
): Result<DocumentDraft | undefined> {
  const { report, diagnostics } = collectDiagnostics();
  if (file.unread !== undefined) {
    reportUnread(documentOf(file), file.unread, report);
    return { value: undefined, diagnostics };
  }
  const parsed = parse(documentOf(file));
  if (!hasConflict(parsed)) reportEncoding(file, parsed.value.source, report);
  return { ...parsed, diagnostics: [...parsed.diagnostics, ...diagnostics] };
}

/** Whether a document has merge conflicts: most other diagnostics of it would be on account of them. */
function hasConflict({ diagnostics }: Result<unknown>): boolean {
  return diagnostics[0]?.rule === "merge-conflict";
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

/** Reports a file that stands among the documents and is not read as one. */
function reportUnread(
  source: Source,
  reason: NonNullable<SpecFile["unread"]>,
  report: Report,
): void {
  const start = { source, start: 0, end: 0 };
  const [suffix = ""] = /(?<=[^/])\.[^./]*$/.exec(source.path) ?? [];
  if (reason === "link") report("broken-link", start, {});
  else report("unread-document", start, { suffix });
}

function reportUnused(settings: Settings, config: Source, report: Report): void {
  for (const { path, speller } of settings.unused()) {
    const hint = speller.suggest(path.at(-1) ?? "");
    report("unused-setting", settingRange(path, config), { path: path.join(".") }, { hint });
  }
  for (const path of settings.ineffective()) {
    const [, of = ""] = path;
    report("ineffective-setting", settingRange(path, config), { path: path.join("."), of });
  }
}

/** Reports a document that is not UTF-8 at the first wrong byte. */
function reportEncoding({ value, encodingError }: SpecFile, source: Source, report: Report): void {
  if (encodingError === undefined) return;
  const { byte, encoding } = encodingError;
  const start = normalized(value.slice(0, encodingError.offset)).length;
  const range = { source, start, end: Math.min(start + 1, source.text.length) };
  const hint =
    encoding === undefined
      ? "the rest of the document is UTF-8"
      : `the document is probably ${encoding}; save it as UTF-8`;
  report("invalid-encoding", range, { byte }, { hint });
}
