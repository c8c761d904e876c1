/**
 * Returns inline Markdown as a reader sees it: without the marks of code, emphasis, links, images and HTML. The type
 * `object[](Sort)` is no link.
 */
export function plainText(text: string): string {
  return text
    .replaceAll(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => hidden(mark))
    .replaceAll(/<sup\b[^<>]*>.*?<\/sup>/gi, "")
    .replaceAll(/!\[([^\]]*)\]\([^()]*\)/g, "$1")
    .replaceAll(
      /(?!\[\]\([A-Za-z_]\w*\))\[((?:\[[^[\]]*\]|[^[\]])*)\]\((?:[^()]|\([^()]*\))*\)/g,
      "$1",
    )
    .replaceAll(/<br\s*\/?>/gi, " ")
    .replaceAll(/&nbsp;|&emsp;|&ensp;/g, " ")
    .replaceAll(TAG, "")
    .replaceAll(/(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1/g, "$2")
    .replaceAll(/(?<![\w*])([*_])(?=\S)([^*_]+?)(?<=\S)\1(?![\w*])/g, "$2")
    .replaceAll(/`+([^`]*)`+/g, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/g, " ")
    .replaceAll(HIDDEN, (mark) => String.fromCharCode(mark.charCodeAt(0) - PRIVATE))
    .trim();
}

/**
 * A tag: the name of an element of HTML, or another one with attributes or a slash. `<int>` in `list<int>` is
 * none.
 */
const TAG =
  /<\/[A-Za-z][^<>]*>|<[A-Za-z][^<>]*\/>|<[A-Za-z][\w-]*\s[^<>]*=[^<>]*>|<(?:a|abbr|b|badge|big|br|center|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|samp|small|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|tt|u|ul|var|wbr)\s*>/gi;

/** The first private character of Unicode: escaped marks are kept behind it. */
const PRIVATE = 0xe000;

const HIDDEN = /[\ue021-\ue07e]/g;

function hidden(mark: string): string {
  return String.fromCharCode(PRIVATE + mark.charCodeAt(0));
}

/** Returns the text of a heading, without the anchors and badges that tools put beside it. */
export function plainTitle(title: string): string {
  const text = title
    .replaceAll(/<badge\b[^<>]*>.*?<\/badge>|<badge\b[^<>]*\/>/gi, "")
    .replace(/\{[#.][^{}]*\}\s*$/, "");
  return plainText(text);
}

/** Returns the texts of the code spans of inline Markdown. */
export function codeTexts(text: string): string[] {
  return [...text.matchAll(/(`+)(.+?)\1/g)].map(([, , code = ""]) => code.trim());
}

/** Removes the end of a label, such as that of `返回示例如下：`. */
export function withoutEnd(label: string): string {
  return label.replace(/[\s:：]+$/, "").replace(/(?<=\S{2})如下(?:所示)?$/, "");
}
