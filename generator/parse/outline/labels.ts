import { plainText } from "./plain.js";

/** The thing that a label announces, which stands below it. */
const THING =
  "(?:示例|样例|例子|格式|结构体?|包体?|报文|数据|结果|参数|字段|返回|请求|响应|应答|说明)";

/** The end of a sentence that announces an example or a table: `请求示例如下：`. */
const ANNOUNCEMENT = new RegExp(
  String.raw`[^\s，。；、：:,;！!？?（）()]{0,8}?(?:(?:示例|样例|例子)(?:如下(?:所示)?)?\s*[:：]|${THING}(?:为)?如下(?:所示)?\s*[:：]?)$`,
);

/** An answer in one of two cases: `正确时返回（…）：`. */
const CASE =
  /^(?:正确|正常|成功|错误|出错|失败|异常)(?:时|后|情况下?)?的?返回.{0,6}?(?:[（(].*[）)])?\s*[:：]$/;

/** A clause that says nothing without the announcement behind it: a case, a moment, or an example. */
const SUBORDINATE =
  /(?:时|后|下|中|为例|的话)$|^(?:当|若|如果?|例如|比如|以|假设)|^[\w一二三四五六七八九十]{0,2}[.、)）]?$/;

/** Tells whether a line only says that an example or a table is below it: `消息格式如下：`. */
export function isLabel(text: string): boolean {
  return withoutLabel(text) === "";
}

/** The end of an English sentence that announces a table: `… and the following response attributes:`. */
const ENGLISH =
  /\b(?:request|response)\b(?: body)? (?:attribute|parameter|propert|field|argument|header)\w*\s*:$/i;

/** Returns the words at the end of a line that say that an example or a table is below it. */
export function announcementIn(text: string): string | undefined {
  const plain = plainText(text);
  return (ANNOUNCEMENT.exec(plain) ?? ENGLISH.exec(plain))?.[0];
}

/** Returns a line without the end that says that an example or a table is below it. */
export function withoutLabel(text: string): string {
  const plain = plainText(text);
  if (CASE.test(plain)) return "";
  const announcement = ANNOUNCEMENT.exec(plain);
  if (announcement === null) return text;
  const before = plain.slice(0, announcement.index);
  // Clauses in brackets belong to the sentence around them.
  const start = /^(?:.*[。！!？?；;])?/s.exec(
    before.replaceAll(/（[^）]*）|\([^)]*\)/g, blank),
  )?.[0];
  const clause = before.slice(start?.length ?? 0).replace(/[，,、：:\s]+$/, "");
  const main = clause.replaceAll(/（[^）]*）|\([^)]*\)/g, "").trim();
  const kept = SUBORDINATE.test(main) ? before.slice(0, start?.length ?? 0) : before;
  const end = kept.replace(/[，,、：:\s]+$/, "");
  // The marks of a text that stays are its own.
  return text.includes(end) ? text.slice(0, text.indexOf(end) + end.length) : text;
}

function blank(text: string): string {
  return "　".repeat(text.length);
}
