import { keysByWord } from "../source/collections.js";
import { goSpellingOf } from "../source/type-hints.js";

/** Whether a word is the name of a type, in Go, in another language or in Chinese. */
export function isTypeWord(word: string): boolean {
  const type = word.replace(SUFFIX, "");
  return SURE.test(type) || goSpellingOf(type) !== undefined || CHINESE_TYPES.has(type);
}

/** The type as Go spells it. */
export function goTypeOf(word: string): string {
  const type = word.replace(SUFFIX, "");
  return CHINESE_TYPES.get(type) ?? (GO.test(type) ? type : goSpellingOf(type)) ?? type;
}

/** A length or its bounds, or the Chinese word for a type, behind a type. */
const SUFFIX = /\(\d+(?:[,-]\d+)?\)$|\[\d+(?:\.\.|[,-])\d+\]$|类型$/;

/** Types of Go that are no names of models, and what lists, maps and pointers have of names. */
const GO =
  /^(?:(?:\*|\[\d*\]|map\[[\w.]+\])*(?:string|bool|byte|rune|u?int(?:8|16|32|64)?|float(?:32|64)|interface\{\}|json\.RawMessage|time\.Time)|(?:\*|\[\d*\]|map\[[\w.]+\])+\w+)$/;

/** Words that mean nothing but a type. */
export const SURE = new RegExp(`${GO.source}|^(?:boolean|integer|varchar)$`, "i");

/** Tells whether a word means nothing but a type, in Go or in Chinese. */
export function isSure(word: string): boolean {
  const type = word.replace(SUFFIX, "");
  return SURE.test(type) || /^(?:字符串|整[数型形]|浮点数|布尔值?)$/.test(type);
}

const CHINESE_TYPES = keysByWord({
  string: "字符串",
  int: "整数 整型 整形",
  float64: "数字 数值 浮点数",
  bool: "布尔 布尔值",
  "[]T": "数组 列表",
  "map[string]any": "对象",
});
