import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { Api, Module } from "../../model/api.js";
import type { DocumentDraft } from "../../model/draft.js";
import { callSection } from "./call.js";
import { declarationSection } from "./declaration.js";
import { diagramOf } from "./diagram.js";
import { addressOf, Links, pageFileOf, pageOf, type Target } from "./links.js";
import { page, titleOf, type Site } from "./page.js";
import { plainText, prose } from "./prose.js";
import { searchEntries } from "./search.js";

export interface SiteOptions {
  readonly title: string;
  /** The style sheet and the script of the pages, by their file names. */
  readonly assets: ReadonlyMap<string, string>;
}

/** Makes the site: the texts of its files by their paths. It depends on nothing but what it is given. */
export async function makeSite(
  api: Api,
  drafts: readonly DocumentDraft[],
  { title, assets }: SiteOptions,
): Promise<Map<string, string>> {
  const links = new Links(api, drafts);
  const site: Site = { title, modules: api.modules, links };
  const files = new Map(assets);
  files.set("index.html", page(site, undefined, homeOf(site)));
  for (const module of api.modules) {
    files.set(pageFileOf(module), page(site, module, await topicOf(module, links)));
  }
  // A script, as a page that is opened as a file may not fetch.
  const entries = JSON.stringify(searchEntries(links)).replaceAll("<", "\\u003c");
  files.set("search.js", `window.searchEntries = ${entries};\n`);
  return files;
}

async function topicOf(module: Module, links: Links): Promise<ElementContent[]> {
  const own = links.targetsOf(module);
  const diagram = await diagramOf(module, links);
  return [
    h("header", { class: "topic" }, [
      h("h1", titleOf(module)),
      h("p", { class: "meta" }, [h("code", module.source), h("span", countsOf(own))]),
      h("div", { class: "prose" }, prose(module.documentation)),
    ]),
    ...(diagram === undefined ? [] : [figure(diagram)]),
    ...own.map((target) => sectionOf(target, links)),
  ];
}

function sectionOf(target: Target, links: Links): Element {
  const { item } = target;
  return "path" in item ? callSection(target, item, links) : declarationSection(target, links);
}

function figure(svg: string): Element {
  return h("details", { class: "diagram", open: true }, [
    h("summary", "模型之间的引用"),
    h("div", { class: "scroll", tabIndex: 0 }, [{ type: "raw", value: svg } as never]),
  ]);
}

/** Every document with all that it declares. */
function homeOf({ title, modules, links }: Site): ElementContent[] {
  return [
    h("header", { class: "topic" }, [
      h("h1", title),
      h("p", { class: "meta" }, h("span", countsOf(links.targets))),
    ]),
    ...modules.map((module) => {
      const own = links.targetsOf(module);
      return h("section", { class: "entry" }, [
        h("h2", h("a", { href: pageOf(module) }, titleOf(module))),
        h("p", { class: "meta" }, [h("code", module.source), h("span", countsOf(own))]),
        h("div", { class: "prose" }, prose(module.documentation)),
        h("ul", { class: "index" }, own.map(indexEntry)),
      ]);
    }),
  ];
}

function indexEntry(target: Target): Element {
  const { name, item } = target;
  const [first = ""] = plainText(item.documentation).split("\n", 1);
  return h("li", { class: item.kind }, [
    h("a", { href: addressOf(target) }, h("code", name)),
    " ",
    h("span", first),
  ]);
}

function countsOf(targets: readonly Target[]): string {
  const count = (isOne: (target: Target) => boolean) => targets.filter(isOne).length;
  const counts = [
    [count(({ item }) => "path" in item), "个接口"],
    [count(({ item }) => item.kind === "model"), "个模型"],
    [count(({ item }) => item.kind === "enum"), "个枚举"],
    [count(({ item }) => item.kind === "alias"), "个类型别名"],
    [count(({ item }) => item.kind === "constant"), "个常量"],
  ] as const;
  return counts.flatMap(([number, text]) => (number > 0 ? [`${number} ${text}`] : [])).join("，");
}
