import type {
  Api,
  Call,
  Callback,
  Constant,
  Document,
  Enum,
  Model,
  Type,
  TypeDeclaration,
} from "../model/api.js";
import type { Cells, Index, SymbolId } from "../model/index.js";
import type { SourceRange } from "../source/source.js";
import { sourceOf } from "../source/text.js";
import type { EnumStyle, PackageView } from "./view.js";

/** A linked specification, and the package that is made of it. */
export interface LinkedSpec {
  readonly api: Api;
  readonly index: Index;
  readonly view: PackageView;
  /** The paths of the documents to compare; default all. */
  readonly asked?: ReadonlySet<string> | undefined;
}

/** A type, and the symbol that has it: the symbol decides the representation of 64-bit integers. */
export interface OwnedType {
  readonly owner: SymbolId;
  readonly type: Type;
}

/** One version of a specification: what is compared, and what its names stand for. */
export class Version {
  readonly documents: readonly Document[];
  readonly types: readonly TypeDeclaration[];
  readonly constants: readonly Constant[];
  readonly calls: readonly Call[];
  readonly callbacks: readonly Callback[];
  /** The models of replies to messages, with those that they embed. */
  readonly replies: ReadonlySet<string>;
  readonly view: PackageView;
  readonly #index: Index;
  /** The types of all documents, also of those that are not compared. */
  readonly #declared: ReadonlyMap<string, TypeDeclaration>;
  /** The models that embed a model themselves, and those that do so through others, by its name. */
  readonly #direct = new Map<string, string[]>();
  readonly #embedders = new Map<string, ReadonlySet<string>>();
  /** The targets of aliases, by their names. */
  readonly #resolved = new Map<string, OwnedType>();

  constructor({ api, index, view, asked }: LinkedSpec) {
    this.documents = api.documents.filter(({ path }) => asked?.has(path) ?? true);
    this.types = this.documents.flatMap(declaredTypes);
    this.constants = this.documents.flatMap(({ declarations }) =>
      declarations.filter((declaration) => declaration.kind === "constant"),
    );
    this.calls = this.documents.flatMap(({ calls }) => calls);
    this.callbacks = this.documents.flatMap(({ callbacks }) => callbacks);
    this.view = view;
    this.#index = index;
    const declared = api.documents.flatMap(declaredTypes);
    this.#declared = new Map(declared.map((declaration) => [declaration.name, declaration]));
    for (const declaration of declared) {
      if (declaration.kind === "model") this.#indexEmbeddings(declaration);
    }
    this.replies = this.#replyModels();
  }

  #replyModels(): ReadonlySet<string> {
    const replies = this.callbacks
      .filter(({ role }) => role === "reply")
      .flatMap(({ envelope, message = envelope }) => [envelope.name, message.name]);
    const embedded = [...this.#direct.keys()].filter((name) =>
      replies.some((reply) => this.embeddersOf(name).has(reply)),
    );
    return new Set([...replies, ...embedded]);
  }

  rangeOf(id: SymbolId): SourceRange | undefined {
    return this.#index.get(id)?.definition;
  }

  /** Returns the text of a cell as it is written; an empty text if the symbol has no such cell. */
  textOf(id: SymbolId, cell: keyof Cells): string {
    const range = this.#index.get(id)?.cells[cell];
    return range === undefined ? "" : sourceOf(range);
  }

  /** Returns the identifier of a symbol in the package. */
  identifierOf(id: SymbolId): string {
    return this.view.names.get(id) ?? "";
  }

  enumStyleOf(declaration: Enum): EnumStyle {
    return this.view.enumStyles.get(declarationId(declaration)) ?? "const-enum";
  }

  /** Returns the declaration that a type refers to. */
  declarationOf(type: Type): TypeDeclaration | undefined {
    return type.kind === "reference" ? this.#declared.get(type.name) : undefined;
  }

  /** Returns the target of a type that is the name of an alias; any other type stays as it is. */
  resolved(owned: OwnedType): OwnedType {
    const declaration = this.declarationOf(owned.type);
    return declaration?.kind === "alias" ? this.#definitionOf(declaration.name) : owned;
  }

  /** Returns the scalar that the keys of a map have in JSON. */
  keyOf({ key }: Extract<Type, { kind: "map" }>): Type {
    const type = key.kind === "reference" ? this.#definitionOf(key.name).type : key;
    const declaration = this.declarationOf(type);
    return declaration?.kind === "enum" ? declaration.base : type;
  }

  /** Returns the names of the models that embed a model, also through others. */
  embeddersOf(name: string): ReadonlySet<string> {
    const known = this.#embedders.get(name);
    if (known !== undefined) return known;
    const embedders = new Set(this.#direct.get(name));
    // A loop over a set also visits the elements added during the loop.
    for (const embedder of embedders) {
      for (const further of this.#direct.get(embedder) ?? []) embedders.add(further);
    }
    this.#embedders.set(name, embedders);
    return embedders;
  }

  /** Follows any number of aliases from a name; the last name of a cycle stays a reference. */
  #definitionOf(name: string): OwnedType {
    let current: OwnedType = { owner: `declaration ${name}`, type: { kind: "reference", name } };
    const path = new Set<string>();
    for (;;) {
      const alias = this.declarationOf(current.type);
      if (alias?.kind !== "alias" || path.has(alias.name)) break;
      path.add(alias.name);
      const target = { owner: declarationId(alias), type: alias.type };
      current = this.#resolved.get(alias.name) ?? target;
    }
    for (const passed of path) this.#resolved.set(passed, current);
    return current;
  }

  #indexEmbeddings({ name, embeddings }: Model): void {
    for (const { type } of embeddings) {
      const embedded = this.declarationOf(this.#definitionOf(type).type);
      if (embedded?.kind !== "model") continue;
      const direct = this.#direct.get(embedded.name) ?? [];
      direct.push(name);
      this.#direct.set(embedded.name, direct);
    }
  }
}

function declaredTypes({ declarations }: Document): TypeDeclaration[] {
  return declarations.filter((declaration) => declaration.kind !== "constant");
}

/** Returns the identity of a type, a constant or a member of an enum. */
export function declarationId({ name }: Pick<TypeDeclaration, "name">): SymbolId {
  return `declaration ${name}`;
}
