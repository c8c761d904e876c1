import type { Alias, Api, Constant, Declaration, Document, Model } from "../model/api.js";
import type { DeclarationDraft, ModelDraft, TypeDraft, WiresDraft } from "../go/draft.js";
import type { DocumentDraft } from "../parse/draft.js";
import type { Index } from "../model/index.js";
import {
  collectDiagnostics,
  type Diagnostic,
  type Report,
  type Result,
} from "../source/diagnostic.js";
import { documentName, type Source } from "../source/source.js";
import { Speller } from "../source/suggest.js";
import { paragraphs, sourceOf } from "../source/text.js";
import { builtins, scalars } from "./builtins.js";
import { CallbackLinker } from "./callbacks.js";
import { CallLinker } from "./calls.js";
import type { EvaluatedConstant } from "./constants.js";
import { withDeprecation } from "./deprecation.js";
import { definitionCycles, reportContainment, withAbsentObjects } from "./cycles.js";
import { checkRange, valuePlace, type EnumDraft } from "./enum-values.js";
import { groupConstants, linkEnum } from "./enums.js";
import { shareEnvelopes } from "./envelopes.js";
import { indexOf } from "./index.js";
import { ModelLinker } from "./models.js";
import { reportProse } from "./prose/prose.js";
import { declareSymbols } from "./symbols.js";
import { isUnknown, linkType, type Scope, type UnresolvedMode } from "./types.js";
import { scalarOf } from "./underlying.js";
import { ExampleChecker } from "./examples.js";
import { joinCalls } from "./joined-calls.js";
import { withoutOverridden } from "./overridden.js";
import { shareParts, withoutRepeats } from "./parts.js";
import { reportUntagged, wiresOf, type ModelWires } from "./wires.js";
import { resolveWords } from "./words.js";

export type { UnresolvedMode } from "./types.js";

interface LinkOptions {
  readonly unresolved: UnresolvedMode;
  /** Whether a type that no document declares is defined elsewhere. */
  readonly isExternal: (name: string) => boolean;
  /** Whether the place that a type without a declaration comes from has been reported. */
  readonly isReported?: ((name: string) => boolean) | undefined;
  /** The diagnostics of the drafts, on account of which declarations may be missing. */
  readonly earlier?: readonly Diagnostic[];
}

/**
 * Links the documents of a specification: resolves every name. An API whose diagnostics have an error
 * must not be emitted.
 */
export function linkApi(
  drafts: readonly DocumentDraft[],
  options: LinkOptions,
): Result<{ readonly api: Api; readonly index: Index }> {
  const { report, diagnostics } = collectDiagnostics();
  const documents = joinPages(drafts, report);
  const symbols = declareSymbols(documents, report);
  const { types } = symbols;
  const speller = new Speller([...types.keys(), ...builtins.keys()]);
  const scope: Scope = { types, speller, report, ...options };
  const constants = groupConstants(symbols);
  const wires = wiresOf(
    types,
    documents.flatMap(({ calls }) => calls),
  );
  reportContainment(types, wires, report);
  reportUntagged(wires, report);
  const linker = new DeclarationLinker(scope, constants, wires);
  const linked = documents.map(({ declarations }) =>
    declarations.flatMap((declaration) => linker.link(declaration) ?? []),
  );
  const isPartial = partialSources([...(options.earlier ?? []), ...diagnostics]);
  reportProse(documents, { ...symbols, enums: constants.enums, isPartial, report });
  const callLinker = new CallLinker(scope, linked.flat());
  const callbackLinker = new CallbackLinker(scope, {
    declarations: linked.flat(),
    constants: symbols.constants,
    wires,
    linkModel: (draft, on) => linker.linkNew(draft, on),
  });
  const checker = new ExampleChecker(linked.flat(), report);
  for (const { examples } of documents) for (const example of examples) checker.check(example);
  const callbacksOf = ({ callbacks }: DocumentDraft) =>
    callbacks.flatMap((callback) => callbackLinker.link(callback) ?? []);
  // Rows of tables count more than examples of pages.
  const rows = documents.map((document) => (document.hasWords ? undefined : callbacksOf(document)));
  const api: Api = {
    documents: documents.map((document, position): Document => {
      const { source, topics, documentation, calls } = document;
      return {
        file: source.path,
        path: documentName(source),
        title: topics.map(({ text }) => text).join("; "),
        topics: topics.map(({ text }) => text),
        documentation,
        declarations: linked[position] ?? [],
        calls: calls.flatMap((call) => callLinker.link(call) ?? []),
        callbacks: rows[position] ?? callbacksOf(document),
      };
    }),
  };
  return { value: { api, index: indexOf(documents, symbols, options) }, diagnostics };
}

