import { instance } from "@viz-js/viz";
import { eastAsianWidth } from "get-east-asian-width";
import type { Document } from "../../model/api.js";
import { referencesOf, type Links } from "./links.js";

/** The size of the letters, in points; the style sheet has the same. */
const FONT_SIZE = 11;

/** More types, or more references between them, make no picture; Graphviz takes long to find that out. */
const MOST = 120;
const MOST_EDGES = 400;

/**
 * How the types of a module refer to each other, as SVG: each leads to its section. Graphviz draws it,
 * and a style sheet gives it the colours of the page.
 *
 * @returns nothing where no type refers to another
 */
export async function diagramOf(document: Document, links: Links): Promise<string | undefined> {
  const own = document.declarations.filter(({ kind }) => kind !== "constant");
  const identifierOf = (name: string) => links.code.nameOf(`declaration ${name}`);
  const byIdentifier = new Map<string, string>();
  const edges = own.flatMap((item) => {
    return [...new Set(referencesOf(item))].map((name) => {
      const [from, to] = [identifierOf(item.name), identifierOf(name)];
      byIdentifier.set(from, item.name).set(to, name);
      return { from, to };
    });
  });
  if (edges.length === 0 || own.length > MOST || edges.length > MOST_EDGES) return undefined;
  const shown = [...new Set(edges.flatMap(({ from, to }) => [from, to]))].toSorted();
  const viz = await instance();
  const svg = viz.renderString(
    {
      graphAttributes: {
        rankdir: "LR",
        bgcolor: "transparent",
        nodesep: 0.15,
        ranksep: 0.5,
        pad: 0.1,
      },
      nodeAttributes: {
        shape: "box",
        style: "rounded",
        fontname: "sans-serif",
        fontsize: FONT_SIZE,
        height: 0.3,
        margin: "0.12,0.04",
      },
      edgeAttributes: { arrowsize: 0.6 },
      nodes: shown.map((name) => {
        const target = links.target(byIdentifier.get(name) ?? "");
        const kind = target?.item.kind ?? "model";
        const isForeign = target?.document !== document;
        return {
          name,
          attributes: {
            ...(target && { URL: links.addressOf(target) }),
            tooltip: name,
            width: boxWidth(name),
            class: isForeign ? `${kind} foreign` : kind,
          },
        };
      }),
      edges: edges.map(({ from, to }) => ({ tail: from, head: to })),
    },
    { format: "svg" },
  );
  // The prologue before the element is for a file of its own.
  return svg.slice(svg.indexOf("<svg")).replaceAll("xlink:href", "href").trim();
}

/** The width of a box in inches: Graphviz does not know the letters of the page, each as wide as another. */
function boxWidth(name: string): number {
  const columns = [...name].reduce((sum, one) => sum + eastAsianWidth(one.codePointAt(0) ?? 0), 0);
  return (columns * FONT_SIZE * 0.62 + 14) / 72;
}
