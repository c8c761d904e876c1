import type { Element, ElementContent, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import type { Document } from "../../model/api.js";
import type { Links, Target } from "./links.js";

/** The parts that all pages of a site share. */
export interface Site {
  readonly title: string;
  readonly documents: readonly Document[];
  readonly links: Links;
}

/** Chooses the colours before anything is shown, so that nothing flashes. */
const THEME = `try{const t=localStorage.getItem("theme");if(t)document.documentElement.dataset.theme=t}catch{}`;

/** A page of the site as HTML. */
export function page(
  { title, documents, links }: Site,
  current: Document | undefined,
  content: readonly ElementContent[],
): string {
  const name = current === undefined ? title : `${pageTitle(current, links)} · ${title}`;
  const root: Root = {
    type: "root",
    children: [
      { type: "doctype" },
      h("html", { lang: "zh-CN" }, [
        h("head", [
          h("meta", { charSet: "utf-8" }),
          h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
          h("title", name),
          h("link", { rel: "stylesheet", href: "site.css" }),
          h("script", THEME),
          h("script", { src: "search.js", defer: true }),
          h("script", { src: "site.js", defer: true }),
        ]),
        h("body", [
          h("a", { class: "skip", href: "#content" }, "跳到正文"),
          topBar(title),
          h("div", { class: "frame" }, [
            h("nav", { id: "menu", ariaLabel: "目录" }, [
              h("a", { class: "start", href: "index.html" }, "首页"),
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

/** Returns the title of a document, or else the name of its module. */
export function pageTitle({ title, file }: Document, { code }: Links): string {
  return title.replaceAll(/\s+/g, " ").trim() || code.moduleOf(file);
}

function topBar(title: string): Element {
  return h("header", { class: "bar" }, [
    h(
      "button",
      { class: "menu", type: "button", ariaControls: "menu", ariaExpanded: "false" },
      "目录",
    ),
    h("a", { class: "home", href: "index.html" }, title),
    h("div", { class: "search", role: "search" }, [
      h("input", {
        type: "search",
        placeholder: "搜索名称、JSON 名、说明（按 /）",
        ariaLabel: "搜索",
        autoComplete: "off",
        spellCheck: "false",
        role: "combobox",
        ariaExpanded: "false",
        ariaControls: "results",
      }),
      h("ul", { id: "results", role: "listbox", ariaLabel: "搜索结果", hidden: true }),
    ]),
    h("button", { class: "theme", type: "button", ariaLabel: "切换深浅色" }, "◐"),
  ]);
}

/** How many links the menus of all pages may have together: every page has one of all that there is. */
const MOST_LINKS = 100_000;

/**
 * The menu of a page: every document with what it declares; of a larger site only the current document
 * with that, or only the current document. The start page leads to all of them.
 */
function menuOf(
  documents: readonly Document[],
  current: Document | undefined,
  links: Links,
): Element[] {
  const isComplete = documents.length * links.targets.length <= MOST_LINKS;
  const hasAll = documents.length ** 2 <= MOST_LINKS;
  const shown = hasAll ? documents : documents.filter((document) => document === current);
  return shown.map((document) => {
    const isCurrent = document === current;
    const href = links.pageOf(document);
    const targets = isComplete || isCurrent ? links.targetsOf(document) : [];
    const entries = targets.map((target) => menuEntry(target, links));
    return h("details", { open: isCurrent }, [
      h("summary", h("a", { href, ...(isCurrent && CURRENT) }, pageTitle(document, links))),
      h("ul", entries),
    ]);
  });
}

const CURRENT = { ariaCurrent: "page" };

function menuEntry(target: Target, links: Links): Element {
  const link = h("a", { href: links.addressOf(target) }, target.name);
  return h("li", { class: target.item.kind }, link);
}
