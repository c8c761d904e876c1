import { collectDiagnostics, type Result } from "../source/diagnostic.js";
import { Speller } from "../source/suggest.js";
import type { Alias, Api, Constant, Declaration, Module } from "../model/api.js";
import type { DeclarationDraft, DocumentDraft, TypeDraft } from "../model/draft.js";
import { nameOf, type SourceText } from "../source/source.js";
import { paragraphs, sourceOf } from "../source/text.js";
import { builtins, integerRangeOf, scalars } from "./builtins.js";
import { CallLinker } from "./calls.js";
import type { EvaluatedConstant } from "./constants.js";
import { definitionCycles, reportContainment } from "./cycles.js";
import { isWithin, placeOf, type EnumDraft } from "./enum-values.js";
import { groupConstants, linkEnum } from "./enums.js";
import { Identifiers } from "./identifiers.js";
import { markLongIntegers } from "./long-integers.js";
import { ModelLinker } from "./models.js";
import type { LinkedField } from "./fields.js";
import { nameModules } from "./modules.js";
import type { Settings } from "./settings.js";
import { reportSpellings } from "./spellings.js";
import { scalarOf } from "./underlying.js";
import { declareSymbols } from "./symbols.js";
import { isUnknown, linkType, type Scope, type TypeSymbol, type UnresolvedMode } from "./types.js";

export type { UnresolvedMode } from "./types.js";

export interface LinkOptions {
  readonly unresolved: UnresolvedMode;
  readonly settings: Settings;
}

export interface LinkResult extends Result<Api> {
  /** The TypeScript names of the spec's names, and their places. */
  readonly identifiers: Identifiers;
}

/**
 * Links the documents of a spec: resolves every name and decides every identifier. An API whose
 * diagnostics have an error must not be emitted.
 */
export function linkApi(
  documents: readonly DocumentDraft[],
  { unresolved, settings }: LinkOptions,
): LinkResult {
  const { report, diagnostics } = collectDiagnostics();
  const modules = nameModules(documents, settings, report);
  const { types, constants } = declareSymbols(documents, report);
  const { enums, free } = groupConstants({ types, constants });
  const identifiers = new Identifiers(settings, report);
  const symbols = nameTypes(documents, modules, { types, enums, identifiers });
  const speller = new Speller([...symbols.keys(), ...builtins.keys()]);
  const externals = new Map<string, SourceText>();
  const scope = { types, symbols, enums, unresolved, settings, speller, externals, report };
  for (const { draft } of free) {
    const { text } = draft.name;
    identifiers.take(settings.constantName(text) ?? text, draft.name);
  }
  reportContainment(types, report);
  const linker = new DeclarationLinker(scope, enums, free);
  const linked = documents.map(({ declarations }) =>
    declarations.flatMap((declaration) => linker.link(declaration) ?? []),
  );
  const callLinker = new CallLinker(scope, identifiers, linked.flat());
  const declared = documents.map((document, index): Module => {
    const { topics, documentation, calls } = document;
    return {
      source: nameOf(document.source),
      name: modules.get(document) ?? "",
      title: topics.map(({ text }) => text).join("; "),
      documentation,
      declarations: linked[index] ?? [],
      calls: calls.flatMap((call) => callLinker.link(call) ?? []),
    };
  });
  for (const name of scope.externals.values()) identifiers.takeExternal(name);
  reportSpellings(linker.fields, report);
  return { value: { modules: markLongIntegers(declared) }, identifiers, diagnostics };
}

/** Gives every type its identifiers, in the order of the documents. */
function nameTypes(
  documents: readonly DocumentDraft[],
  modules: ReadonlyMap<DocumentDraft, string>,
  { types, enums, identifiers }: Pick<Scope, "types" | "enums"> & Pick<LinkResult, "identifiers">,
): ReadonlyMap<string, TypeSymbol> {
  const symbols = new Map<string, TypeSymbol>();
  for (const document of documents) {
    for (const draft of document.declarations) {
      if (draft.kind === "constant" || types.get(draft.name.text) !== draft) continue;
      const names = identifiers.takeType(draft.name, enums.has(draft.name.text));
      symbols.set(draft.name.text, { draft, module: modules.get(document) ?? "", names });
    }
  }
  return symbols;
}

