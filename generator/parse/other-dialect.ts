import { visit } from "unist-util-visit";
import type { Table } from "mdast";
import { code } from "../source/code.js";
import { collectDiagnostics, hasErrors, type Diagnostic } from "../source/diagnostic.js";
import { closest } from "../source/suggest.js";
import type { ParseContext } from "./context.js";
import { parseMarkdown } from "./markdown.js";
import { kindOf } from "./outline/tables.js";
import { firstLineOf } from "./source.js";

/**
 * Tells in one message that a document is in another dialect: it has no section of its own, and most of its
 * tables are those of fields or values in the other one.
 *
 * @returns nothing where no other dialect fits
 */
export function otherDialectOf(context: ParseContext): readonly Diagnostic[] | undefined {
  const { dialect, source } = context;
  if (dialect.alternatives.length === 0 || hasOwnSection(context)) return undefined;
  const content = parseMarkdown({ ...context, ...collectDiagnostics() });
  const tables: Table[] = [];
  for (const node of content) visit(node, "table", (table) => void tables.push(table));
  for (const other of dialect.alternatives) {
    if (other.sign !== undefined && !new RegExp(other.sign, "mu").test(source.text)) continue;
    const kinds = tables.map((table) => kindOf(table, { ...context, dialect: other }));
    const count = kinds.filter((kind) => kind === "fields" || kind === "values").length;
    const first = tables.find((_, index) => kinds[index] === "fields" || kinds[index] === "values");
    // A lone table of values is documentation in any dialect.
    const isSure = kinds.includes("fields") || hasErrors(context.diagnostics);
    if (first === undefined || !isSure || count * 2 < tables.length) continue;
    const { report, diagnostics } = collectDiagnostics();
    const { name } = other;
    const hint = `pass ${code(`--dialect ${name}`)}, or write ${code(`"dialect": "${name}"`)} in the configuration`;
    const parameters = { count, dialect: name, expected: dialect.name };
    report("other-dialect", { ...firstLineOf(first, context), source }, parameters, { hint });
    return diagnostics;
  }
  return undefined;
}

/** Tells whether a document has a section of its dialect, also if its heading is misspelt. */
function hasOwnSection({ source, dialect }: ParseContext): boolean {
  const { models, calls, callbacks } = dialect.sections;
  // Other generators have a heading `### Models`, but no models in code below it.
  const hasModel = /^ {0,3}#{1,6}[ \t]*`/m.test(source.text);
  return [...source.text.matchAll(/^ {0,3}(#{1,3})[ \t]*([^`\n]{1,40})$/gm)].some(
    ([, { length: level } = "", title = ""]) =>
      (level < 3 || hasModel) && closest(title.trim(), [models, calls, callbacks]) !== undefined,
  );
}
