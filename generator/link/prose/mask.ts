/** A character in the place of each one that no pair begins in. */
export const HIDDEN = "\u0001";

/** The brackets that hide their content, by their opening ones. */
const CLOSING: Readonly<Record<string, string>> = {
  "(": ")",
  "（": "）",
  "[": "]",
  "［": "］",
  "【": "】",
  "「": "」",
  "『": "』",
  "《": "》",
};

const BRACKETS = /[()（）[\]［］【】「」『』《》]/g;

/** Tags of HTML, and bars of a table that are escaped, which divide a text. */
const DIVIDERS = /<\/?[A-Za-z][^<>\n]{0,200}>|\\\|/g;

const ADDRESSES = /<?https?:\/\/[^\s<>，。；）)]+>?/gi;

/** Returns a text of the same length without the content of brackets and addresses; tags become breaks of lines. */
export function masked(text: string): string {
  return withoutBrackets(
    text
      .replaceAll(ADDRESSES, (address) => HIDDEN.repeat(address.length))
      .replaceAll(DIVIDERS, (tag) => "\n".repeat(tag.length)),
  );
}

/** Hides brackets with their content; a bracket without its other one is a character like others. */
function withoutBrackets(text: string): string {
  const open: { readonly closing: string; readonly start: number }[] = [];
  const spans: { readonly start: number; readonly end: number }[] = [];
  for (const { 0: character, index } of text.matchAll(BRACKETS)) {
    const closing = CLOSING[character];
    if (closing !== undefined) open.push({ closing, start: index });
    const last = open.findLastIndex((bracket) => bracket.closing === character);
    const start = open[last]?.start;
    if (start === undefined) continue;
    open.length = last;
    while ((spans.at(-1)?.start ?? -1) > start) spans.pop();
    spans.push({ start, end: index + 1 });
  }
  let result = "";
  let position = 0;
  for (const { start, end } of spans) {
    result += text.slice(position, start) + HIDDEN.repeat(end - start);
    position = end;
  }
  return result + text.slice(position);
}
