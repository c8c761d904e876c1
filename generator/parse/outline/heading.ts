import escapeStringRegexp from "escape-string-regexp";
import type { HeadingRole } from "../../dialect/dialect.js";
import type { DeclarationDraft, HeadingDraft } from "../../go/draft.js";
import { documentName } from "../../source/source.js";
import type { ParseContext } from "../context.js";
import { pascalCase } from "../../names.js";
import { nameIn } from "./names.js";
import type { Subject } from "./part.js";
import { wordsOfHeading } from "./sections.js";

/** Returns what is known of the heading of a subject: the word for it, and the setting that renames it. */
export function headingOf(
  { title, section: { name: pattern, parent } }: Subject,
  name: string,
  role: HeadingRole,
  { source, dialect }: ParseContext,
): HeadingDraft {
  const document = documentName(source);
  const prefix = pascalCase(document.replace(/\.[^./]*$/, ""));
  const match = `^${escapeStringRegexp(wordsOfHeading(title.text))}$`;
  const isWord = role !== "call" && pattern !== undefined && parent === undefined;
  const heading = `{ "match": ${quoted(match)}, "role": ${quoted(role)}, "name": ${quoted(prefix + name)} }`;
  const extension = `{ "extends": ${quoted(dialect.name)}, "headings": [${heading}] }`;
  return {
    ...(isWord && { word: nameIn(title.text) }),
    renaming: `"dialects": { ${quoted(document)}: ${extension} }`,
  };
}

/** Adds a heading to declarations from a position on: all of them have their names from it. */
export function addHeading(
  declarations: DeclarationDraft[],
  start: number,
  { word, renaming, call }: HeadingDraft,
): void {
  for (const [index, declaration] of declarations.splice(start).entries()) {
    // The models of fields have names of their own.
    const heading = {
      renaming,
      ...(index === 0 && word !== undefined && { word }),
      ...(call !== undefined && { call }),
    };
    declarations.push(declaration.kind === "constant" ? declaration : { ...declaration, heading });
  }
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
