import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { Document } from "../../model/api.js";
import { groupBy } from "../../source/collections.js";
import type { Files, Specification } from "../output.js";
import { callSection } from "./call.js";
import { callbackSection } from "./callback.js";
import type { PackageCode } from "./code.js";
import { anchorOf, declarationSection } from "./declaration.js";
import { diagramOf } from "./diagram.js";
import { isCall, Links, type Part, type Target } from "./links.js";
import { page, pageTitle, type Site } from "./page.js";
import { plainText, prose } from "./prose.js";
import { searchEntries } from "./search.js";
import { variantsIn } from "./variants.js";
import { words, type Language } from "./words.js";

interface SiteOptions {
  readonly title: string;
  /** The language of the pages; default that of the documents. */
  readonly language: Language | undefined;
  /** The style sheet and the script of the pages, by their file names. */
  readonly assets: Files;
  readonly code: PackageCode;
}

/** A drawing of two braces, for the tabs of browsers. */
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">
  <rect width="16" height="16" rx="3" fill="#0b5fc1" />
  <text x="8" y="12" text-anchor="middle" font-family="monospace" font-size="11" fill="#fff">{}</text>
</svg>
`;

/** Makes the site: the texts of its files by their paths. It depends on nothing but what it is given. */
export async function makeSite(
  { api, index }: Specification,
  { title, language, assets, code }: SiteOptions,
): Promise<Files> {
  const links = new Links(api, index, code, words[language ?? languageOf(api.documents)]);
  const site: Site = { title, documents: api.documents, links };
  const files = new Map(assets).set("icon.svg", ICON);
  files.set(
    "index.html",
    page(site, undefined, { content: homeOf(site), counts: countsText(links.targets, links) }),
  );
  for (const document of api.documents) {
    const content = await topicOf(document, links);
    files.set(
      links.pageFileOf(document),
      page(site, document, { content, counts: countsText(links.targetsOf(document), links) }),
    );
  }
  // A script, as a page that is opened as a file may not fetch.
  const entries = searchEntries(links);
  const data = { entries, variants: variantsIn(entries.map(({ text }) => text).join("")) };
  files.set("search.js", `window.searchData = ${json(data)};\n`);
  return files;
}

/** Returns a value as JSON that can stand in a script. */
function json(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

/** Returns the language that most documents are written in. */
function languageOf(documents: readonly Document[]): Language {
  return documents.filter(isChinese).length * 2 >= documents.length ? "zh" : "en";
}

function isChinese({ title, documentation, declarations, calls }: Document): boolean {
  const items = [...declarations, ...calls].map((item) => item.documentation);
  return /\p{Script=Han}/u.test([title, documentation, ...items].join("\n"));
}

async function topicOf(document: Document, links: Links): Promise<ElementContent[]> {
  const own = links.targetsOf(document);
  const parts = links.partsOf(document);
  const diagram = await diagramOf(document, links);
  return [
    h("header", { class: "topic" }, [
      h("h1", pageTitle(document, links)),
      h("p", { class: "meta" }, [h("code", document.path), h("span", countsText(own, links))]),
      h("div", { class: "prose" }, prose(document.documentation)),
    ]),
    ...(diagram === undefined ? [] : [figure(diagram, links)]),
    ...(parts.length === 0
      ? own.map((target) => targetSection(target, links))
      : parts.map((part) => partSection(part, links))),
  ];
}

/** The section of a topic in a document with several. */
function partSection({ title, anchor, targets }: Part, links: Links): Element {
  return h("section", { id: anchor, class: "part" }, [
    h("h2", [title, " ", h("a", anchorOf(title, anchor, links), "#")]),
    h("p", { class: "meta" }, h("span", countsText(targets, links))),
    ...targets.map((target) => targetSection(target, links)),
  ]);
}

function targetSection(target: Target, links: Links): Element {
  const { item } = target;
  if (item.kind === "callback") return callbackSection(target, item, links);
  return isCall(item) ? callSection(target, item, links) : declarationSection(target, links);
}

function figure(svg: string, { words }: Links): Element {
  return h("details", { class: "diagram", open: true }, [
    h("summary", words.references),
    h("div", { class: "drawing" }, [{ type: "raw", value: svg } as never]),
  ]);
}

/** Every document with all that it declares. */
function homeOf({ title, documents, links }: Site): ElementContent[] {
  return [
    h("header", { class: "topic" }, [
      h("h1", title),
      h("p", { class: "meta" }, h("span", countsText(links.targets, links))),
    ]),
    ...documents.map((document) => {
      const own = links.targetsOf(document);
      const parts = links.partsOf(document);
      return h("section", { class: "entry" }, [
        h("h2", h("a", { href: links.pageOf(document) }, pageTitle(document, links))),
        h("p", { class: "meta" }, [h("code", document.path), h("span", countsText(own, links))]),
        h("div", { class: "prose" }, prose(document.documentation)),
        ...(parts.length === 0
          ? [indexOf(own, links)]
          : parts.flatMap(({ title: topic, anchor, targets }) => [
              h(
                "h3",
                h("a", { href: `${links.pageOf(document)}#${encodeURIComponent(anchor)}` }, topic),
              ),
              indexOf(targets, links),
            ])),
      ]);
    }),
  ];
}

function indexOf(targets: readonly Target[], links: Links): Element {
  const entries = targets.map((target) => indexEntry(target, links));
  return h("ul", { class: "index" }, entries);
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

/** The kinds of targets in the order in which a page counts them. */
const KINDS = ["call", "callback", "model", "enum", "alias", "constant"] as const;

function countsText(targets: readonly Target[], { words: { count, and } }: Links): string {
  const counts = groupBy(targets, ({ item }) => item.kind);
  return KINDS.flatMap((kind) => {
    const found = counts.get(kind)?.length;
    return found === undefined ? [] : [count(found, kind)];
  }).join(and);
}