/** Turns drafts into declarations; a draft that another one has displaced makes none. */
class DeclarationLinker {
  readonly #scope: Scope;
  readonly #enums: ReadonlyMap<string, EnumDraft>;
  readonly #free: ReadonlyMap<DeclarationDraft, EvaluatedConstant>;
  readonly #models: ModelLinker;
  readonly #cycles: ReadonlyMap<string, readonly string[]>;

  constructor(
    scope: Scope,
    enums: ReadonlyMap<string, EnumDraft>,
    free: readonly EvaluatedConstant[],
  ) {
    this.#scope = scope;
    this.#enums = enums;
    this.#free = new Map(free.map((constant) => [constant.draft, constant]));
    this.#models = new ModelLinker(scope);
    this.#cycles = definitionCycles(scope.types);
  }

  /** The fields of all models. */
  get fields(): readonly LinkedField[] {
    return this.#models.fields;
  }

  link(draft: DeclarationDraft): Declaration | undefined {
    if (draft.kind === "constant") return this.#constantOf(draft);
    const symbol = this.#scope.symbols.get(draft.name.text);
    if (symbol?.draft !== draft) return undefined;
    if (draft.kind === "model") return this.#models.link(draft);
    const { names } = symbol;
    const members = this.#enums.get(draft.name.text);
    return members === undefined
      ? this.#aliasOf(draft, names)
      : linkEnum(members, names, this.#scope);
  }

  #aliasOf(draft: TypeDraft, names: TypeSymbol["names"]): Alias | undefined {
    const { name, documentation } = draft;
    const cycle = this.#cycles.get(name.text);
    if (cycle !== undefined) {
      // Every type of the cycle has one; it is told once.
      const [first = ""] = cycle;
      if (first === name.text)
        this.#scope.report("type-cycle", name.range, { path: [...cycle, first] });
      return undefined;
    }
    const type = linkType(draft.type, this.#scope, { type: name.text });
    return {
      kind: "alias",
      specName: name.text,
      names,
      documentation,
      type,
      hasLongIntegers: false,
    };
  }

  #constantOf(draft: DeclarationDraft): Constant | undefined {
    const constant = this.#free.get(draft);
    if (constant === undefined) return undefined;
    const { name, documentation, groupDocumentation } = constant.draft;
    const { value } = constant.value;
    this.#checkTypeOf(constant);
    return {
      kind: "constant",
      specName: name.text,
      name: this.#scope.settings.constantName(name.text) ?? name.text,
      value:
        typeof value === "bigint" && Number.isSafeInteger(Number(value)) ? Number(value) : value,
      documentation: paragraphs([groupDocumentation, documentation]),
    };
  }

  /** Reports a type that is not declared, or that does not hold the constant. */
  #checkTypeOf({ draft, typeName, value: { value } }: EvaluatedConstant): void {
    const { type } = draft;
    if (type !== undefined && linkType(type, this.#scope).kind !== "any") {
      const isFit = scalarOf(type, this.#scope.types) ?? isUnknown(type, this.#scope);
      const parameters = { value: String(value), type: sourceOf(type.range), kind: undefined };
      if (!isFit) this.#scope.report("mismatched-constant", draft.value.range, parameters);
    }
    const scalar = typeName === undefined ? undefined : scalars.get(typeName);
    if (scalar?.kind !== "integer" || typeof value !== "bigint") return;
    isWithin(
      value,
      integerRangeOf(scalar.format),
      scalar.format,
      placeOf(draft),
      this.#scope.report,
    );
  }
}
