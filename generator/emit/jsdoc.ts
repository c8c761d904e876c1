import type { JSDocStructure, OptionalKind } from "ts-morph";

/** The JSDoc of a declaration: its documentation as it stands, or no comment where there is none. */
export function jsdoc(documentation: string): OptionalKind<JSDocStructure>[] {
  if (documentation === "") return [];
  const text = escapeComment(documentation);
  // ts-morph writes one line unless the text begins with a new one.
  return [{ description: text.includes("\n") ? `\n${text}` : text }];
}

/**
 * Keeps text from ending its comment, and from being read as a tag (`@ts-ignore`, `@internal`,
 * `{@link …}`). Markdown takes the back-slashes away again, so that nothing is lost on hover.
 */
export function escapeComment(text: string): string {
  return text
    .replaceAll("*/", "*\\/")
    .replaceAll("{@", "{\\@")
    .replaceAll(/^([\s*/]*)@/gm, "$1\\@");
}
