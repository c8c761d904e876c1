import type { Nodes, RootContent } from "mdast";
import type { Chunk } from "./chunks.js";

/** Where a text stands: the UTF-16 units and the lines before it. */
type Place = Pick<Chunk, "offset" | "line">;

interface ParsedChunk {
  readonly place: Place;
  readonly content: RootContent[];
}

/**
 * The chunks of the document that was parsed last: an author who saves it again has changed one of
 * them, and moved others.
 */
export class KnownChunks {
  #path = "";
  #parsed = new Map<string, ParsedChunk[]>();

  /**
   * The content of the chunks of a document. A chunk whose text is known is not parsed again: its
   * content is moved to where it stands now, and is that of the earlier document no more.
   */
  contentOf(
    path: string,
    chunks: readonly Chunk[],
    parse: (chunk: Chunk) => RootContent[],
  ): RootContent[] {
    const known = path === this.#path ? this.#parsed : new Map<string, ParsedChunk[]>();
    this.#path = path;
    this.#parsed = new Map();
    return chunks.flatMap((chunk) => {
      const { text, offset, line } = chunk;
      const { content, place } = known.get(text)?.pop() ?? { content: parse(chunk), place: chunk };
      move(content, { offset: offset - place.offset, line: line - place.line });
      const same = this.#parsed.get(text) ?? [];
      same.push({ content, place: { offset, line } });
      this.#parsed.set(text, same);
      return content;
    });
  }
}

/** Moves nodes, each of which has points of its own. */
export function move(nodes: readonly RootContent[], { offset, line }: Place): void {
  if (offset === 0 && line === 0) return;
  // There are many, and a library that visits them keeps the path to each.
  const open: Nodes[] = [...nodes];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const { start, end } = node.position ?? {};
    for (const point of [start, end]) {
      if (point === undefined) continue;
      point.line += line;
      point.offset = (point.offset ?? 0) + offset;
    }
    if ("children" in node) for (const child of node.children) open.push(child);
  }
}
