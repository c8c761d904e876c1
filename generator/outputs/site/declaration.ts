import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { Alias, Enum, Field, Model } from "../../model/api.js";
import type { Links, Target } from "./links.js";
import { deprecationNote, factNotes, nameNode } from "./facts.js";
import { inlineProse, prose } from "./prose.js";
import { typeNodes, typeNote } from "./type.js";

/** The section of a declaration: what it is, what it is made of, and what refers to it. */
export function declarationSection(target: Target, links: Links): Element {
  const { item } = target;
  return h("section", { id: target.anchor, class: "entry" }, [
    heading(target, links),
    ...(item.kind === "model" || item.kind === "alias" ? derivation(item, links) : []),
    ...deprecationNote(item),
    h("div", { class: "prose" }, prose(item.documentation)),
    ...bodyOf(target, links),
    ...users(target, links),
  ]);
}

/** The names of the kinds of targets, in the order in which a page counts them. */
export const KINDS: Readonly<Record<Target["item"]["kind"], string>> = {
  call: "接口",
  callback: "回调",
  model: "模型",
  enum: "枚举",
  alias: "类型别名",
  constant: "常量",
};

/** The name of a target, what it is, and where it stands in the documents. */
export function heading(target: Target, links: Links): Element {
  const { name, anchor, item } = target;
  return h("header", [
    h("h2", [
      nameNode(name, item),
      h(
        "a",
        { class: "anchor", href: `#${encodeURIComponent(anchor)}`, ariaLabel: `${name} 的链接` },
        "#",
      ),
    ]),
    h("p", { class: "meta" }, [
      h("span", { class: `kind ${item.kind}` }, KINDS[item.kind]),
      ...(item.name === name ? [] : [h("code", item.name)]),
      h("span", links.placeOf(target)),
    ]),
  ]);
}

function derivation(item: Model | Alias, links: Links): Element[] {
  const id = `declaration ${item.name}` as const;
  if (item.kind === "alias") {
    return [h("p", ["等同于 ", h("code", typeNodes(item.type, id, links))])];
  }
  if (item.embeddings.length === 0) return [];
  const bases = item.embeddings.flatMap(({ type }, index) => [
    ...(index > 0 ? ["、"] : []),
    h("code", typeNodes({ kind: "reference", name: type }, id, links)),
  ]);
  return [h("p", { class: "meta" }, ["继承 ", ...bases])];
}

function bodyOf({ name, item }: Target, links: Links): Element[] {
  switch (item.kind) {
    case "model":
      return modelContent(item, links);
    case "enum":
      return [enumTable(item, links)];
    case "constant":
      return [h("p", h("code", `${name} = ${links.code.literalOf(item.name)}`))];
    default:
      return [];
  }
}

function modelContent(model: Model, links: Links): Element[] {
  return [
    ...(model.fields.length === 0
      ? [h("p", { class: "none" }, "没有字段。")]
      : [fieldTable(model, links)]),
    ...model.ignored.map((field) =>
      h("p", { class: "none" }, [
        nameNode(field.name, field),
        ` 不出现在 ${wiresOf(model)
          .map(([, title]) => title)
          .join("、")} 中。`,
        ...inlineProse(field.documentation),
        ...factNotes(field, links.code),
      ]),
    ),
  ];
}

/** Returns the wires that a model has a codec for. */
function wiresOf(model: Model) {
  return WIRES.filter(([key]) => model[key] !== undefined);
}

const WIRES = [
  ["json", "JSON"],
  ["xml", "XML"],
] as const;

function fieldTable(model: Model, links: Links): Element {
  const wires = wiresOf(model).map(([key, title]) => {
    return {
      title,
      fields: new Map<Field, string>(model[key]?.map((field) => [field, tagOf(field, key)])),
    };
  });
  return table(
    ["属性", ...wires.map(({ title }) => title), "类型", "说明"],
    model.fields.map((field) =>
      fieldRow(
        field,
        model.name,
        wires.map(({ fields }) => fields.get(field)),
        links,
      ),
    ),
  );
}

function fieldRow(
  field: Field,
  model: string,
  tags: readonly (string | undefined)[],
  links: Links,
): ElementContent[][] {
  const { json, type, owner, documentation } = field;
  const id = `field ${owner}.${field.name}` as const;
  const note = [typeNote(type, links), json?.quoted === true ? "在字符串中" : ""]
    .filter((one) => one !== "")
    .join("，");
  return [
    [
      nameNode(links.code.nameOf(id), field),
      ...(links.code.isOptional(field)
        ? [h("span", { class: "optional", title: "可选" }, "?")]
        : []),
    ],
    ...tags.map((tag) => (tag === undefined ? [] : [h("code", tag)])),
    [
      h("code", typeNodes(type, id, links)),
      ...(note === "" ? [] : [h("div", { class: "note" }, note)]),
    ],
    [
      ...inlineProse(documentation),
      ...factNotes(field, links.code),
      ...(owner === model ? [] : [h("div", { class: "note" }, ["来自 ", h("code", owner)])]),
    ],
  ];
}

/** Returns the text that says where a field is on a wire. */
function tagOf({ json, xml }: Field, wire: "json" | "xml"): string {
  return (wire === "json" ? json?.name : xml?.text) ?? "";
}

function enumTable({ members }: Enum, { code }: Links): Element {
  return table(
    ["成员", "值", "说明"],
    members.map((member) => [
      [nameNode(code.nameOf(`declaration ${member.name}`), member)],
      [h("code", code.literalOf(member.name))],
      [...inlineProse(member.documentation), ...deprecationNote(member)],
    ]),
  );
}

/** A table, which scrolls by itself where it is too wide. */
function table(head: readonly string[], rows: readonly (readonly ElementContent[][])[]): Element {
  const titles = head.map((title) => h("th", { scope: "col" }, title));
  const lines = rows
    .map((cells) => cells.map((cell) => h("td", cell)))
    .map((cells) => h("tr", cells));
  const content = [h("thead", h("tr", titles)), h("tbody", lines)];
  return h("div", { class: "scroll", tabIndex: 0 }, h("table", content));
}

/** Returns the list of everything that refers to a type. */
function users(target: Target, links: Links): Element[] {
  const all = links.usersOf(target);
  if (all.length === 0) return [];
  const items = all.map((user) =>
    h("li", h("a", { href: links.addressOf(user) }, h("code", user.name))),
  );
  return [h("div", { class: "users" }, [h("h3", "被引用"), h("ul", items)])];
}
