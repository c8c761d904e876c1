import { HIDDEN, masked } from "./mask.js";

/** A value with its label, as a text has them. */
export interface ValuePair {
  /** The value as it is on the wire: digits, or a word. */
  readonly value: string;
  readonly label: string;
  /** The places of the value and the end of its label in the text. */
  readonly start: number;
  readonly end: number;
}

/** A list of values in a text. */
export interface ValueList {
  readonly pairs: readonly ValuePair[];
  /** Whether all values are integers; otherwise all are words. */
  readonly isInteger: boolean;
  /** The text before the list. */
  readonly lead: string;
}

/** Longer texts are no cells of a list of values. */
const LONGEST = 4000;

/** The marks between a value and its label; all pairs of a list have one kind of them. */
const SEPARATORS = {
  dash: String.raw`\s{0,3}(?:-{1,2}>|-{1,3}(?!-)|[–—－]{1,2}|→)\s{0,3}`,
  colon: String.raw`\s{0,3}[:：](?!\/\/)\s{0,3}`,
  equal: String.raw`\s{0,3}(?:={1,2}>?|＝)\s{0,3}`,
  word: String.raw`\s{0,3}[,，]?\s{0,3}(?:表示|代表|意为|即为|(?<=\s)(?:means?|represents?|indicates?|stands for)(?=\s))\s{0,3}`,
  be: String.raw`\s{0,3}(?:为|是|(?<=\s)is(?=\s))\s{0,3}`,
} as const;

/** The kinds of marks; a value in code, and an integer before Chinese words, need no mark. */
type Separator = keyof typeof SEPARATORS | "code" | "bare";

const QUOTE = "[`\"'“”‘’*]{0,2}";

/** The characters before an integer that begins a pair: a divider, or Chinese words that name what it is a value of. */
const BEFORE_INTEGER = String.raw`(?<=^|[\s,，;；、。．!！:：/|和或及与${HIDDEN}\u4e00-\u9fff\x60"'“‘*])(?<![第前后约共满过到至超每][^\S\n]?)`;

/** The places where a word may begin a pair: behind a mark, or behind a blank after Chinese words. */
const BEFORE_WORD = String.raw`(?<=(?:^|[\n,，;；、。:：|${HIDDEN}])\s{0,3}[\x60"'“‘*]{0,2}|[\u4e00-\u9fff]\s{1,3}[\x60"'“‘*]{0,2})`;

/** An integer, or several ones that share a label, as in `0 和 1 表示正常`. */
const INTEGER = String.raw`(-?\d{1,9}(?:\s?(?:和|与|及|、|and|or)\s?-?\d{1,9}){0,8})(?![\d%]|\.\d)`;
const WORD = String.raw`([A-Za-z][A-Za-z\d_.]{0,63})(?![\w])`;

/** A form of the beginning of a pair. */
interface Form {
  readonly separator: Separator;
  readonly isInteger: boolean;
  readonly expression: RegExp;
  /**
   * The end of what the expression matches, without the characters around: most texts have none, and
   * the expression, which looks behind at every place, takes ten times as long to tell.
   */
  readonly sign?: RegExp;
}

/** The pairs of integers, by their separators. */
const INTEGER_FORMS = Object.entries(SEPARATORS).map(([separator, mark]): Form => ({
  separator: separator as Separator,
  isInteger: true,
  expression: new RegExp(`${BEFORE_INTEGER}${INTEGER}${QUOTE}${mark}`, "gu"),
  sign: new RegExp(String.raw`\d${QUOTE}${mark}`),
}));

/** The pairs of words: dashes also join words, and so they stand between blanks or before Chinese words. */
const WORD_FORMS = [
  { separator: "dash", mark: String.raw`${SEPARATORS.dash}(?:(?<=\s)|(?=["“]?[\u4e00-\u9fff]))` },
  { separator: "colon", mark: SEPARATORS.colon },
  { separator: "equal", mark: String.raw`${SEPARATORS.equal}(?=["“]?[\u4e00-\u9fff])` },
  { separator: "word", mark: SEPARATORS.word },
].map(({ separator, mark }): Form => ({
  separator: separator as Separator,
  isInteger: false,
  expression: new RegExp(`${BEFORE_WORD}${WORD}${QUOTE}${mark}`, "gu"),
  sign: new RegExp(String.raw`[\w.]${QUOTE}${mark}`),
}));

