import type { Documented } from "../model/api.js";
import { paragraphs } from "../source/text.js";

/** Returns a description with the reason why something is deprecated; undefined for an empty one. */
export function descriptionOf(
  { documentation, deprecated }: Omit<Documented, "name">,
  facts: readonly string[] = [],
): string | undefined {
  const reason = deprecated === undefined || deprecated === "" ? "" : `Deprecated: ${deprecated}`;
  const text = paragraphs([documentation, ...facts, reason]);
  return text === "" ? undefined : text;
}

/** Returns the fact under a title, or an empty text. */
export function factText(title: string, text: string | undefined): string {
  return text === undefined || text === "" ? "" : `${title}: ${text}`;
}
