import type { DeclarationDraft, MemberDraft } from "../go/draft.js";
import type { GoType } from "../go/ast.js";
import type { DocumentDraft } from "../parse/draft.js";
import { groupBy } from "../source/collections.js";

/**
 * Turns the words that documents use for models into their names: `avatar decoration data`, `User` for
 * `user`, `Collectibles` for `Collectible`. Words that fit no name, or several, stay as they are.
 */
export function resolveWords(documents: readonly DocumentDraft[]): readonly DocumentDraft[] {
  if (!documents.some(({ hasWords }) => hasWords)) return documents;
  const declared = documents
    .flatMap(({ declarations }) => declarations)
    .filter(({ kind }) => kind !== "constant")
    .map(({ name }) => name.text);
  const global = { exact: new Set(declared), byWord: groupBy(new Set(declared), wordOf) };
  return documents.map((document) => {
    if (!document.hasWords) return document;
    const { declarations, calls } = document;
    // A document has its own words for what it declares.
    const own = declarations.flatMap((declaration): (readonly [string, string])[] => {
      const word = declaration.kind === "constant" ? undefined : declaration.heading?.word;
      return word === undefined ? [] : [[wordOf(word), declaration.name.text]];
    });
    const names: Names = { ...global, own: new Map(own) };
    return {
      ...document,
      declarations: declarations.map((declaration) => named(declaration, names)),
      calls: calls.map((call) => ({
        ...call,
        ...(call.errors && {
          errors: call.errors.map((error) => ({ ...error, type: namedType(error.type, names) })),
        }),
        ...(call.answers && {
          answers: call.answers.map((answer) => ({
            ...answer,
            type: answer.type && namedType(answer.type, names),
          })),
        }),
        requestType: namedType(call.requestType, names),
        responseType: call.responseType && namedType(call.responseType, names),
      })),
    };
  });
}

interface Names {
  /** The names of the declarations of the document, by its words for them. */
  readonly own: ReadonlyMap<string, string>;
  readonly exact: ReadonlySet<string>;
  readonly byWord: ReadonlyMap<string, readonly string[]>;
}

function named(declaration: DeclarationDraft, names: Names): DeclarationDraft {
  if (declaration.kind === "constant") return declaration;
  if (declaration.kind === "type")
    return { ...declaration, type: namedType(declaration.type, names) };
  const memberOf = (member: MemberDraft) => ({ ...member, type: namedType(member.type, names) });
  return { ...declaration, members: declaration.members.map(memberOf) };
}

function namedType(type: GoType, names: Names): GoType {
  if (type.kind === "map")
    return { ...type, key: namedType(type.key, names), value: namedType(type.value, names) };
  if ("element" in type) return { ...type, element: namedType(type.element, names) };
  if (type.kind !== "name" || type.word === undefined) return type;
  const word = wordOf(type.name);
  const forms = [word, word.replace(/s$/, ""), `${word}s`];
  const own = forms.map((form) => names.own.get(form)).find((name) => name !== undefined);
  if (own !== undefined) return { ...type, name: own };
  if (names.exact.has(type.name)) return type;
  const [name, ...others] =
    forms.map((form) => names.byWord.get(form)).find((found) => found !== undefined) ?? [];
  return name === undefined || others.length > 0 ? type : { ...type, name };
}

/** Returns a name without its case and the marks between its words. */
function wordOf(name: string): string {
  return name.replaceAll(/[^\p{L}\p{Nd}]/gu, "").toLowerCase();
}
