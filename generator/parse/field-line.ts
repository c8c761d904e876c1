/** How much of a line is looked at: the patterns take a time that grows faster than the line. */
export const LONGEST = 1000;

/** Returns a line without the markers of quotes, lists and definitions, and without HTML tags. */
export function lineContent(line: string): string {
  return line
    .slice(0, LONGEST)
    .replaceAll(/&[en][mnb]?sp;/g, "  ")
    .replaceAll(/[【「『〔［]/g, "（")
    .replaceAll(/[】」』〕］]/g, "）")
    .replaceAll(
      /<\w+\s[^<>]*?\bname=["']([^"'<>]*)["'][^<>]*?\btype=["']([^"'<>]*)["'][^<>]*>/g,
      "$1: $2, ",
    )
    .replaceAll(/<\/?[A-Za-z][^<>]*>/g, (tag) => (TYPE_ARGUMENT.test(tag) ? tag : "  "))
    .replace(MARKER, "")
    .replace(/^\[(\w+)\]:/, "$1:")
    .replaceAll(LINK, "$1")
    .replaceAll(/[*_]+(?=[(（])|(?<=[)）])[*_]+/g, "")
    .replace(/^@\w+\s+\{([^{}\s]+)\}\s+\[?(\w+)\]?/, "`$2`: $1 ")
    .replace(/^:param\s+(\w+)\s+(\w+):/, "`$2`: $1")
    .replace(/^:type\s+(\w+):/, "$1:")
    .replace(/\{\s*"type"\s*:\s*/, "")
    .replace(MODIFIER, "")
    .trim()
    .replace(/^\|([^|]*)\|?$/, "$1");
}

/** The marks of quotes, lists and footnotes in front of a text, and the words that introduce a list of fields. */
const MARKER =
  /^[\s>]*(?:(?:[-*+]|\w[.)]|\d{1,9}[.)])\s+|[（(]?\d{1,9}[）)、]\s*|[\p{So}\p{No}•·●]\ufe0f?\s*|[–—―]+\s*|\[\^[^\s\]]*\]:\s*)?(?:\[[ xX]\]\s+)?(?:(?:(?:the\s+)?fields?(?:\s+are)?|properties|(?:包含|包括)?(?:字段|参数|属性)|包含|包括)\s*[:：]\s*(?=[\w`"]+\s*[(（:：,，]))?/iu;

/** A link, of which the text counts; without a text it is code, such as `[](x)`. */
const LINK = /\[([^[\]\s]{1,80})\]\([^()\s]*\)/g;

/** Modifiers of fields in other languages. */
const MODIFIER =
  /^\s*(?:(?:@\w+|public|private|protected|readonly|optional|required|repeated|final)\s+(?=\w)|(?:val|var|let|pub)\s+(?=\w+\s*:))/;

/** `<int>` in `list<int>` is no tag. */
const TYPE_ARGUMENT = /^<(?:string|bool(?:ean)?|int\w*|uint\w*|float\w*|number|long|[A-Z]\w*)>$/;

/** Returns the cells of a line between bars, tabs or wide spaces; `undefined` if it has only one. */
export function cellsOf(text: string): string[] | undefined {
  for (const separator of [/\\?[|｜¦│]/, /\t+/, /\.{3,}|…+/, / \/ /, / {2,}|\u3000/]) {
    const cells = text
      .slice(0, LONGEST)
      .split(separator)
      .map((cell) => cell.trim());
    if (cells[0] === "") cells.shift();
    if (cells.at(-1) === "") cells.pop();
    if (cells.length > 1) return cells;
  }
  return undefined;
}
