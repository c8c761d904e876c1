import { code } from "../source/code.js";
import type { Report } from "../source/diagnostic.js";
import type {
  EnumMember,
  FloatType,
  IntegerFormat,
  IntegerType,
  LongIntegerType,
  StringType,
} from "../model/api.js";
import type { ConstantDraft, TypeDraft } from "../model/draft.js";
import type { SourceRange } from "../source/source.js";
import { integerRangeOf, numberRangeOf } from "./builtins.js";
import type { EvaluatedConstant } from "./constants.js";
import { integerIn } from "./operations.js";
import type { Settings } from "./settings.js";

/** The Go type of an enum's constants. */
export type EnumBase = StringType | IntegerType | FloatType;

/** A type definition that constants make an enum. */
export interface EnumDraft {
  readonly type: TypeDraft;
  readonly base: EnumBase;
  readonly constants: readonly EvaluatedConstant[];
}

/**
 * Returns what the values of an enum are in TypeScript: numbers as long as they fit one. An enum of 64-bit
 * integers with a longer member takes the setting `int64`; an enum of TypeScript holds no `bigint`, so
 * that such members are reported.
 */
export function baseOf(
  { type, base, constants }: EnumDraft,
  settings: Settings,
): EnumBase | LongIntegerType {
  if (base.kind !== "integer") return base;
  const { format } = base;
  if (format !== "int64" && format !== "uint64") return base;
  const limits = numberRangeOf(format);
  if (constants.every(({ value }) => isFit(integerIn(value), limits))) return base;
  const representation = settings.int64({ type: type.name.text });
  if (representation === "number") return base;
  const holdsBigInt = isErasable(type.name.text, settings);
  return representation === "bigint" && !holdsBigInt
    ? base
    : { kind: "long", format, representation };
}

/** The settings of enums, and the receiver of their diagnostics. */
export interface EnumScope {
  readonly settings: Settings;
  readonly report: Report;
}

/** Returns the value of a member; one that the enum cannot have is reported. */
export function valueOf(
  { draft, value }: EvaluatedConstant,
  enumDraft: EnumDraft,
  { settings, report }: EnumScope,
): EnumMember["value"] | undefined {
  const { base, type } = enumDraft;
  const name = type.name.text;
  const range = placeOf(draft);
  if (base.kind === "string" && value.kind === "string") return value.value;
  if (base.kind === "float" && (value.kind === "float" || value.kind === "integer")) {
    return Number(value.value);
  }
  const integer = integerIn(value);
  if (base.kind !== "integer" || integer === undefined) {
    report("mismatched-constant", range, {
      value: String(value.value),
      type: name,
      kind: base.kind,
    });
    return undefined;
  }
  const written = baseOf(enumDraft, settings);
  const isLong = written.kind === "long";
  const limits = isLong ? integerRangeOf(base.format) : numberRangeOf(base.format);
  const hint = isFit(integer, limits) ? undefined : longHint(integer, base.format, name, settings);
  if (!isWithin(integer, limits, base.format, range, report, hint)) return undefined;
  if (!isLong) return Number(integer);
  return written.representation === "bigint" ? integer : String(integer);
}

/** Returns how to keep the digits of an integer that a `number` does not hold, but the format does. */
function longHint(
  integer: bigint,
  format: IntegerFormat,
  type: string,
  settings: Settings,
): string | undefined {
  if (format !== "int64" && format !== "uint64") return undefined;
  if (!isFit(integer, integerRangeOf(format))) return undefined;
  if (settings.int64({ type }) === "bigint") {
    return `a TypeScript enum holds no bigint: set the enumStyle of ${code(type)} to \`as-const\` or \`union\`, or its int64 to \`string\``;
  }
  return `set int64 of ${code(type)} to \`string\`, or to \`bigint\` with the enumStyle \`as-const\` or \`union\``;
}

/** Whether an enum becomes an object or a union, which hold any value. */
function isErasable(type: string, settings: Settings): boolean {
  const style = settings.enumStyle(type);
  return style === "as-const" || style === "union";
}

/** Where the value of a constant is told: at its name, where it repeats the line of another one. */
export function placeOf({ name, value }: ConstantDraft): SourceRange {
  return value.range.start < name.range.start ? name.range : value.range;
}

/** Whether an integer is within limits; one that is not is reported. */
export function isWithin(
  integer: bigint,
  limits: readonly [least: bigint, most: bigint],
  type: string,
  range: SourceRange,
  report: Report,
  hint?: string,
): boolean {
  if (isFit(integer, limits)) return true;
  const [least, most] = limits;
  const expected = `a value of ${code(type)} from ${least} to ${most}`;
  report("constant-overflow", range, { value: String(integer), expected }, { hint });
  return false;
}

/** Other values than integers are reported elsewhere. */
function isFit(
  integer: bigint | undefined,
  [least, most]: readonly [least: bigint, most: bigint],
): boolean {
  return integer === undefined || (integer >= least && integer <= most);
}
