import type { Api, Call, Callback, Declaration, Document, Type } from "../../model/api.js";
import type { Index, SymbolId } from "../../model/index.js";
import { groupBy } from "../../source/collections.js";
import { documentName, pointOf } from "../../source/source.js";
import type { PackageCode } from "./code.js";
import type { Words } from "./words.js";

/** The ids of every page. */
const OWN_IDS: ReadonlySet<string> = new Set(["content", "copy", "menu", "results"]);

/** A place of the site: a declaration, a call, or a message of the server or a reply to one. */
export interface Target {
  readonly id: SymbolId;
  readonly document: Document;
  /** The identifier in code. */
  readonly name: string;
  /** The fragment of the address, which no other target of the page has. */
  readonly anchor: string;
  readonly item: Declaration | Call | Callback;
}

/** A topic of a document with several, and what stands below it. */
export interface Part {
  readonly title: string;
  readonly anchor: string;
  readonly targets: readonly Target[];
}

/** The places of everything in the site and in the documents, and its users. */
export class Links {
  readonly code: PackageCode;
  readonly words: Words;
  readonly targets: readonly Target[];
  readonly #index: Index;
  readonly #byId: ReadonlyMap<SymbolId, Target>;
  readonly #byDocument = new Map<Document, Target[]>();
  readonly #users: ReadonlyMap<SymbolId, readonly { readonly user: Target }[]>;

  constructor({ documents }: Api, index: Index, code: PackageCode, words: Words) {
    this.code = code;
    this.words = words;
    this.#index = index;
    const nameOf = (name: string) => code.nameOf(declaredId(name));
    for (const document of documents) {
      const { calls, callbacks, declarations } = document;
      const taken = new Set([...OWN_IDS, ...declarations.map(({ name }) => nameOf(name))]);
      const targets = [...calls, ...callbacks, ...declarations].map((item): Target => {
        const id = targetId(item);
        const name = code.nameOf(id);
        const isTaken = isDeclaration(item) ? OWN_IDS.has(name) : taken.has(name);
        return { id, document, name, anchor: isTaken ? id.replace(" ", "-") : name, item };
      });
      this.#byDocument.set(document, targets);
    }
    this.targets = [...this.#byDocument.values()].flat();
    this.#byId = new Map(this.targets.map((target) => [target.id, target]));
    const uses = this.targets.flatMap((user) =>
      [...new Set(referencesOf(user.item))].map((name) => ({ id: declaredId(name), user })),
    );
    this.#users = groupBy(uses, ({ id }) => id);
  }

  /** Returns the calls, the callbacks and then the declarations of a document, in order. */
  targetsOf(document: Document): readonly Target[] {
    return this.#byDocument.get(document) ?? [];
  }

  /** Returns the topics of a document with several of them, in order; none of any other. */
  partsOf(document: Document): readonly Part[] {
    const { topics, file } = document;
    if (topics.length < 2) return [];
    const starts = topics.map((_title, number) => this.#startOf(`topic ${number} ${file}`, file));
    const targets = groupBy(this.targetsOf(document), ({ id }) => {
      const start = this.#startOf(id, file);
      return Math.max(
        0,
        starts.findLastIndex((topic) => topic <= start),
      );
    });
    return topics.map((title, number): Part => {
      const words = title.replaceAll(/\s+/g, "-");
      const isRepeated = topics.indexOf(title) !== number;
      const anchor = `topic-${isRepeated ? `${number}-` : ""}${words}`;
      return { title, anchor, targets: targets.get(number) ?? [] };
    });
  }

  /** Returns where something begins in a file; 0 for what another file defines. */
  #startOf(id: SymbolId, file: string): number {
    const range = this.#index.get(id)?.definition;
    return range?.source.path === file ? range.start : 0;
  }

  /** Returns the target of a declared type. */
  target(declaration: string): Target | undefined {
    return this.#byId.get(declaredId(declaration));
  }

  /** Returns the users of a type, in the order of the documents. */
  usersOf({ id }: Target): readonly Target[] {
    return (this.#users.get(id) ?? []).map(({ user }) => user);
  }

  /** Returns the place in the documents, as `oa/approval.md:5`. */
  placeOf({ id }: Target): string {
    const range = this.#index.get(id)?.definition;
    if (range === undefined) return "";
    return `${documentName(range.source)}:${pointOf(range.source, range.start).line}`;
  }

  /** Returns the address of a target, relative to the pages of the site. */
  addressOf({ document, anchor }: Target): string {
    return `${this.pageOf(document)}#${encodeURIComponent(anchor)}`;
  }

  /** Returns the address of the page of a document. */
  pageOf(document: Document): string {
    return encodeURIComponent(this.pageFileOf(document));
  }

  /** Returns the file of a page: all pages are in one folder, and the name of a module has no dot. */
  pageFileOf({ file }: Document): string {
    return `${this.code.moduleOf(file).replaceAll("/", ".")}.html`;
  }
}

/** Whether an item is a call. */
export function isCall(item: Target["item"]): item is Call {
  return item.kind === "call";
}

function isDeclaration(item: Target["item"]): item is Declaration {
  return item.kind !== "call" && item.kind !== "callback";
}

/** Returns the names of the declared types that an item refers to. */
export function referencesOf(item: Target["item"]): string[] {
  switch (item.kind) {
    case "model":
      return [
        ...item.embeddings.map(({ type }) => type),
        ...item.ownFields.flatMap(({ type }) => referencesIn(type)),
      ];
    case "alias":
      return referencesIn(item.type);
    case "enum":
    case "constant":
      return [];
    case "callback":
      return [item.envelope.name, ...(item.message === undefined ? [] : [item.message.name])];
    default:
      return typesOfCall(item).flatMap(referencesIn);
  }
}

function typesOfCall({ request, response, answers = [], errors = [] }: Call) {
  return [request, response, ...answers.map(({ type }) => type), ...errors.map(({ type }) => type)];
}

function referencesIn(type: Type | Call["response"]): string[] {
  switch (type.kind) {
    case "reference":
      return [type.name];
    case "list":
    case "array":
      return referencesIn(type.element);
    case "map":
      return [...referencesIn(type.key), ...referencesIn(type.value)];
    default:
      return [];
  }
}

function targetId(item: Target["item"]): SymbolId {
  if (item.kind === "callback") {
    return item.role === "message" ? `callback ${item.name}` : `reply ${item.name}`;
  }
  return isCall(item) ? `call ${item.name}` : declaredId(item.name);
}

function declaredId(name: string): SymbolId {
  return `declaration ${name}`;
}
