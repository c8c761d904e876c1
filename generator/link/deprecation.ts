interface Deprecation {
  readonly documentation: string;
  readonly deprecated?: string;
}

/** A line that begins with the mark of Go or of JSDoc. */
const MARK = /^(?:Deprecated:|@deprecated(?!\w))[ \t]*/m;

/** Documentation that begins with the word in English. */
const ENGLISH = /^deprecated(?=[.:,;!]|$| (?:since|as of|in favou?r of)\b)/i;

/** Documentation that begins with the word in Chinese: with a bracket around it, or as a sentence. */
const CHINESE =
  /^([【[（(]?)(?:[该此本](?:字段|参数|接口|属性|枚举|类型|方法|值|成员|常量|模型)?)?\*{0,2}已经?(?:废弃|弃用)\*{0,2}(?=[】\]）)，,。.:：；;！!]|[ \t]*(?:\n|$)|[ \t](?:请|建议|改用|推荐))/;

/**
 * Takes the passage out of documentation that says that a thing is deprecated: a paragraph that begins with
 * `Deprecated:` or `@deprecated`, or `已废弃` and the like at the very beginning. The same words further on
 * may be about something else.
 *
 * @param told the content of a column about it
 */
export function withDeprecation(documentation: string, told?: string): Deprecation {
  const found = markedPassage(documentation) ?? openingPassage(documentation);
  if (found === undefined) {
    return { documentation, ...(told === undefined ? {} : { deprecated: told }) };
  }
  const reasons = new Set([told ?? "", found.deprecated].filter((reason) => reason !== ""));
  return { documentation: found.documentation, deprecated: [...reasons].join("\n") };
}

function markedPassage(text: string): Required<Deprecation> | undefined {
  const { 0: mark, index = 0 } = MARK.exec(text) ?? {};
  if (mark === undefined) return undefined;
  const start = index + mark.length;
  const length = text.slice(start).search(/\n[ \t]*\n|\n@/);
  return split(text, {
    start: index,
    reason: start,
    end: length === -1 ? text.length : start + length,
  });
}

function openingPassage(text: string): Required<Deprecation> | undefined {
  const [word, bracket = ""] = CHINESE.exec(text) ?? ENGLISH.exec(text) ?? [];
  if (word === undefined) return undefined;
  const rest = text.slice(word.length);
  const length = rest.search(bracket === "" ? /[。！!\n]/ : /[】\]）)]/);
  if (length === -1 && bracket !== "") return undefined;
  const end = length === -1 ? text.length : word.length + length;
  return split(text, { start: 0, reason: word.length, end });
}

/** Splits a text at a passage; marks that only separate the parts are dropped. */
function split(
  text: string,
  { start, reason, end }: { readonly start: number; readonly reason: number; readonly end: number },
): Required<Deprecation> {
  const before = text.slice(0, start).trimEnd();
  const after = text.slice(end).replace(/^[】\]）)。！!，,:：\s]+/, "");
  return {
    documentation: [before, after].filter((part) => part !== "").join("\n\n"),
    deprecated: text
      .slice(reason, end)
      .replace(/^[，,。.:：；;！!\s]+/, "")
      .trimEnd(),
  };
}
