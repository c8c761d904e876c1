import type { Dialect, HeadingPattern, HeadingRole } from "../../dialect/dialect.js";
import type { SourceText } from "../../source/source.js";
import { BOLD, type Block, type HeadingBlock } from "./blocks.js";
import { endpointIn } from "./endpoint.js";
import { plainTitle, withoutEnd } from "./plain.js";
import { statusIn } from "./statuses.js";

/** A heading with everything below it. */
export interface Section {
  /** Absent for the document. */
  readonly heading?: HeadingBlock;
  /** The role that the heading has by its words; absent if it names something. */
  readonly role?: HeadingRole;
  /** The heading of the object that the section is a part of. */
  readonly parent?: SourceText;
  /** The name that a pattern takes from the heading. */
  readonly name?: string;
  /** The blocks above the first heading in the section. */
  readonly blocks: readonly Exclude<Block, HeadingBlock>[];
  readonly sections: readonly Section[];
}

interface OpenSection extends Section {
  readonly blocks: Exclude<Block, HeadingBlock>[];
  readonly sections: OpenSection[];
}

/** Puts blocks below their headings, and tells the role of each heading. */
export function sectionsOf(blocks: readonly Block[], dialect: Dialect): Section {
  const root: OpenSection = { blocks: [], sections: [] };
  const open = [root];
  const depthOf = ({ heading }: Section) => heading?.depth ?? 0;
  for (const block of blocks) {
    if (block.kind !== "heading") {
      open.at(-1)?.blocks.push(block);
      continue;
    }
    while (open.length > 1 && depthOf(open.at(-1) ?? root) >= block.depth) open.pop();
    const section = { heading: block, ...meaningOf(block, dialect), blocks: [], sections: [] };
    const above = open.at(-1) ?? root;
    (callBeside(section, above) ?? above).sections.push(section);
    open.push(section);
  }
  return root;
}

/** Returns the call whose heading is right above the one of its request or response, at the same level. */
function callBeside({ role, heading }: Section, above: OpenSection): OpenSection | undefined {
  const last = above.sections.at(-1);
  if ((role !== "request" && role !== "response") || last?.heading?.depth !== heading?.depth)
    return undefined;
  const { method, path } = last?.heading === undefined ? {} : endpointIn(last.heading.title);
  return last?.role === undefined && method !== undefined && path !== undefined ? last : undefined;
}

function meaningOf(
  { title, depth }: HeadingBlock,
  { headings }: Dialect,
): Pick<Section, "role" | "name"> {
  const text = wordsOfHeading(title.text);
  const word = text.toLowerCase();
  // An empty heading begins nothing.
  if (/^#*$/.test(word)) return { role: "root" };
  // The number of a heading is no status.
  const status = statusIn(plainTitle(title.text).trim());
  if (headings.titles.errors !== undefined && status !== undefined) {
    if (/^[45]/.test(status)) return { role: "errors" };
    if (status.startsWith("2")) return { role: "response" };
  }
  for (const [role, titles = []] of Object.entries(headings.titles)) {
    if (titles.includes(word)) return { role: role as HeadingRole };
  }
  for (const pattern of headings.patterns) {
    const { role, name } = pattern;
    const found = expressionOf(pattern).exec(text);
    if (found !== null) return { role, ...(name !== undefined && { name: fill(name, found) }) };
  }
  return depth === BOLD && headings.bold !== undefined ? { role: headings.bold } : {};
}

/** Returns the text of a heading that titles and patterns are compared with. */
export function wordsOfHeading(title: string): string {
  return withoutEnd(plainTitle(title)).replace(/^[\d.、\s]+(?=\S)/, "");
}

const expressions = new Map<string, RegExp>();

/** Returns the regular expression of a pattern. */
export function expressionOf({ match, matchCase = false }: HeadingPattern): RegExp {
  const flags = matchCase ? "u" : "iu";
  const key = `${flags} ${match}`;
  const expression = expressions.get(key) ?? new RegExp(match, flags);
  expressions.set(key, expression);
  return expression;
}

function fill(template: string, groups: RegExpExecArray): string {
  return template.replaceAll(/\$(\d)/g, (_, index: string) => groups[Number(index)] ?? "");
}

/** Returns the status of HTTP that the heading of a section names. */
export function statusOf({ heading }: Section): string | undefined {
  return heading === undefined ? undefined : statusIn(plainTitle(heading.title.text).trim());
}
