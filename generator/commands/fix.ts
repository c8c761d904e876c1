import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from "diff";
import { parseDocument } from "../parse/document.js";
import { fixTexts, withSuggestions, type CheckTexts, type Texts } from "../project/fix.js";
import type { InputWithContext } from "../read/input.js";
import type { FixCounts } from "../report/summary.js";
import { printable } from "../source/code.js";
import { isPlainFile, replaceDocument } from "../write/documents.js";
import type { Context } from "./context.js";

/**
 * Applies the edits of messages to the documents that were asked for; documents that are not UTF-8, or that a
 * link leads to, stay as they are.
 *
 * @param isDry whether the differences are printed, and nothing is written
 * @param isSuggesting whether suggestions are applied as well
 * @returns the inputs with the new texts, and the number of messages whose edits were applied
 */
export function fixInputs(
  inputs: readonly InputWithContext[],
  check: (inputs: readonly InputWithContext[]) => ReturnType<CheckTexts>,
  {
    isDry,
    isSuggesting,
    context,
  }: { readonly isDry: boolean; readonly isSuggesting: boolean; readonly context: Context },
): { readonly inputs: readonly InputWithContext[]; readonly fixes: FixCounts } {
  const { directory } = context;
  const texts = fixableTexts(inputs, directory);
  const parsing = inputs.map((input) => {
    return { ...input, reading: { ...input.reading, parse: rememberedParse() } };
  });
  const result = fixTexts(texts, (changed) => {
    const found = check(withTexts(parsing, changed));
    return isSuggesting ? withSuggestions(found) : found;
  });
  for (const [path, after] of result.texts) {
    const before = texts.get(path) ?? "";
    if (after === before) continue;
    if (isDry) context.output.write(differenceOf(path, before, after, context));
    else replaceDocument(path, { before, after, directory });
  }
  const documents = new Set(result.fixed.map(({ range }) => range.source.path)).size;
  const fixes = { problems: result.fixed.length, documents };
  return { inputs: withTexts(inputs, result.texts), fixes };
}

/** Parses a document again only if its text has changed. */
function rememberedParse(): typeof parseDocument {
  const known = new Map<string, ReturnType<typeof parseDocument>>();
  return (source, dialect) => {
    const last = known.get(source.path);
    const isSame =
      last?.value.source.text === source.text && last.value.source.name === source.name;
    const result = isSame ? last : parseDocument(source, dialect);
    known.set(source.path, result);
    return result;
  };
}

function fixableTexts(inputs: readonly InputWithContext[], directory: string): Texts {
  const files = inputs.flatMap(({ specFiles, asked }) =>
    specFiles.filter(({ name, path }) => asked?.has((name ?? path).normalize("NFC")) ?? true),
  );
  return new Map(
    files
      .filter(({ unread, encodingError }) => unread === undefined && encodingError === undefined)
      .filter(({ path }) => isPlainFile(path, directory))
      .map(({ path, value }) => [path, value]),
  );
}

function withTexts(inputs: readonly InputWithContext[], texts: Texts): InputWithContext[] {
  return inputs.map((input) => {
    const specFiles = input.specFiles.map((file) => {
      return { ...file, value: texts.get(file.path) ?? file.value };
    });
    return { ...input, specFiles };
  });
}

/** Returns the differences as `diff -u` prints them; a terminal gets no control characters. */
function differenceOf(path: string, before: string, after: string, { output }: Context): string {
  const patch = structuredPatch(`a/${path}`, `b/${path}`, before, after, "", "", { context: 3 });
  const text = formatPatch(patch, FILE_HEADERS_ONLY).trimEnd();
  return output.isTerminal ? text.split("\n").map(printable).join("\n") : text;
}