/** Joins the drafts of pages that describe the same things; other drafts stay as they are. */
function joinPages(drafts: readonly DocumentDraft[], report: Report): readonly DocumentDraft[] {
  const own = withoutOverridden(withAbsentObjects(resolveWords(drafts)), report);
  return shareEnvelopes(shareParts(withoutRepeats(joinCalls(own, report), report)));
}

/** Tells the documents with errors, on account of which declarations may lack parts. */
function partialSources(diagnostics: readonly Diagnostic[]): (source: Source) => boolean {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const paths = new Set(errors.map(({ range }) => range.source.path));
  return ({ path }) => paths.has(path);
}

/** Turns drafts into declarations; a draft that another one has displaced makes none. */
class DeclarationLinker {
  readonly #scope: Scope;
  readonly #enums: ReadonlyMap<string, EnumDraft>;
  readonly #free: ReadonlyMap<DeclarationDraft, EvaluatedConstant>;
  readonly #models: ModelLinker;
  readonly #cycles: ReadonlyMap<string, readonly string[]>;
  readonly #wires: ModelWires;

  constructor(scope: Scope, { enums, free }: ReturnType<typeof groupConstants>, wires: ModelWires) {
    this.#scope = scope;
    this.#enums = enums;
    this.#free = new Map(free.map((constant) => [constant.draft, constant]));
    this.#models = new ModelLinker({ ...scope, enums }, wires);
    this.#cycles = definitionCycles(scope.types);
    this.#wires = wires;
  }

  link(draft: DeclarationDraft): Declaration | undefined {
    if (draft.kind === "constant") return this.#constantOf(draft);
    if (this.#scope.types.get(draft.name.text) !== draft) return undefined;
    if (draft.kind === "model") return this.#models.link(draft);
    const members = this.#enums.get(draft.name.text);
    return members === undefined ? this.#aliasOf(draft) : linkEnum(members, this.#scope.report);
  }

  /** Links a model that no document declares. */
  linkNew(draft: ModelDraft, wires: WiresDraft): Model {
    return this.#models.linkNew(draft, wires);
  }

  #aliasOf(draft: TypeDraft): Alias | undefined {
    const { name, type, documentation } = draft;
    const cycle = this.#cycles.get(name.text);
    if (cycle !== undefined) {
      // Every type of the cycle has one; it is told once.
      const [first = ""] = cycle;
      if (first === name.text)
        this.#scope.report("type-cycle", name.range, { path: [...cycle, first] });
      return undefined;
    }
    return {
      kind: "alias",
      name: name.text,
      ...withDeprecation(documentation),
      type: linkType(type, this.#scope),
      hasJson: !this.#wires.outsideJson.has(draft),
    };
  }

  #constantOf(draft: DeclarationDraft): Constant | undefined {
    const constant = this.#free.get(draft);
    if (constant === undefined) return undefined;
    const { name, groupDocumentation } = constant.draft;
    const own = withDeprecation(constant.draft.documentation);
    this.#checkTypeOf(constant);
    return {
      kind: "constant",
      name: name.text,
      value: constant.value.value,
      ...own,
      documentation: paragraphs([groupDocumentation, own.documentation]),
    };
  }

  /** Reports a type that is not declared, or that does not hold the constant. */
  #checkTypeOf({ draft, typeName, value: { value } }: EvaluatedConstant): void {
    const { report, types } = this.#scope;
    const { type } = draft;
    if (type !== undefined && linkType(type, this.#scope).kind !== "any") {
      const isFit = scalarOf(type, types) ?? isUnknown(type, this.#scope);
      const parameters = { value: String(value), type: sourceOf(type.range), kind: undefined };
      if (!isFit) report("mismatched-constant", draft.value.range, parameters);
    }
    const scalar = typeName === undefined ? undefined : scalars.get(typeName);
    if (scalar?.kind !== "integer" || typeof value !== "bigint") return;
    checkRange(value, scalar.format, { range: valuePlace(draft), report });
  }
}
