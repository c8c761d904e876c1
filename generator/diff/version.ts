import { nameOf as documentNameOf } from "../documents.js";
import type { Api, Call, Declaration, Module } from "../ir/api.js";
import type { DocumentDraft, MemberDraft } from "../ir/draft.js";
import type { SourceRange } from "../ir/source.js";
import { sourceOf } from "../text.js";

/** A declaration, and the document that it stands in. */
export interface Declared {
  readonly declaration: Declaration;
  readonly module: Module;
}

/** What the documents of a spec say at one time, by the names of the spec. */
export class Version {
  readonly modules: readonly Module[];
  readonly declarations: ReadonlyMap<string, Declared>;
  readonly calls: ReadonlyMap<string, Call>;
  readonly #byType: ReadonlyMap<string, Declaration>;
  readonly #ranges = new Map<string, SourceRange>();
  readonly #types = new Map<string, string>();

  constructor({ modules }: Api, drafts: readonly DocumentDraft[]) {
    this.modules = modules;
    const declared = modules.flatMap((module) => {
      return module.declarations.map((declaration): Declared => ({ declaration, module }));
    });
    this.declarations = new Map(declared.map((one) => [nameOf(one.declaration), one]));
    this.calls = new Map(
      modules.flatMap(({ calls }) => calls.map((call) => [call.specName, call] as const)),
    );
    const types = declared.flatMap(({ declaration }) =>
      declaration.kind === "constant" ? [] : [[declaration.names.type, declaration] as const],
    );
    this.#byType = new Map(types);
    for (const draft of drafts) this.#index(draft);
  }

  /** Where the spec says something: a name, `Model.Field`, or `call Name`. */
  rangeOf(name: string): SourceRange | undefined {
    return this.#ranges.get(name);
  }

  /** The type of a field or of a definition, as it is written. */
  typeOf(name: string): string {
    return this.#types.get(name) ?? "";
  }

  /** The declaration of a TypeScript type. */
  declarationOf(type: string): Declaration | undefined {
    return this.#byType.get(type);
  }

  #index({ file, topics, declarations, calls }: DocumentDraft): void {
    const start = topics[0]?.range ?? { file, start: 0, end: 0 };
    this.#ranges.set(`document ${documentNameOf(file)}`, start);
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

/** The name of a declaration in the spec; a constant has no other one. */
export function nameOf(declaration: Declaration): string {
  return declaration.kind === "constant" ? declaration.name : declaration.specName;
}
