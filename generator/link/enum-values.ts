import type { EnumBase, EnumMember, IntegerFormat } from "../model/api.js";
import type { ConstantDraft, TypeDraft } from "../go/draft.js";
import { code } from "../source/code.js";
import type { Report } from "../source/diagnostic.js";
import type { SourceRange } from "../source/source.js";
import { integerRangeOf } from "./builtins.js";
import type { EvaluatedConstant } from "./constants.js";
import { integerIn } from "./operations.js";

/** A type definition that constants make an enum. */
export interface EnumDraft {
  readonly type: TypeDraft;
  readonly base: EnumBase;
  readonly constants: readonly EvaluatedConstant[];
}

/** Returns the value of a member; one that the enum cannot have is reported. */
export function memberValue(
  { draft, value }: EvaluatedConstant,
  { base, type }: EnumDraft,
  report: Report,
): EnumMember["value"] | undefined {
  if (base.kind === "string" && value.kind === "string") return value.value;
  if (base.kind === "float" && (value.kind === "float" || value.kind === "integer")) {
    return Number(value.value);
  }
  const name = type.name.text;
  const range = valuePlace(draft);
  const integer = integerIn(value);
  if (base.kind === "integer" && integer !== undefined) {
    return checkRange(integer, base.format, { range, report }) ? integer : undefined;
  }
  const found = String(value.value);
  report("mismatched-constant", range, { value: found, type: name, kind: base.kind });
  return undefined;
}

/** Returns the range of a constant's value, or that of its name if the value repeats another line. */
export function valuePlace({ name, value }: ConstantDraft): SourceRange {
  return value.range.start < name.range.start ? name.range : value.range;
}

/** Whether a format holds an integer; one that it does not hold is reported. */
export function checkRange(
  integer: bigint,
  format: IntegerFormat,
  { range, report }: { readonly range: SourceRange; readonly report: Report },
): boolean {
  const [least, most] = integerRangeOf(format);
  if (integer >= least && integer <= most) return true;
  const expected = `a value of ${code(format)} from ${least} to ${most}`;
  report("constant-overflow", range, { value: String(integer), expected });
  return false;
}
