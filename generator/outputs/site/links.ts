import { pointOf } from "../../source/source.js";
import type { Api, Call, Declaration, Module, Reference, Type } from "../../model/api.js";
import type { DocumentDraft } from "../../model/draft.js";
import type { SourceRange } from "../../source/source.js";

/** A place of the site: a declaration, or a call. */
export interface Target {
  readonly module: Module;
  /** The name in TypeScript, which is the anchor, too. */
  readonly name: string;
  readonly specName: string;
  readonly item: Declaration | Call;
}

/** Where everything stands in the site and in the documents, and what refers to it. */
export class Links {
  readonly targets: readonly Target[];
  readonly #byName: ReadonlyMap<string, Target>;
  readonly #byModule = new Map<Module, Target[]>();
  readonly #users = new Map<string, Target[]>();
  readonly #ranges = new Map<string, SourceRange>();

  constructor({ modules }: Api, drafts: readonly DocumentDraft[]) {
    for (const module of modules) {
      const items = [...module.calls, ...module.declarations];
      this.#byModule.set(
        module,
        items.map((item) => targetOf(module, item)),
      );
    }
    this.targets = [...this.#byModule.values()].flat();
    this.#byName = new Map(this.targets.map((target) => [target.name, target]));
    for (const user of this.targets) {
      for (const name of new Set(referencesOf(user.item).map(({ names }) => names.type))) {
        const users = this.#users.get(name) ?? [];
        users.push(user);
        this.#users.set(name, users);
      }
    }
    for (const { declarations, calls } of drafts) {
      for (const { name } of [...declarations, ...calls]) this.#ranges.set(name.text, name.range);
    }
  }

  /** The calls and then the declarations of a module, in order. */
  targetsOf(module: Module): readonly Target[] {
    return this.#byModule.get(module) ?? [];
  }

  /** The target of a name in TypeScript. */
  target(name: string): Target | undefined {
    return this.#byName.get(name);
  }

  /** What refers to a type, in the order of the documents. */
  usersOf(name: string): readonly Target[] {
    return this.#users.get(name) ?? [];
  }

  /** The place in the documents, as `file:line`. */
  placeOf({ specName }: Target): string {
    const range = this.#ranges.get(specName);
    if (range === undefined) return "";
    return `${range.source.path}:${pointOf(range.source, range.start).line}`;
  }
}

/** The address of a target, relative to the pages of the site. */
export function addressOf({ module, name }: Target): string {
  return `${pageOf(module)}#${encodeURIComponent(name)}`;
}

/** The address of the page of a module. */
export function pageOf(module: Module): string {
  return encodeURIComponent(pageFileOf(module));
}

/** The file of the page of a module: all pages are in one folder, and no name of a module has a dot. */
export function pageFileOf({ name }: Module): string {
  return `${name.replaceAll("/", ".")}.html`;
}

/** The declared types that a declaration or a call refers to. */
export function referencesOf(item: Declaration | Call): Reference[] {
  if (!("kind" in item)) return [];
  switch (item.kind) {
    case "model":
      return [
        ...item.bases.map(({ reference }) => reference),
        ...item.ownFields.flatMap(({ type }) => referencesIn(type)),
      ];
    case "alias":
      return referencesIn(item.type);
    case "enum":
    case "constant":
      return [];
    default:
      return [...referencesIn(item.request), ...referencesIn(item.response)];
  }
}

function referencesIn(type: Type): Reference[] {
  switch (type.kind) {
    case "reference":
      return [type];
    case "list":
    case "array":
      return referencesIn(type.element);
    case "map":
      return referencesIn(type.value);
    default:
      return [];
  }
}

function targetOf(module: Module, item: Declaration | Call): Target {
  if (item.kind === "constant") return { module, name: item.name, specName: item.name, item };
  const name = "call" in item.names ? item.names.call : item.names.type;
  return { module, name, specName: item.specName, item };
}
