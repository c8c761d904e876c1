import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { Call, Model, Type } from "../../model/api.js";
import { heading, modelContent } from "./declaration.js";
import { deprecationNote } from "./facts.js";
import { highlight } from "./highlight.js";
import { referencesOf, type Links, type Target } from "./links.js";
import { inlineProse, prose } from "./prose.js";
import { sampleJson } from "./sample.js";
import { typeNodes } from "./type.js";

/** How many models a request or a response shows in place; the others are links. */
const MOST_MODELS = 8;

/** The section of a call: how it travels, what it takes and gives, and how it is made. */
export function callSection(target: Target, call: Call, links: Links): Element {
  const { transfer, path, request, response, documentation } = call;
  const { words } = links;
  const facts = factsOf(target, call, links);
  const items = facts.flatMap(([name, ...content]) => [h("dt", name), h("dd", content)]);
  return h("section", { id: target.anchor, class: "entry" }, [
    heading(target, links),
    h("p", { class: "endpoint" }, [
      h("span", { class: "method" }, transfer.method),
      " ",
      h("code", path),
    ]),
    ...deprecationNote(call, links),
    h("div", { class: "prose" }, prose(documentation)),
    h("dl", items),
    ...contentOf(words.call.request, request, target, links),
    ...contentOf(words.call.response, response, target, links),
    h("h3", words.call.code),
    h("pre", { tabIndex: 0 }, h("code", highlight(links.code.exampleOf(call)))),
  ]);
}

type Fact = readonly [title: string, ...content: (string | Element)[]];

function factsOf(target: Target, call: Call, links: Links): Fact[] {
  const { transfer, accessToken, request, response, errors = [], headers } = call;
  const { answers = [{ status: "", type: response }] } = call;
  const words = links.words.call;
  const pages = links.code.pagesOf(call);
  return [
    [words.request, h("code", typeNodes(request, target.id, links))],
    ...answers.map(({ status, type }): Fact => {
      return [status === "" ? words.response : `HTTP ${status}`, answerNode(type, target, links)];
    }),
    ...errors.map(({ status, type }): Fact => {
      const title = `HTTP ${status === "default" ? words.errors : status}`;
      return [title, h("code", typeNodes(type, target.id, links))];
    }),
    ...(headers === undefined ? [] : [[words.headers, h("code", headers.join(", "))] as const]),
    ...(accessToken === undefined
      ? []
      : [[words.token, accessToken ? words.needed : words.notNeeded] as const]),
    ...(pages === undefined ? [] : [[words.pages, h("code", pages), words.eachPage] as const]),
    ...(transfer.carrier === "upload" ? [[words.file, words.uploaded] as const] : []),
  ];
}

/** Returns the type of an answer, or its form if it is no JSON. */
function answerNode(type: Call["response"], { id }: Target, links: Links): string | Element {
  const isJson = type.kind === "reference" || type.kind === "any";
  return isJson ? h("code", typeNodes(type, id, links)) : links.words.call[FORMS[type.kind]];
}

/** The words for answers that are no JSON. */
const FORMS = { binary: "file", text: "text", empty: "empty" } as const;

/** Returns the fields of a request or a response in place, with those of the models in it, and a sample. */
function contentOf(
  title: string,
  type: Call["request" | "response"],
  { id }: Target,
  links: Links,
): Element[] {
  if (type.kind !== "reference" && type.kind !== "any") return [];
  const models = modelsIn(type, links).filter(({ model }) => model.fields.length > 0);
  if (models.length === 0) return [];
  const shown = models.slice(0, MOST_MODELS);
  const tables = shown.flatMap(({ model, name }, index): ElementContent[] => [
    ...(index === 0
      ? []
      : [h("p", { class: "nested" }, [h("code", name), " ", ...inlineProse(model.documentation)])]),
    ...modelContent(model, links),
  ]);
  const hasJson = models[0]?.model.json !== undefined;
  return [
    h("details", { class: "content", open: true }, [
      h("summary", [title, " ", h("code", nameOf(type, id, links))]),
      ...tables,
      ...(hasJson ? [h("pre", { tabIndex: 0 }, h("code", sampleJson(type, links)))] : []),
    ]),
  ];
}

/** Returns a type as the code writes it, without links. */
function nameOf(type: Type, id: Target["id"], { code }: Links): string {
  const parts = code.typeOf(type, id);
  return parts.map((part) => (typeof part === "string" ? part : part.identifier)).join("");
}

interface NamedModel {
  readonly name: string;
  readonly model: Model;
}

/** Returns the models of a type, those inside of others behind them, each once. */
function modelsIn(type: Type, links: Links): NamedModel[] {
  const found = new Map<string, NamedModel>();
  // A loop over a set also visits the names added during the loop, each once.
  const open = new Set(namesIn(type));
  const add = (names: readonly string[]) => {
    for (const name of names) open.add(name);
  };
  for (const name of open) {
    const target = links.target(name);
    if (target === undefined || found.has(target.name)) continue;
    const { item } = target;
    if (item.kind === "model") {
      found.set(target.name, { name: target.name, model: item });
      for (const field of item.fields) add(namesIn(field.type));
    } else if (item.kind === "alias") add(referencesOf(item));
  }
  return [...found.values()];
}

function namesIn(type: Type): string[] {
  switch (type.kind) {
    case "reference":
      return [type.name];
    case "list":
    case "array":
      return namesIn(type.element);
    case "map":
      return namesIn(type.value);
    default:
      return [];
  }
}
