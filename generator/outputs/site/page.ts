import type { Element, ElementContent, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import type { Document } from "../../model/api.js";
import type { Links, Target } from "./links.js";
import { plainText } from "./prose.js";
import type { Words } from "./words.js";

/** The parts that all pages of a site share. */
export interface Site {
  readonly title: string;
  readonly documents: readonly Document[];
  readonly links: Links;
}

/** Chooses the colours before anything is shown, so that nothing flashes. */
const THEME = `try{const t=localStorage.getItem("theme");if(t)document.documentElement.dataset.theme=t}catch{}`;

/** The content of a page, and how many things it describes. */
interface PageContent {
  readonly content: readonly ElementContent[];
  readonly counts: string;
}

/** A page of the site as HTML. */
export function page(
  { title, documents, links }: Site,
  current: Document | undefined,
  { content, counts }: PageContent,
): string {
  const { words } = links;
  const name = current === undefined ? title : `${pageTitle(current, links)} · ${title}`;
  const [first = ""] = plainText(current?.documentation ?? "").split("\n", 1);
  const description = words.description(first === "" ? name : first, counts);
  const root: Root = {
    type: "root",
    children: [
      { type: "doctype" },
      h("html", { lang: words.tag }, [
        h("head", [
          h("meta", { charSet: "utf-8" }),
          h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
          h("title", name),
          h("meta", { name: "description", content: description }),
          h("meta", { property: "og:title", content: name }),
          h("meta", { property: "og:description", content: description }),
          h("meta", { property: "og:type", content: "website" }),
          h("link", { rel: "icon", href: "icon.svg" }),
          h("link", { rel: "stylesheet", href: "site.css" }),
          h("script", THEME),
          h("script", { src: "search.js", defer: true }),
          h("script", { src: "site.js", defer: true }),
        ]),
        h("body", [
          h("a", { class: "skip", href: "#content" }, words.skip),
          topBar(title, words),
          h("div", { class: "frame" }, [
            h("nav", { id: "menu", ariaLabel: words.contents }, [
              h("a", { class: "start", href: "index.html" }, words.home),
              ...menuOf(documents, current, links),
            ]),
            h("main", { id: "content", tabIndex: -1 }, [...content]),
          ]),
        ]),
      ]),
    ],
  };
  return `${toHtml(root, { allowDangerousHtml: true })}\n`;
}

/** Returns the title of a document; the name of its module if it has none, or several. */
export function pageTitle({ title, topics, file }: Document, { code }: Links): string {
  if (topics.length > 1) return code.moduleOf(file);
  return title.replaceAll(/\s+/g, " ").trim() || code.moduleOf(file);
}

function topBar(title: string, words: Words): Element {
  return h("header", { class: "bar" }, [
    h(
      "button",
      { class: "menu", type: "button", ariaControls: "menu", ariaExpanded: "false" },
      words.menu,
    ),
    h("a", { class: "home", href: "index.html" }, title),
    h("div", { class: "search", role: "search" }, [
      h("input", {
        type: "search",
        placeholder: words.searchHint,
        ariaLabel: words.search,
        autoComplete: "off",
        spellCheck: "false",
        dataNone: words.nothingFound,
        role: "combobox",
        ariaExpanded: "false",
        ariaControls: "results",
      }),
      h("ul", { id: "results", role: "listbox", ariaLabel: words.results, hidden: true }),
    ]),
    h("button", { class: "theme", type: "button", ariaLabel: words.theme }, "◐"),
    h("template", { id: "copy", dataDone: words.copied }, words.copy) as Element,
  ]);
}

/** How many links the menus of all pages may have together: every page has one of every document. */
const MOST_LINKS = 100_000;

/**
 * The menu of a page: every document, and all that the current one declares; of a larger site only the
 * current document. The start page leads to everything.
 */
function menuOf(
  documents: readonly Document[],
  current: Document | undefined,
  links: Links,
): Element[] {
  const hasAll = documents.length ** 2 <= MOST_LINKS;
  const shown = hasAll ? documents : documents.filter((document) => document === current);
  return shown.flatMap((document) => {
    const isCurrent = document === current;
    const href = links.pageOf(document);
    const link = { class: "document", href, ...(isCurrent && CURRENT) };
    return [
      h("a", link, pageTitle(document, links)),
      ...(isCurrent ? contentsOf(document, links) : []),
    ];
  });
}

/** Returns the links to all that a document declares, below its topics if it has several. */
function contentsOf(document: Document, links: Links): Element[] {
  const parts = links.partsOf(document);
  if (parts.length === 0) return [menuList(links.targetsOf(document), links)];
  const page = links.pageOf(document);
  return parts.flatMap(({ title, anchor, targets }) => [
    h("a", { class: "part", href: `${page}#${encodeURIComponent(anchor)}` }, title),
    menuList(targets, links),
  ]);
}

const CURRENT = { ariaCurrent: "page" };

function menuList(targets: readonly Target[], links: Links): Element {
  return h(
    "ul",
    targets.map((target) => menuEntry(target, links)),
  );
}

function menuEntry(target: Target, links: Links): Element {
  const link = h("a", { href: links.addressOf(target) }, target.name);
  return h("li", { class: target.item.kind }, link);
}
