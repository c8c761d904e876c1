import { code, lineOfCode } from "../source/code.js";
import type { Report } from "../source/diagnostic.js";
import type { DeclarationDraft, ModelDraft, TypeDraft, TypeDrafts } from "../go/draft.js";
import type { DocumentDraft } from "../parse/draft.js";
import { builtins } from "./builtins.js";
import { evaluateConstants, type EvaluatedConstant } from "./constants.js";

/** The declarations of all documents by name: one name space, as in one Go package. */
export interface Symbols {
  readonly types: TypeDrafts;
  readonly constants: ReadonlyMap<string, EvaluatedConstant>;
}

/** Gathers what the documents declare, evaluates the constants, and reports names declared twice. */
export function declareSymbols(documents: readonly DocumentDraft[], report: Report): Symbols {
  const types = new Map<string, ModelDraft | TypeDraft>();
  for (const document of documents) {
    for (const declaration of document.declarations) {
      if (declaration.kind === "constant") continue;
      const first = types.get(declaration.name.text);
      if (builtins.has(declaration.name.text)) reportBuiltin(declaration, report);
      else if (first === undefined) types.set(declaration.name.text, declaration);
      else reportDuplicateDeclaration(declaration, first, report);
    }
  }
  return { types, constants: declareConstants(documents, types, report) };
}

function declareConstants(
  documents: readonly DocumentDraft[],
  types: TypeDrafts,
  report: Report,
): ReadonlyMap<string, EvaluatedConstant> {
  const drafts = documents
    .flatMap((document) => document.declarations)
    .filter((declaration) => declaration.kind === "constant");
  const constants = new Map<string, EvaluatedConstant>();
  for (const constant of evaluateConstants(drafts, types, report)) {
    const { draft, value } = constant;
    const first = constants.get(draft.name.text);
    const type = types.get(draft.name.text);
    if (type !== undefined) reportInOrder(draft, type, report);
    else if (first === undefined) constants.set(draft.name.text, constant);
    else if (first.value.value === value.value && first.typeName === constant.typeName) {
      const parameters = { name: draft.name.text };
      report("repeated-constant", draft.name.range, parameters, relatedTo(first.draft));
    } else reportDuplicateDeclaration(draft, first.draft, report);
  }
  return constants;
}

function reportDuplicateDeclaration(
  second: DeclarationDraft,
  first: DeclarationDraft,
  report: Report,
): void {
  const { name } = second;
  const hint = renamingOf(second, first);
  report("duplicate-declaration", name.range, { name: name.text }, { ...relatedTo(first), hint });
}

/** Returns a hint that gives a declaration another name, if a heading names it. */
function renamingOf(second: DeclarationDraft, first: DeclarationDraft): string | undefined {
  if (second.kind === "constant" || second.heading === undefined) return undefined;
  return second.name.range.source === first.name.range.source
    ? "give it a name of its own in back-ticks in the heading"
    : `to rename it, add ${lineOfCode(second.heading.renaming)} to the configuration`;
}

/** Go lets a program declare a type `string`; every field of that type would silently mean it. */
function reportBuiltin({ name }: DeclarationDraft, report: Report): void {
  const hint = `${code(name.text)} is a type of Go`;
  report("invalid-identifier", name.range, { name: name.text }, { hint });
}

/** Of a constant and a type the one that stands behind the other is the second. */
function reportInOrder(constant: DeclarationDraft, type: DeclarationDraft, report: Report): void {
  const [one, other] = [constant.name.range, type.name.range];
  const isFirst = one.source === other.source && one.start < other.start;
  reportDuplicateDeclaration(isFirst ? type : constant, isFirst ? constant : type, report);
}

function relatedTo({ name }: DeclarationDraft) {
  return { related: [{ range: name.range, message: "the first declaration is here" }] };
}
