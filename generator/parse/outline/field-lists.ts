import type { List } from "mdast";
import type { SourceRange } from "../../source/source.js";
import { sourceOf } from "../../source/text.js";
import type { ParseContext } from "../context.js";
import { linesOf } from "../lines.js";
import { firstLineOf, rangeOf } from "../source.js";

/** An item that begins with the name of a field: `- **amount** integer`, `* userid：编号`. */
const ITEM =
  /^\s*(?:[-*+]|\d+[.)])\s+(?:\[[ x]\]\s+)?(?:(\*\*|__|`)[A-Za-z_][\w.[\]-]*\1|[a-z_][\w.[\]]*(?=\s*(?:[:：(（]|\s[-–—]\s)))/;

/** The definition of a term in the line above: `: String. A name`. */
const DEFINITION = /^:\s+\S/;

/** Reports a list of fields in the place of a table; its text is kept as documentation. */
export function reportFieldList(list: List, context: ParseContext): void {
  const areFields = list.children.every((item) => ITEM.test(firstLine(rangeOf(item, context))));
  if (areFields) report(firstLineOf(list, context), context);
}

/** Reports a definition of a field in the place of a row; of several ones the first. */
export function reportDefinition(
  line: { readonly text: string; readonly range: SourceRange },
  texts: readonly string[],
  context: ParseContext,
): void {
  if (DEFINITION.test(line.text) && !texts.some((text) => DEFINITION.test(text)))
    report(line.range, context);
}

function report(range: SourceRange, context: ParseContext): void {
  const effect = "the text is kept as documentation";
  context.report("unread-content", range, {
    content: "list of fields",
    expected: "a table of them",
    effect,
  });
}

function firstLine(range: SourceRange): string {
  return linesOf(range)[0]?.text ?? sourceOf(range);
}
