import type { Heading, RootContent } from "mdast";

/** A heading and what stands below it, up to the next heading of its depth. */
export interface Section {
  readonly heading: Heading;
  readonly content: readonly RootContent[];
}

/** Content cut at the headings of one depth. */
interface Sections {
  /** The content before the first heading of that depth. */
  readonly lead: readonly RootContent[];
  readonly sections: readonly Section[];
}

/** Cuts content at its headings of one depth; deeper and higher ones stay where they are. */
export function splitAtHeadings(
  content: readonly RootContent[],
  depth: Heading["depth"],
): Sections {
  const lead: RootContent[] = [];
  const sections: { heading: Heading; content: RootContent[] }[] = [];
  for (const node of content) {
    if (node.type === "heading" && node.depth === depth)
      sections.push({ heading: node, content: [] });
    else (sections.at(-1)?.content ?? lead).push(node);
  }
  return { lead, sections };
}
