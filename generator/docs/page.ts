import type { Element, ElementContent, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import type { Module } from "../ir/api.js";
import { addressOf, pageOf, type Links } from "./links.js";

/** What all pages of a site share. */
export interface Site {
  readonly title: string;
  readonly modules: readonly Module[];
  readonly links: Links;
}

/** Chooses the colours before anything is shown, so that nothing flashes. */
const THEME = `try{const t=localStorage.getItem("theme");if(t)document.documentElement.dataset.theme=t}catch{}`;

/** A page of the site as HTML. */
export function page(
  { title, modules, links }: Site,
  current: Module | undefined,
  content: readonly ElementContent[],
): string {
  const name = current === undefined ? title : `${titleOf(current)} · ${title}`;
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
              ...modules.map((one) => menuOf(one, current, links)),
            ]),
            h("main", { id: "content", tabIndex: -1 }, [...content]),
          ]),
        ]),
      ]),
    ],
  };
  return `${toHtml(root, { allowDangerousHtml: true })}\n`;
}

/** What a module is called: its title, or else its name. */
export function titleOf({ title, name }: Module): string {
  return title.replaceAll(/\s+/g, " ").trim() || name;
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

function menuOf(module: Module, current: Module | undefined, links: Links): Element {
  const own = links.targets.filter((target) => target.module === module);
  const isCurrent = module === current;
  return h("details", { open: isCurrent }, [
    h(
      "summary",
      h("a", { href: pageOf(module), ...(isCurrent && { ariaCurrent: "page" }) }, titleOf(module)),
    ),
    h(
      "ul",
      own.map((target) => {
        return h(
          "li",
          { class: target.item.kind },
          h("a", { href: addressOf(target) }, target.name),
        );
      }),
    ),
  ]);
}
