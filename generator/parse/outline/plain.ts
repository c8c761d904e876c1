/** Returns inline Markdown as a reader sees it: without the marks of code, emphasis, links, images and HTML. */
export function plainText(text: string): string {
  return text
    .replaceAll(/!\[([^\]]*)\]\([^()]*\)/g, "$1")
    .replaceAll(/\[((?:\\.|[^\]\\])*)\]\((?:[^()]|\([^()]*\))*\)/g, "$1")
    .replaceAll(/<br\s*\/?>/gi, " ")
    .replaceAll(/&nbsp;|&emsp;|&ensp;/g, " ")
    .replaceAll(/<\/?[A-Za-z][^<>]*>/g, "")
    .replaceAll(/(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1/g, "$2")
    .replaceAll(/(?<![\w*])([*_])(?=\S)([^*_]+?)(?<=\S)\1(?![\w*])/g, "$2")
    .replaceAll(/`+([^`]*)`+/g, "$1")
    .replaceAll(/\\([!-/:-@[-`{-~])/g, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** Returns the texts of the code spans of inline Markdown. */
export function codeTexts(text: string): string[] {
  return [...text.matchAll(/(`+)(.+?)\1/g)].map(([, , code = ""]) => code.trim());
}