/** Values in code, with blanks before their labels. */
const CODE_FORMS: readonly Form[] = [
  {
    separator: "code",
    isInteger: true,
    expression: /`(-?\d{1,9})`(?:\s{1,3}(?=[^\s`,，、/|])|(?=[\u4e00-\u9fff]))/gu,
  },
  {
    separator: "code",
    isInteger: false,
    expression: /`([A-Za-z][\w.-]{0,63})`\s{1,3}(?=[^\s`,，、/|])/gu,
  },
];

/** Integers right before Chinese labels. */
const BARE_FORM: Form = {
  separator: "bare",
  isInteger: true,
  expression:
    /(?<=(?:^|[\n,，;；、。:：/|])\s{0,3}|[\u4e00-\u9fff]\s)(\d{1,4})\s{0,3}(?=[\u4e00-\u9fff])/gu,
  sign: /\d\s{0,3}[\u4e00-\u9fff]/,
};

const FORMS = [...INTEGER_FORMS, ...WORD_FORMS, ...CODE_FORMS, BARE_FORM];

/** The beginning of a pair: its value and its separator. */
interface Head {
  readonly values: readonly string[];
  readonly start: number;
  /** The place where the label begins. */
  readonly label: number;
}

/**
 * Finds a list of at least two values with labels, such as `1-单人, 2-多人`, outside of brackets; all pairs
 * have the same separator.
 */
export function pairsIn(text: string): ValueList | undefined {
  if (text.length > LONGEST || !/\d|[A-Za-z]/.test(text)) return undefined;
  const plain = masked(text);
  const lists = FORMS.flatMap((form) => {
    if (form.sign?.test(plain) === false) return [];
    const heads = headsIn(plain, form.expression);
    return (isWhole(form, heads, plain) && listOf(heads, form, text, plain)) || [];
  });
  return lists.toSorted((one, other) => other.pairs.length - one.pairs.length)[0];
}

/** Whether all values in code have labels; one without a label means that the words behind the others are no labels, either. */
function isWhole({ separator }: Form, heads: readonly Head[], plain: string): boolean {
  if (separator !== "code" || heads.length === 0) return true;
  const values = new Set(heads.flatMap((head) => head.values));
  const codes = Array.from(plain.matchAll(/`([\w.-]+)`/g), ([, code = ""]) => code);
  return codes.every((code) => values.has(code));
}

function headsIn(plain: string, expression: RegExp): Head[] {
  return Array.from(plain.matchAll(expression), ({ 0: whole, 1: value = "", index }) => {
    const values = value.split(/(?:\s|和|与|及|、|and|or)+(?=-?\d)/u);
    return { values, start: index + whole.indexOf(value), label: index + whole.length };
  });
}

/** Makes a list of pairs; nothing if one of them has no label, or two have the same value. */
function listOf(
  heads: readonly Head[],
  { separator, isInteger }: Form,
  text: string,
  plain: string,
): ValueList | undefined {
  const [first] = heads;
  const values = heads.flatMap((head) => head.values);
  if (first === undefined || heads.length < 2 || new Set(values).size < values.length) {
    return undefined;
  }
  const pairs = heads.flatMap(({ values: own, start, label }, index): ValuePair[] => {
    const next = heads[index + 1]?.start ?? text.length;
    const end = labelEnd(plain, label, next, index === heads.length - 1);
    const words = trimmedLabel(text.slice(label, end));
    if (!isLabel(words, separator, isInteger)) return [];
    return own.map((value) => ({ value, label: words, start, end }));
  });
  if (separator === "bare" && !areInSequence(values)) return undefined;
  const end = pairs.at(-1)?.end ?? 0;
  if (pairs.length < values.length || MORE.test(plain.slice(end))) return undefined;
  return { pairs, isInteger, lead: text.slice(0, first.start) };
}

/** Values behind a list that have labels of another form. */
const MORE = /^[^。\n]{0,40}?[,，、;；]\s{0,3}`?-?\d{1,9}`?\s{1,3}`?\p{L}/u;

/** Labels beyond that end at their first comma or blank. */
const LONG_LABEL = 24;

/** Returns the end of a label: that of its sentence, and of the last one at the first comma. */
function labelEnd(plain: string, start: number, next: number, isLast: boolean): number {
  const label = plain.slice(start, next);
  const sentence = label.search(/[。；;\n]|\.\s|\.$/u);
  const whole = sentence < 0 ? label : label.slice(0, sentence);
  // A conjunction right before the next value is no part of the label.
  const words =
    isLast || sentence >= 0 ? whole : whole.replace(/(?:[或和及与]|\s(?:or|and)\s?)$/iu, "");
  const trimmed = words.replace(/[\s,，、:：/|`"'“‘*]+$/u, "");
  const end =
    isLast || trimmed.length > LONG_LABEL ? trimmed.search(/[,，]|(?<=[\u4e00-\u9fff])\s/u) : -1;
  return start + (end < 0 ? trimmed.length : end);
}

/** Words behind a number that is no value: of measures, of ranges, and those that other separators are. */
const MEASURE =
  /^(?:[个条次天秒分时小周月年日号点级页张行列位倍度米元角万千百亿人字种类项份名款步到至或和与及之以多余]|表示|代表|为|是.)/u;

/** Tells whether integers follow each other from 0 or 1 on, up or down. */
function areInSequence(values: readonly string[]): boolean {
  const numbers = values.map(Number);
  const [least = 0] = numbers.toSorted((one, other) => one - other);
  const isUp = numbers.every((value, index) => value === least + index);
  const isDown = numbers.toReversed().every((value, index) => value === least + index);
  return least <= 1 && (isUp || isDown);
}

function trimmedLabel(text: string): string {
  const label = text.replace(/^(?:[\s"'“‘*]+|for )+|[\s,，、:："'”’*]+$/gu, "");
  const isOdd = (label.match(/`/g)?.length ?? 0) % 2 === 1;
  return isOdd ? label.replace(/^`|`$/, "") : label;
}

/** Tells whether a text is words about a value, and no end of a range, of a time or of a condition. */
function isLabel(label: string, separator: Separator, isInteger: boolean): boolean {
  if (!/\p{L}/u.test(label)) return false;
  switch (separator) {
    case "dash":
      return !/^\d/.test(label);
    case "colon":
      return !/^\d{1,2}(?:[:：]|$|\s|[^\d\p{L}])/u.test(label);
    case "equal":
      return isInteger || !/^\d/.test(label);
    case "code":
      return !/^(?:或者?|和|与|及|等|时|的|则|表示|代表|为|or|and|to|if|in)(?:\s|`|$)/iu.test(
        label,
      );
    case "bare":
      return !MEASURE.test(label);
    default:
      return !/^\d+$/.test(label);
  }
}
