import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { FieldFacts } from "../../model/api.js";
import type { PackageCode } from "./code.js";
import { inlineProse } from "./prose.js";

/** Returns a name, struck through if the thing is deprecated. */
export function nameNode(name: string, { deprecated }: Deprecable): Element {
  const code = h("code", name);
  return deprecated === undefined ? code : h("s", code);
}

/** Returns the sentence that a thing is deprecated, with its reason. */
export function deprecationNote({ deprecated }: Deprecable): Element[] {
  if (deprecated === undefined) return [];
  return [note("已废弃", deprecated === "" ? [] : inlineProse(deprecated))];
}

/** Returns the facts about a field beyond its type. */
export function factNotes(field: FieldFacts, { samplesOf }: PackageCode): Element[] {
  const { condition, since, values, limits } = field;
  const samples = samplesOf(field);
  return [
    ...deprecationNote(field),
    ...(condition === undefined ? [] : [note("必填条件", inlineProse(condition))]),
    ...(values === undefined ? [] : [note("取值", inlineProse(values))]),
    ...(limits === undefined ? [] : [note("限制", inlineProse(limits.text))]),
    ...(samples.default === undefined ? [] : [note("默认值", [h("code", samples.default)])]),
    ...(samples.example === undefined ? [] : [note("示例", [h("code", samples.example)])]),
    ...(since === undefined ? [] : [note("起始版本", inlineProse(since))]),
  ];
}

interface Deprecable {
  readonly deprecated?: string;
}

function note(title: string, content: readonly ElementContent[]): Element {
  return h("div", { class: "note" }, content.length === 0 ? title : [`${title}：`, ...content]);
}
