import type { Dialect } from "../dialect/dialect.js";
import type { DocumentDraft } from "../parse/draft.js";
import { collectDiagnostics, type Report, type Result } from "../source/diagnostic.js";
import type { Source } from "../source/source.js";
import type { SpecFile } from "../source/spec-file.js";
import type { ChooseDialect } from "./dialects.js";
import { documentOf, normalized } from "./documents.js";

/** Parses a document. */
export type Parse = (source: Source, dialect: Dialect) => Result<DocumentDraft>;

/** Parses a document, and reports a file that is not read as one. */
export function parseFile(
  file: SpecFile,
  parse: Parse,
  choose: ChooseDialect,
): Result<DocumentDraft | undefined> {
  const { report, diagnostics } = collectDiagnostics();
  if (file.unread !== undefined) {
    reportUnread(documentOf(file), file.unread, report);
    return { value: undefined, diagnostics };
  }
  const source = documentOf(file);
  const parsed = parse(source, choose(source, report));
  if (!isUnreadable(parsed)) reportEncoding(file, parsed.value.source, report);
  return { ...parsed, diagnostics: [...parsed.diagnostics, ...diagnostics] };
}

/**
 * Whether a document has merge conflicts, or is in another dialect: most other diagnostics of it would be on
 * account of that.
 */
export function isUnreadable({ diagnostics }: Result<unknown>): boolean {
  return diagnostics[0]?.rule === "merge-conflict" || diagnostics[0]?.rule === "other-dialect";
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
