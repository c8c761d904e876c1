import type { CallbackDraft, CallDraft, DocumentDraft } from "../parse/draft.js";
import type { DeclarationDraft, Documentation, MemberDraft } from "../go/draft.js";
import { expressionsIn, typesIn, type GoExpression, type GoType } from "../go/ast.js";
import type { Cells, Index, Symbol, SymbolId } from "../model/index.js";
import type { SourceRange } from "../source/source.js";
import { builtins } from "./builtins.js";
import { valuePlace } from "./enum-values.js";
import type { Symbols } from "./symbols.js";
import { typesOfCall } from "./call-types.js";

/** Indexes the symbols of all documents: where each is declared, and where it is used. */
export function indexOf(
  documents: readonly DocumentDraft[],
  symbols: Symbols,
  { isExternal }: { readonly isExternal: (name: string) => boolean },
): Index {
  const index = new IndexBuilder(symbols, isExternal);
  for (const document of documents) index.addDocument(document);
  return index.symbols;
}

/** A symbol whose uses are still being found. */
interface OpenSymbol extends Symbol {
  readonly uses: SourceRange[];
}

class IndexBuilder {
  readonly symbols = new Map<SymbolId, OpenSymbol>();
  readonly #declared: Symbols;
  readonly #isExternal: (name: string) => boolean;
  /** The uses of names that are declared further on. */
  readonly #uses = new Map<SymbolId, SourceRange[]>();

  constructor(declared: Symbols, isExternal: (name: string) => boolean) {
    this.#declared = declared;
    this.#isExternal = isExternal;
  }

  addDocument({ source, topics, declarations, calls, callbacks }: DocumentDraft): void {
    const start = topics[0]?.range ?? { source, start: 0, end: 0 };
    this.#add(`document ${source.path}`, start);
    for (const [number, { range }] of topics.entries()) {
      this.#add(`topic ${number} ${source.path}`, range);
    }
    for (const declaration of declarations) this.#addDeclaration(declaration);
    for (const call of calls) this.#addCall(call);
    for (const callback of callbacks) this.#addCallback(callback);
  }

  #addDeclaration(declaration: DeclarationDraft): void {
    const { name, kind } = declaration;
    const id = `declaration ${name.text}` as const;
    switch (kind) {
      case "constant": {
        this.#useNamesIn(declaration.value);
        if (declaration.type !== undefined) this.#useType(declaration.type);
        const isFirst = this.#declared.constants.get(name.text)?.draft === declaration;
        if (isFirst) this.#add(id, name.range, { value: valuePlace(declaration) });
        return;
      }
      case "type":
        this.#useType(declaration.type);
        if (this.#declared.types.get(name.text) === declaration) {
          this.#add(id, name.range, { type: declaration.type.range });
        }
        return;
      case "model": {
        const isFirst = this.#declared.types.get(name.text) === declaration;
        if (isFirst) this.#add(id, name.range);
        for (const member of declaration.members) this.#addMember(name.text, member, isFirst);
      }
    }
  }

  #addMember(model: string, member: MemberDraft, isOfModel: boolean): void {
    const { type } = member;
    this.#useType(type);
    if (!isOfModel) return;
    if (member.kind === "embedding") {
      const embedded = type.kind === "pointer" ? type.element : type;
      if (embedded.kind === "name") this.#add(`embedding ${model}.${embedded.name}`, type.range);
      return;
    }
    const { name, tag } = member;
    const json = tag.kind === "named" ? { json: tag.wireName.range } : {};
    const cells = { type: type.range, ...json, ...documentationCell(member) };
    this.#add(`field ${model}.${name.text}`, name.range, cells);
  }

  #addCall(call: CallDraft): void {
    const { name, requestType, responseType } = call;
    for (const type of typesOfCall(call)) this.#useType(type);
    const types = {
      request: requestType.range,
      ...(responseType !== undefined && { response: responseType.range }),
    };
    const cells = { ...types, ...documentationCell(call) };
    this.#add(`call ${name.text}`, name.range, cells);
  }

  #addCallback(callback: CallbackDraft): void {
    const { role, name, envelope, message, conditions } = callback;
    this.#useType(envelope);
    if (message !== undefined) this.#useType(message);
    for (const { value } of conditions) {
      if (value?.kind === "constant" && this.#declared.constants.has(value.name)) {
        this.#usesOf(`declaration ${value.name}`).push(value.range);
      }
    }
    const cells = {
      envelope: envelope.range,
      ...(message !== undefined && { message: message.range }),
      ...documentationCell(callback),
    };
    const id =
      role === "message" ? (`callback ${name.text}` as const) : (`reply ${name.text}` as const);
    this.#add(id, name.range, cells);
    // Outputs declare a type of their own for a reply.
    if (role === "reply") this.#add(`declaration reply ${name.text}`, name.range);
    for (const part of message === undefined ? [envelope] : [envelope, message]) {
      if (part.kind === "name")
        this.#add(`embedding ${role} ${name.text}.${part.name}`, part.range);
    }
  }

  /** Adds a symbol; of several declarations of one name the first counts. */
  #add(id: SymbolId, definition: SourceRange, cells: Cells = {}): void {
    if (this.symbols.has(id)) return;
    this.symbols.set(id, { id, definition, cells, uses: this.#usesOf(id) });
  }

  #useType(type: GoType): void {
    for (const part of typesIn(type)) if (part.kind === "name") this.#use(part.name, part.range);
  }

  #use(name: string, range: SourceRange): void {
    if (this.#declared.types.has(name)) this.#usesOf(`declaration ${name}`).push(range);
    else if (!builtins.has(name) && this.#isExternal(name)) {
      this.#add(`external ${name}`, range);
      this.#usesOf(`external ${name}`).push(range);
    }
  }

  #useNamesIn(expression: GoExpression): void {
    for (const part of expressionsIn(expression)) {
      if (part.kind === "conversion") this.#use(part.type.text, part.type.range);
      if (part.kind === "name" && this.#declared.constants.has(part.name)) {
        this.#usesOf(`declaration ${part.name}`).push(part.range);
      }
    }
  }

  #usesOf(id: SymbolId): SourceRange[] {
    const uses = this.#uses.get(id) ?? [];
    this.#uses.set(id, uses);
    return uses;
  }
}

function documentationCell({ documentationRange }: Documentation): Cells {
  return documentationRange === undefined ? {} : { documentation: documentationRange };
}
