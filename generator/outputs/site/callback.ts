import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { Callback } from "../../model/api.js";
import type { Condition } from "../../model/condition.js";
import { heading } from "./declaration.js";
import { deprecationNote } from "./facts.js";
import type { Links, Target } from "./links.js";
import { prose } from "./prose.js";
import { typeNodes } from "./type.js";

/** The section of a message of the server, or of a reply: its models, and the values that tell it from others. */
export function callbackSection(target: Target, callback: Callback, links: Links): Element {
  const { role, name, envelope, message, conditions, documentation } = callback;
  const models = message === undefined ? [envelope] : [envelope, message];
  const facts: (readonly [string, readonly ElementContent[]])[] = [
    ...(role === "message" ? [["kind", [h("code", JSON.stringify(name))]] as const] : []),
    [
      links.words.call.fields,
      models.flatMap((model, index) => [
        ...(index === 0 ? [] : [{ type: "text", value: links.words.comma } as const]),
        h("code", typeNodes(model, target.id, links)),
      ]),
    ],
    ...conditions.map((condition) => [condition.field, [valueNode(condition)]] as const),
  ];
  const items = facts.flatMap(([title, content]) => [h("dt", title), h("dd", [...content])]);
  return h("section", { id: target.anchor, class: "entry" }, [
    heading(target, links),
    ...deprecationNote(callback, links),
    h("div", { class: "prose" }, prose(documentation)),
    h("dl", items),
  ]);
}

function valueNode({ value }: Condition): Element {
  return h("code", typeof value === "string" ? JSON.stringify(value) : String(value));
}
