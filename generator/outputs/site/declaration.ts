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
    ...deprecationNote(item, links),
    h("div", { class: "prose" }, prose(item.documentation)),
    ...bodyOf(target, links),
    ...users(target, links),
  ]);
}

/** The name of a target, what it is, and where it stands in the documents. */
export function heading(target: Target, links: Links): Element {
  const { name, anchor, item } = target;
  return h("header", [
    h("h2", [nameNode(name, item), h("a", anchorOf(name, anchor, links), "#")]),
    h("p", { class: "meta" }, [
      h("span", { class: `kind ${item.kind}` }, links.words.kinds[item.kind]),
      ...(item.name === name ? [] : [h("code", item.name)]),
      h("span", links.placeOf(target)),
    ]),
  ]);
}

/** Returns the properties of a link to a section, beside its heading. */
export function anchorOf(name: string, anchor: string, { words }: Links) {
  const href = `#${encodeURIComponent(anchor)}`;
  return { class: "anchor", href, ariaLabel: words.linkTo(name) };
}

function derivation(item: Model | Alias, links: Links): Element[] {
  const id = `declaration ${item.name}` as const;
  if (item.kind === "alias") {
    return [h("p", [links.words.equals, h("code", typeNodes(item.type, id, links))])];
  }
  if (item.embeddings.length === 0) return [];
  const bases = item.embeddings.flatMap(({ type }, index) => [
    ...(index > 0 ? [links.words.comma] : []),
    h("code", typeNodes({ kind: "reference", name: type }, id, links)),
  ]);
  return [h("p", { class: "meta" }, [links.words.extends, ...bases])];
}

function bodyOf({ name, item, anchor }: Target, links: Links): Element[] {
  switch (item.kind) {
    case "model":
      return modelContent(item, links, anchor);
    case "enum":
      return [enumTable(item, links, anchor)];
    case "constant":
      return [h("p", h("code", `${name} = ${links.code.literalOf(item.name)}`))];
    default:
      return [];
  }
}

/** Returns the fields of a model; the rows have anchors if the model's own is given. */
export function modelContent(model: Model, links: Links, anchor?: string): Element[] {
  return [
    ...(model.fields.length === 0
      ? [h("p", { class: "none" }, links.words.noFields)]
      : [fieldTable(model, links, anchor)]),
    ...model.ignored.map((field) =>
      h("p", { class: "none" }, [
        nameNode(field.name, field),
        links.words.notIn(
          wiresOf(model)
            .map(([, title]) => title)
            .join(links.words.comma),
        ),
        ...inlineProse(field.documentation),
        ...factNotes(field, links),
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

function fieldTable(model: Model, links: Links, anchor: string | undefined): Element {
  const { columns } = links.words;
  const wires = wiresOf(model).map(([key, title]) => {
    return {
      title,
      fields: new Map<Field, string>(model[key]?.map((field) => [field, tagOf(field, key)])),
    };
  });
  return table(
    [columns.property, ...wires.map(({ title }) => title), columns.type, columns.doc],
    model.fields.map((field) => ({
      id: anchor && `${anchor}.${links.code.nameOf(`field ${field.owner}.${field.name}`)}`,
      cells: fieldRow(
        field,
        model.name,
        wires.map(({ fields }) => fields.get(field)),
        links,
      ),
    })),
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
  const note = [typeNote(type, links), json?.quoted === true ? links.words.inString : ""]
    .filter((one) => one !== "")
    .join(links.words.and);
  return [
    [
      nameNode(links.code.nameOf(id), field),
      ...(links.code.isOptional(field)
        ? [h("span", { class: "optional", title: links.words.optional }, "?")]
        : []),
    ],
    ...tags.map((tag) => (tag === undefined ? [] : [h("code", tag)])),
    [
      h("code", typeNodes(type, id, links)),
      ...(note === "" ? [] : [h("div", { class: "note" }, note)]),
    ],
    [
      ...inlineProse(documentation),
      ...factNotes(field, links),
      ...(owner === model
        ? []
        : [h("div", { class: "note" }, [links.words.from, h("code", owner)])]),
    ],
  ];
}

/** Returns the text that says where a field is on a wire. */
function tagOf({ json, xml }: Field, wire: "json" | "xml"): string {
  return (wire === "json" ? json?.name : xml?.text) ?? "";
}

function enumTable({ members }: Enum, links: Links, anchor: string): Element {
  const { code, words } = links;
  const { member: title, value, doc } = words.columns;
  return table(
    [title, value, doc],
    members.map((member) => {
      const name = code.nameOf(`declaration ${member.name}`);
      return {
        id: `${anchor}.${name}`,
        cells: [
          [nameNode(name, member)],
          [h("code", code.literalOf(member.name))],
          [...inlineProse(member.documentation), ...deprecationNote(member, links)],
        ],
      };
    }),
  );
}

/** A row of a table, with its anchor. */
interface Row {
  readonly id: string | undefined;
  readonly cells: readonly ElementContent[][];
}

/**
 * Returns a table. Long names make it scroll by itself; on a narrow screen the style sheet stacks its cells, each
 * below the title of its column.
 */
function table(head: readonly string[], rows: readonly Row[]): Element {
  const titles = head.map((title) => h("th", { scope: "col" }, title));
  const lines = rows.map(({ id, cells }) => {
    const nodes = cells.map((cell, column) => h("td", { dataTitle: head[column] ?? "" }, cell));
    return h("tr", { id }, nodes);
  });
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
  return [h("div", { class: "users" }, [h("h3", links.words.usedBy), h("ul", items)])];
}
