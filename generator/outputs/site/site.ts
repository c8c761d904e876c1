import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { Document } from "../../model/api.js";
import { groupBy } from "../../source/collections.js";
import type { Files, Specification } from "../output.js";
import { callSection } from "./call.js";
import { callbackSection } from "./callback.js";
import type { PackageCode } from "./code.js";
import { declarationSection, KINDS } from "./declaration.js";
import { diagramOf } from "./diagram.js";
import { isCall, Links, type Target } from "./links.js";
import { page, pageTitle, type Site } from "./page.js";
import { plainText, prose } from "./prose.js";
import { searchEntries } from "./search.js";

interface SiteOptions {
  readonly title: string;
  /** The style sheet and the script of the pages, by their file names. */
  readonly assets: Files;
  readonly code: PackageCode;
}

/** Makes the site: the texts of its files by their paths. It depends on nothing but what it is given. */
export async function makeSite(
  { api, index }: Specification,
  { title, assets, code }: SiteOptions,
): Promise<Files> {
  const links = new Links(api, index, code);
  const site: Site = { title, documents: api.documents, links };
  const files = new Map(assets);
  files.set("index.html", page(site, undefined, homeOf(site)));
  for (const document of api.documents) {
    const content = await topicOf(document, links);
    files.set(links.pageFileOf(document), page(site, document, content));
  }
  // A script, as a page that is opened as a file may not fetch.
  const entries = JSON.stringify(searchEntries(links)).replaceAll("<", "\\u003c");
  files.set("search.js", `window.searchEntries = ${entries};\n`);
  return files;
}

async function topicOf(document: Document, links: Links): Promise<ElementContent[]> {
  const own = links.targetsOf(document);
  const diagram = await diagramOf(document, links);
  return [
    h("header", { class: "topic" }, [
      h("h1", pageTitle(document, links)),
      h("p", { class: "meta" }, [h("code", document.path), h("span", countsText(own))]),
      h("div", { class: "prose" }, prose(document.documentation)),
    ]),
    ...(diagram === undefined ? [] : [figure(diagram)]),
    ...own.map((target) => targetSection(target, links)),
  ];
}

function targetSection(target: Target, links: Links): Element {
  const { item } = target;
  if (item.kind === "callback") return callbackSection(target, item, links);
  return isCall(item) ? callSection(target, item, links) : declarationSection(target, links);
}

function figure(svg: string): Element {
  return h("details", { class: "diagram", open: true }, [
    h("summary", "模型之间的引用"),
    h("div", { class: "scroll", tabIndex: 0 }, [{ type: "raw", value: svg } as never]),
  ]);
}

/** Every document with all that it declares. */
function homeOf({ title, documents, links }: Site): ElementContent[] {
  return [
    h("header", { class: "topic" }, [
      h("h1", title),
      h("p", { class: "meta" }, h("span", countsText(links.targets))),
    ]),
    ...documents.map((document) => {
      const own = links.targetsOf(document);
      const entries = own.map((target) => indexEntry(target, links));
      return h("section", { class: "entry" }, [
        h("h2", h("a", { href: links.pageOf(document) }, pageTitle(document, links))),
        h("p", { class: "meta" }, [h("code", document.path), h("span", countsText(own))]),
        h("div", { class: "prose" }, prose(document.documentation)),
        h("ul", { class: "index" }, entries),
      ]);
    }),
  ];
}

function indexEntry(target: Target, links: Links): Element {
  const { name, item } = target;
  const [first = ""] = plainText(item.documentation).split("\n", 1);
  return h("li", { class: item.kind }, [
    h("a", { href: links.addressOf(target) }, h("code", name)),
    " ",
    h("span", first),
  ]);
}

function countsText(targets: readonly Target[]): string {
  const counts = groupBy(targets, ({ item }) => KINDS[item.kind]);
  const names = [...new Set(Object.values(KINDS))].filter((name) => counts.has(name));
  return names.map((name) => `${counts.get(name)?.length} 个${name}`).join("，");
}
