import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { FieldFacts } from "../../model/api.js";
import type { Links } from "./links.js";
import { inlineProse } from "./prose.js";

/** Returns a name, struck through if the thing is deprecated. */
export function nameNode(name: string, { deprecated }: Deprecable): Element {
  const code = h("code", name);
  return deprecated === undefined ? code : h("s", code);
}

/** Returns the sentence that a thing is deprecated, with its reason. */
export function deprecationNote({ deprecated }: Deprecable, links: Links): Element[] {
  if (deprecated === undefined) return [];
  const reason = deprecated === "" ? [] : inlineProse(deprecated);
  return [note(links.words.facts.deprecated, reason, links)];
}

/** Returns the facts about a field beyond its type. */
export function factNotes(field: FieldFacts, links: Links): Element[] {
  const { condition, since, values, limits } = field;
  const { facts } = links.words;
  const samples = links.code.samplesOf(field);
  const texts: readonly (readonly [
    title: string,
    content: readonly ElementContent[] | undefined,
  ])[] = [
    [facts.condition, condition === undefined ? undefined : inlineProse(condition)],
    [facts.values, values === undefined ? undefined : inlineProse(values)],
    [facts.limits, limits === undefined ? undefined : inlineProse(limits.text)],
    [facts.default, samples.default === undefined ? undefined : [h("code", samples.default)]],
    [facts.example, samples.example === undefined ? undefined : [h("code", samples.example)]],
    [facts.since, since === undefined ? undefined : inlineProse(since)],
  ];
  return [
    ...deprecationNote(field, links),
    ...texts.flatMap(([title, content]) =>
      content === undefined ? [] : [note(title, content, links)],
    ),
  ];
}

interface Deprecable {
  readonly deprecated?: string;
}

function note(title: string, content: readonly ElementContent[], { words }: Links): Element {
  const text = content.length === 0 ? title : [`${title}${words.colon}`, ...content];
  return h("div", { class: "note" }, text);
}
