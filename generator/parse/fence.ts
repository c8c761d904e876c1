import type { Code } from "mdast";
import type { VFile } from "vfile";
import { report } from "../diagnostics/report.js";
import { parseGoFence } from "../go/fence.js";
import type { DeclarationDraft } from "../ir/draft.js";
import type { SourceRange } from "../ir/source.js";
import { closes } from "./chunks.js";
import { linesOf } from "./lines.js";
import { lostIn } from "./lost.js";
import { rangeOf } from "./source.js";
import { sourceOf } from "../text.js";

/** Reads the declarations of a Go fence; any other code is reported and left out. */
export function declarationsOf(node: Code, file: VFile): DeclarationDraft[] {
  const range = rangeOf(node, file);
  const lines = sourceOf(range).split("\n");
  const [, marker] = /^(`{3,}|~{3,})/.exec(lines[0] ?? "") ?? [];
  const opening = { ...range, end: range.start + (lines[0] ?? "").length };
  if (marker === undefined) {
    report("skipped-content", opening, { content: "indented code" });
    return [];
  }
  const isClosed = lines.length > 1 && closes(lines.at(-1) ?? "", marker);
  if (!isClosed) reportUnclosed(opening, marker);
  if (!isGo(node)) {
    if (isClosed) reportSkipped(innerRangeOf(range, lines), node.lang ?? "", opening);
    return [];
  }
  return parseGoFence(innerRangeOf(range, isClosed ? lines : [...lines, ""]));
}

/** Reports a fence that is left out: as an error if it holds a part of the specification. */
function reportSkipped(content: SourceRange, language: string, opening: SourceRange): void {
  const suspicion = language === "" ? "high" : PROSE.test(language) ? "middle" : "low";
  const lost = lostIn(linesOf(content), suspicion);
  if (lost === undefined) {
    report("skipped-fence", opening, { language });
    return;
  }
  const parameters = { content: `${lost.content} in a fence`, expected: "it outside of the fence" };
  const related = [{ range: opening, message: "the fence begins here" }];
  report("misplaced-content", lost.line.range, parameters, { related });
}

/** Languages that say nothing about what the fence holds. */
const PROSE = /^(?:plain|plaintext|text|txt|md|mdx|markdown|csv|tsv|table)$/i;

/** Names the headings that the fence takes in, up to its end or that of the document. */
function reportUnclosed(opening: SourceRange, marker: string): void {
  const rest = String(opening.file)
    .slice(opening.end + 1)
    .split("\n");
  const end = rest.findIndex((line) => closes(line, marker));
  const lines = end === -1 ? rest : rest.slice(0, end);
  const headings = lines.filter((line) => /^#{1,3} /.test(line)).map((line) => line.trim());
  const hint = `add a line ${marker}`;
  report("unclosed-fence", opening, { lines: lines.length + 1, headings }, { hint });
}

/** Whether a fence says that it holds Go. */
export function isGo(node: Code): boolean {
  return /^go(lang)?$/i.test(node.lang ?? "");
}

/** What stands between the opening and the closing line, as it stands: indentation is nothing to Go. */
function innerRangeOf(range: SourceRange, lines: readonly string[]): SourceRange {
  const start = range.start + (lines[0] ?? "").length + 1;
  return { ...range, start, end: Math.max(start, range.end - (lines.at(-1) ?? "").length) };
}
