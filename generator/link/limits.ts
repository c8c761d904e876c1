import type { Bounds, Limits, ScalarType, Type } from "../model/api.js";

/** A type whose values, lengths or items have bounds. */
type Bounded = ScalarType | Extract<Type, { kind: "list" }>;

/** One end of a range; an open end is not in it. */
interface End {
  readonly value: string;
  readonly isOpen: boolean;
}

interface Range {
  readonly least?: End;
  readonly most?: End;
  readonly unit: string;
}

/** Longer texts are prose, which takes patterns long. */
const LONGEST = 100;

const NUMBER = String.raw`(-?\d{1,30}(?:\.\d{1,30})?(?:\^\d{1,2})?)`;
const UNIT = String.raw`\s*([\p{L}]{0,10})`;
const PREFIX = String.raw`(?:(?:字符|字节)?长度|取值|取值范围|范围|length|range)?\s*[为:：]?\s*`;

const INTERVAL = pattern(String.raw`([[(])\s*${NUMBER}\s*[,，]\s*${NUMBER}\s*([\])])`);
const RANGE = pattern(
  String.raw`(?:between\s+)?${NUMBER}\s*(?:~|～|-|–|—|到|至|to|and)\s*${NUMBER}`,
);
const MOST = pattern(
  String.raw`(?:不(?:能|可|得)?(?:超过|大于|多于|长于)|最[多大长]|至多|小于等于|≤|<=|max(?:imum|\.)?|at most|up to)\s*[为是:：]?\s*${NUMBER}`,
);
const WITHIN = RegExp(`^${PREFIX}${NUMBER}${UNIT}(?:以内|以下|之内)$`, "iu");
const BELOW = pattern(String.raw`(?:小于|少于|<|less than|fewer than)\s*${NUMBER}`);
const LEAST = pattern(
  String.raw`(?:不(?:能|可|得)?(?:小于|少于|短于)|最[少小短]|至少|大于等于|≥|>=|min(?:imum|\.)?|at least)\s*[为是:：]?\s*${NUMBER}`,
);
const ABOVE = pattern(String.raw`(?:大于|多于|超过|>|more than|greater than)\s*${NUMBER}`);

function pattern(source: string): RegExp {
  return RegExp(`^${PREFIX}${source}${UNIT}$`, "iu");
}

/** Reads the bounds of a value, its length or its items from words; without bounds the words are not understood. */
export function limitsOf(text: string, type: Bounded | undefined): Limits {
  const isShort = text.length <= LONGEST;
  const range = type && isShort ? (rangeOf(text) ?? joinedRange(text)) : undefined;
  const bounds = type && range && boundsOf(range, type);
  return { text, ...(bounds === undefined ? {} : { bounds }) };
}

/** Reads two ends that are apart: `最少1个，最多10个`, `min 1, max 20`. */
function joinedRange(text: string): Range | undefined {
  const ranges = text.split(/[,，;；、]|且|\band\b/).map((part) => rangeOf(part));
  const [one, other] = ranges;
  if (ranges.length !== 2 || one === undefined || other === undefined) return undefined;
  const isDouble = (one.least && other.least) ?? (one.most && other.most);
  if (isDouble !== undefined) return undefined;
  if (one.unit !== "" && other.unit !== "" && one.unit !== other.unit) return undefined;
  return { ...one, ...other, unit: one.unit === "" ? other.unit : one.unit };
}

function rangeOf(part: string): Range | undefined {
  const text = part
    .replaceAll("`", "")
    .trim()
    .replace(/[.。]$/, "");
  const [, opening, from, to, closing, unitOfInterval = ""] = INTERVAL.exec(text) ?? [];
  if (from !== undefined && to !== undefined) {
    const least = { value: from, isOpen: opening === "(" };
    return { least, most: { value: to, isOpen: closing === ")" }, unit: unitOfInterval };
  }
  const [, first, last, unitOfRange = ""] = RANGE.exec(text) ?? [];
  if (first !== undefined && last !== undefined) {
    return { least: closed(first), most: closed(last), unit: unitOfRange };
  }
  const [, most, unitOfMost = ""] = MOST.exec(text) ?? WITHIN.exec(text) ?? [];
  if (most !== undefined) return { most: closed(most), unit: unitOfMost };
  const [, below, unitOfBelow = ""] = BELOW.exec(text) ?? [];
  if (below !== undefined) return { most: { value: below, isOpen: true }, unit: unitOfBelow };
  const [, least, unitOfLeast = ""] = LEAST.exec(text) ?? [];
  if (least !== undefined) return { least: closed(least), unit: unitOfLeast };
  const [, above, unit = ""] = ABOVE.exec(text) ?? [];
  return above === undefined ? undefined : { least: { value: above, isOpen: true }, unit };
}

function closed(value: string): End {
  return { value, isOpen: false };
}

function boundsOf({ least, most, unit }: Range, type: Bounded): Bounds | undefined {
  const of = quantityOf(unit, type);
  if (of === undefined) return undefined;
  const isWhole = type.kind !== "float";
  const [from, to] = [least && endValue(least, 1n, isWhole), most && endValue(most, -1n, isWhole)];
  if ((least && from === undefined) ?? (most && to === undefined)) return undefined;
  if (from !== undefined && to !== undefined && from > to) return undefined;
  if (of !== "value" && ((from ?? 0n) < 0 || (to ?? 0n) < 0)) return undefined;
  return {
    of,
    ...(from === undefined ? {} : { least: from }),
    ...(to === undefined ? {} : { most: to }),
  };
}

/** Returns the quantity that a unit counts in the values of a type. */
function quantityOf(unit: string, type: Bounded): Bounds["of"] | undefined {
  const isCount = /^(?:|个|条|项)$/.test(unit);
  switch (type.kind) {
    case "integer":
    case "float":
      return isCount ? "value" : undefined;
    case "list":
      return isCount || /^(?:个(?:元素|成员)|元素|items?|elements?|entries)$/i.test(unit)
        ? "items"
        : undefined;
    case "string":
      if (/^(?:个?字节|bytes?)$/i.test(unit)) return "bytes";
      return /^(?:|个?字符?|characters?|chars?)$/i.test(unit) ? "characters" : undefined;
    case "boolean":
      return undefined;
  }
}

/** Returns a number with the nearest whole one for an open end. */
function endValue(
  { value, isOpen }: End,
  step: bigint,
  isWhole: boolean,
): number | bigint | undefined {
  const [base = "", exponent] = value.split("^");
  if (base.includes("."))
    return isWhole || isOpen || exponent !== undefined ? undefined : Number(value);
  const whole = BigInt(base) ** BigInt(exponent ?? 1);
  if (isWhole) return isOpen ? whole + step : whole;
  return isOpen ? undefined : Number(whole);
}
