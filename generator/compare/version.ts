import type { Api, Call, Declaration, Field, Module, Type } from "../model/api.js";
import type { DocumentDraft, MemberDraft } from "../model/draft.js";
import type { ApiSettings, Presence } from "../model/settings.js";
import { nameOf as documentNameOf, type SourceRange } from "../source/source.js";
import { sourceOf } from "../source/text.js";

/** A declaration, and the document that it stands in. */
export interface Declared {
  readonly declaration: Declaration;
  readonly module: Module;
}

/** The documents of a spec: linked, and as they were read. */
export interface LinkedSpec {
  readonly api: Api;
  readonly drafts: readonly DocumentDraft[];
  readonly settings?: ApiSettings | undefined;
  /** The names of the documents to compare; default all. */
  readonly asked?: ReadonlySet<string> | undefined;
}

/** What the documents of a spec say at one time, by the names of the spec. */
export class Version {
  readonly modules: readonly Module[];
  readonly settings: ApiSettings;
  readonly declarations: ReadonlyMap<string, Declared>;
  readonly calls: ReadonlyMap<string, Call>;
  readonly #byType: ReadonlyMap<string, Declaration>;
  readonly #ranges = new Map<string, SourceRange>();
  readonly #types = new Map<string, string>();
  /** The models that embed a model themselves, and those that do so through others, by its name. */
  readonly #direct = new Map<string, string[]>();
  /** The targets of aliases, by their names. */
  readonly #resolved = new Map<string, Type>();
  readonly #embedders = new Map<string, ReadonlySet<string>>();

  constructor({ api, drafts, settings = {}, asked }: LinkedSpec) {
    this.modules = api.modules.filter(({ source }) => asked?.has(source) ?? true);
    this.settings = settings;
    this.declarations = new Map(
      this.modules.flatMap((module) => {
        return module.declarations.map(
          (declaration) => [declaration.specName, { declaration, module }] as const,
        );
      }),
    );
    this.calls = new Map(
      this.modules.flatMap(({ calls }) => calls.map((call) => [call.specName, call] as const)),
    );
    // The types of the other documents are known, too.
    const declarations = api.modules.flatMap((module) => module.declarations);
    const types = declarations.flatMap((declaration) =>
      declaration.kind === "constant" ? [] : [[declaration.names.type, declaration] as const],
    );
    this.#byType = new Map(types);
    for (const draft of drafts) this.#index(draft);
    for (const declaration of declarations) this.#indexBases(declaration);
  }

  /** Where the spec says something: a name, `Model.Field`, or `call Name`. */
  rangeOf(name: string): SourceRange | undefined {
    return this.#ranges.get(name);
  }

  /** The type of a field or of a definition, as it is written. */
  typeOf(name: string): string {
    return this.#types.get(name) ?? "";
  }

  /** The setting that applies to an absent field. */
  presenceOf({ owner, specName }: Field): Presence {
    const { overrides = {}, presence = "zero" } = this.settings;
    const setting = (key: string) => {
      return Object.hasOwn(overrides, key) ? overrides[key]?.presence : undefined;
    };
    return setting(`${owner}.${specName}`) ?? setting(owner) ?? presence;
  }

  /** The declaration of a TypeScript type. */
  declarationOf(type: string): Declaration | undefined {
    return this.#byType.get(type);
  }

  /** Returns what a type stands for by any number of aliases; one that stands for itself stays as it is. */
  resolved(type: Type): Type {
    let current = type;
    const path = new Set<string>();
    while (current.kind === "reference" && !path.has(current.names.type)) {
      const { type: name } = current.names;
      const declaration = this.declarationOf(name);
      if (declaration?.kind !== "alias") break;
      path.add(name);
      current = this.#resolved.get(name) ?? declaration.type;
    }
    for (const name of path) this.#resolved.set(name, current);
    return current;
  }

  /** The names of the models that embed a model, also through others. */
  embeddersOf(name: string): ReadonlySet<string> {
    const known = this.#embedders.get(name);
    if (known !== undefined) return known;
    const embedders = new Set(this.#direct.get(name));
    // A loop over a set also visits the elements added during the loop.
    for (const one of embedders) {
      for (const further of this.#direct.get(one) ?? []) embedders.add(further);
    }
    this.#embedders.set(name, embedders);
    return embedders;
  }

  #indexBases(declaration: Declaration): void {
    if (declaration.kind !== "model") return;
    for (const { reference } of declaration.bases) {
      const base = this.#byType.get(reference.names.type);
      if (base?.kind !== "model") continue;
      const direct = this.#direct.get(base.specName) ?? [];
      direct.push(declaration.specName);
      this.#direct.set(base.specName, direct);
    }
  }

  #index({ source, topics, declarations, calls }: DocumentDraft): void {
    const start = topics[0]?.range ?? { source, start: 0, end: 0 };
    this.#ranges.set(`document ${documentNameOf(source)}`, start);
    for (const declaration of declarations) {
      const { name, kind } = declaration;
      this.#ranges.set(name.text, name.range);
      if (kind === "type") this.#types.set(name.text, sourceOf(declaration.type.range));
      if (kind !== "model") continue;
      for (const member of declaration.members) this.#indexMember(name.text, member);
    }
    for (const call of calls) {
      this.#ranges.set(`call ${call.name.text}`, call.name.range);
      this.#types.set(`request ${call.name.text}`, sourceOf(call.requestType.range));
      this.#types.set(`response ${call.name.text}`, sourceOf(call.responseType.range));
    }
  }

  #indexMember(model: string, member: MemberDraft): void {
    if (member.kind === "embedding") return;
    this.#ranges.set(`${model}.${member.name.text}`, member.name.range);
    this.#types.set(`${model}.${member.name.text}`, sourceOf(member.type.range));
  }
}
