import type { EmitContext, Files, Memo } from "../../output.js";
import type { EmittedFile } from "../files.js";
import type { Line, Unformatted } from "./lines.js";
import { sectionLines } from "./statements.js";
import { STYLE } from "./style.js";

/**
 * Prints the files of a package. Most lines have a form that the printer knows; prettier formats the
 * others, unless the memo has them.
 */
export async function printFiles(
  files: readonly EmittedFile[],
  { memo }: Pick<EmitContext, "memo"> = { memo: new Map() },
): Promise<Files> {
  const printed = files.map((file) => [file.path, partsOf(file)] as const);
  const codes = printed.flatMap(([, parts]) => parts.filter((part) => typeof part !== "string"));
  const texts = await formattedTexts(codes, memo);
  return new Map(
    printed.map(([path, parts]) => {
      return [
        path,
        parts.map((part) => (typeof part === "string" ? part : texts.get(part))).join(""),
      ];
    }),
  );
}

function partsOf(file: EmittedFile): Line[] {
  switch (file.kind) {
    case "text":
      return [file.text];
    case "json":
      return [`${JSON.stringify(file.value, undefined, 2)}\n`];
    case "typescript":
      return file.sections.flatMap((section, index) => {
        const isApart = index > 0 && file.isDense !== true;
        return inParts(isApart ? ["", ...sectionLines(section)] : sectionLines(section));
      });
  }
}

/** Joins lines that follow each other: many texts take more memory than a long one. */
function inParts(lines: readonly Line[]): Line[] {
  const parts: Line[] = [];
  let text = "";
  for (const line of lines) {
    if (typeof line === "string") text += `${line}\n`;
    else {
      parts.push(text, line);
      text = "\n";
    }
  }
  return [...parts, text];
}

/** Formats code with prettier, which is large, and not loaded if all code is known. */
async function formattedTexts(
  codes: readonly Unformatted[],
  memo: Memo,
): Promise<ReadonlyMap<Unformatted, string>> {
  const keys = new Map(codes.map((code) => [code, JSON.stringify([STYLE, code])]));
  const missing = codes.filter((code) => memo.get(keys.get(code) ?? "") === undefined);
  if (missing.length > 0) {
    const { formatCodes } = await import("./printer.js");
    const texts = await formatCodes(missing);
    for (const [index, code] of missing.entries())
      memo.set(keys.get(code) ?? "", texts[index] ?? "");
  }
  return new Map([...keys].map(([code, key]) => [code, memo.get(key) ?? ""]));
}
