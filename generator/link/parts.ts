import type { DeclarationDraft, ModelDraft, TypeDraft } from "../go/draft.js";
import type { DocumentDraft } from "../parse/draft.js";
import type { Report } from "../source/diagnostic.js";
import { contentOf, PLACES } from "./contents.js";

/**
 * Leaves out the declarations of headings that an earlier page has in the same words: a call is documented on
 * several pages.
 */
export function withoutRepeats(
  documents: readonly DocumentDraft[],
  report: Report,
): readonly DocumentDraft[] {
  const firsts = new Map<
    string,
    { readonly draft: ModelDraft | TypeDraft; readonly content: string }
  >();
  return documents.map((document) => {
    // A repeated call or message is told itself.
    const { calls, callbacks } = document;
    const told = new Set([...calls, ...callbacks].map(({ name }) => name.range.start));
    const declarations = document.declarations.filter((draft) => {
      // Constants of the same name may add to an enum.
      const isEnum = draft.kind === "constant" || (draft.kind === "type" && !draft.isAlias);
      if (isEnum || draft.heading === undefined) return true;
      const { text, range } = draft.name;
      const content = contentOf({ ...draft, heading: undefined });
      const first = firsts.get(text);
      if (first === undefined) firsts.set(text, { draft, content });
      if (first?.content !== content) return true;
      const related = [{ range: first.draft.name.range, message: "the first declaration is here" }];
      const isTold = told.has(range.start) || (draft.kind === "model" && draft.part !== undefined);
      if (!isTold) report("repeated-declaration", range, { name: text }, { related });
      return false;
    });
    return { ...document, declarations };
  });
}

type PartDraft = ModelDraft & { readonly part: string };

/**
 * Makes one model of the parts of requests and responses that are the same under the same name, such as a
 * profile on many pages: the first one stays, and the others become aliases of it. So each name stays when pages
 * are added.
 */
export function shareParts(documents: readonly DocumentDraft[]): readonly DocumentDraft[] {
  const parts = documents.flatMap(({ declarations }) => declarations.filter(isPart));
  if (parts.length === 0) return documents;
  const shapes = new Shapes(parts);
  const firsts = new Map<number, PartDraft>();
  for (const part of parts) {
    const shape = shapes.of(part);
    if (!firsts.has(shape)) firsts.set(shape, part);
  }
  return documents.map((document) => ({
    ...document,
    declarations: document.declarations.map((declaration) => {
      if (!isPart(declaration)) return declaration;
      const first = firsts.get(shapes.of(declaration));
      return first === undefined || first === declaration
        ? declaration
        : aliasOf(declaration, first);
    }),
  }));
}

function isPart(declaration: DeclarationDraft): declaration is PartDraft {
  return declaration.kind === "model" && declaration.part !== undefined;
}

function aliasOf({ name, documentation, heading }: PartDraft, first: PartDraft): TypeDraft {
  const type = { kind: "name", name: first.name.text, range: name.range } as const;
  return { kind: "type", name, isAlias: true, type, documentation, ...(heading && { heading }) };
}

/**
 * The parts by their names, each with the number of all that its members say. Inside of itself a part keeps its
 * name, so that parts with such members are the same as no others.
 */
class Shapes {
  readonly #parts: ReadonlyMap<string, PartDraft>;
  readonly #shapes = new Map<PartDraft, number>();
  /** The numbers of shapes by their texts: a text in a text would double its quotes at each level. */
  readonly #numbers = new Map<string, number>();
  readonly #open = new Set<PartDraft>();

  constructor(parts: readonly PartDraft[]) {
    this.#parts = new Map(parts.map((part) => [part.name.text, part]));
  }

  of(part: PartDraft): number {
    // A stack of its own, as chains of parts may be long.
    const stack = [part];
    for (let next = stack.at(-1); next !== undefined; next = stack.at(-1)) {
      const inner = this.#open.has(next) || this.#shapes.has(next) ? [] : this.#partsIn(next);
      this.#open.add(next);
      const rest = inner.filter((other) => !this.#open.has(other) && !this.#shapes.has(other));
      if (rest.length > 0) stack.push(...rest);
      else {
        stack.pop();
        this.#open.delete(next);
        if (!this.#shapes.has(next)) this.#shapes.set(next, this.#numberOf(next));
      }
    }
    return this.#shapes.get(part) ?? 0;
  }

  #partsIn(part: PartDraft): PartDraft[] {
    const parts: PartDraft[] = [];
    this.#textOf(part, (inner) => parts.push(inner));
    return parts;
  }

  /** Returns the number of what a part says, when the parts in it have theirs or are around it. */
  #numberOf(part: PartDraft): number {
    const text = this.#textOf(part, (inner, name) => {
      const shape = this.#shapes.get(inner);
      return shape === undefined ? name : { shape };
    });
    const shape = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, shape);
    return shape;
  }

  #textOf(part: PartDraft, replace: (inner: PartDraft, name: string) => unknown): string {
    return JSON.stringify([part.part, part.members], (key, value: unknown) => {
      if (PLACES.has(key)) return undefined;
      const inner =
        key === "name" && typeof value === "string" ? this.#parts.get(value) : undefined;
      return inner === undefined ? value : replace(inner, value as string);
    });
  }
}
