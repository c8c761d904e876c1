import { CAPTION } from "./blocks.js";
import { plainText } from "./plain.js";
import type { Section } from "./sections.js";

/**
 * Returns a document whose first line is its title as a section below it, without the list of its sections, which
 * a line `目录` begins.
 */
export function titledSection(root: Section): Section {
  const [first, ...blocks] = root.blocks;
  if (first?.kind !== "line") return root;
  const title = { ...first.line, text: first.line.text.trim() };
  const start = blocks.findIndex((block) => block.kind === "line" && isContents(block.line.text));
  const end = start + (blocks[start + 1]?.kind === "list" ? 2 : 1);
  return {
    ...root,
    heading: { kind: "heading", depth: 1, title },
    blocks: start < 0 ? blocks : [...blocks.slice(0, start), ...blocks.slice(end)],
  };
}

function isContents(text: string): boolean {
  return /^(?:目录|contents)$/i.test(plainText(text));
}

/** Returns a section whose lines above tables are lines as others. */
export function withCaptions(section: Section): Section {
  const lines = section.sections
    .filter(isCaption)
    .flatMap(({ heading, blocks }) => [
      ...(heading === undefined ? [] : [{ kind: "line", line: heading.title } as const]),
      ...blocks,
    ]);
  return {
    ...section,
    blocks: [...section.blocks, ...lines],
    sections: section.sections.filter((child) => !isCaption(child)),
  };
}

function isCaption({ heading, role }: Section): boolean {
  return heading?.depth === CAPTION && role === undefined;
}

/** Returns the title by which documentation refers to a section: without words such as `说明` behind it. */
export function referredTitle({ name }: Section, title: string): string {
  return name ?? plainText(title).replace(/(?:字段|参数|对象)?(?:说明|描述|定义)?[\s:：]*$/, "");
}
