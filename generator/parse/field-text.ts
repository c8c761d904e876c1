import { isName, isSame, wordOf } from "./field-words.js";
import { goTypeOf, isSure, isType, SURE } from "./type-text.js";

/** A line that reads like a row of a field table, without being one. */
export interface FieldText {
  /** The Name, or the Name and the JSON name. */
  readonly names: readonly string[];
  /** The type as Go spells it. */
  readonly type: string;
  readonly documentation: string;
  /**
   * How sure it is: cells between bars or tabs, words with punctuation between them, or nothing but the
   * order of two words.
   */
  readonly evidence: "cells" | "punctuation" | "words";
}

/** How much of a line is looked at: the patterns take a time that grows faster than the line. */
const LONGEST = 1000;

/** Reads a line as a field; `undefined` if it does not look like one. */
export function fieldTextOf(line: string): FieldText | undefined {
  const text = contentOf(line.slice(0, LONGEST));
  const cells = cellsOf(text);
  if (cells !== undefined) {
    const isCertain = /[|｜¦│\t]/.test(text);
    return fieldOf(cells, isCertain ? "cells" : "punctuation") ?? goFieldOf(text);
  }
  return (
    goFieldOf(text) ??
    labelledFieldOf(line.slice(0, LONGEST)) ??
    listedFieldOf(text) ??
    describedFieldOf(text) ??
    wordedFieldOf(text) ??
    wordedFieldOf(text.replace(CHINESE_WORD, "").replace(/^(\w+)[)）]\s*[:：]?/, "$1 "))
  );
}

/** A word of Chinese in front of a name, and the punctuation between them: `成员 userid string`. */
const CHINESE_WORD = /^\p{Script=Han}[\p{Script=Han}\w]*[\s:：（(，,]+/u;

/** A line without the markers of quotes, lists and definitions, and without HTML tags. */
function contentOf(line: string): string {
  return line
    .replaceAll(
      /<\w+\s[^<>]*?\bname=["']([^"'<>]*)["'][^<>]*?\btype=["']([^"'<>]*)["'][^<>]*>/g,
      "$1: $2 ",
    )
    .replaceAll(/<\/?[A-Za-z][^<>]*>/g, (tag) => (TYPE_ARGUMENT.test(tag) ? tag : "  "))
    .replace(MARKER, "")
    .replaceAll(LINK, "$1")
    .replaceAll(/[*_]+(?=[(（])|(?<=[)）])[*_]+/g, "")
    .replace(/^@\w+\s+\{([^{}\s]+)\}\s+\[?(\w+)\]?/, "$2: $1 ")
    .replace(/^:param\s+(\w+)\s+(\w+):/, "$2: $1")
    .replace(/^:type\s+(\w+):/, "$1:")
    .replace(MODIFIER, "")
    .trim();
}

/** The marks of quotes and lists in front of a text, and a word that introduces a list of fields. */
const MARKER =
  /^(?:\s*>)*\s*(?:(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?|[•·●○▪◦]\s*|[（(]?\d{1,9}[）)、]\s*)?(?:(?:fields?|properties|字段|参数|包含)\s*[:：]\s*(?=[\w`"]+\s*[(（:：,，]))?/i;

/** A link, of which the text counts; without a text it is code, such as `[](x)`. */
const LINK = /\[([^[\]\s]{1,80})\]\([^()\s]*\)/g;

/** Modifiers of fields in other languages. */
const MODIFIER =
  /^\s*(?:(?:@\w+|public|private|protected|readonly|optional|required|repeated|final)\s+(?=\w)|(?:val|var|let|pub)\s+(?=\w+\s*:))/;

/** `<int>` in `list<int>` is no tag. */
const TYPE_ARGUMENT = /^<(?:string|bool(?:ean)?|int\w*|uint\w*|float\w*|number|long|[A-Z]\w*)>$/;

/** The cells of a line between bars, tabs or wide spaces. */
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

function fieldOf(cells: readonly string[], evidence: FieldText["evidence"]): FieldText | undefined {
  const words = cells.map(wordOf);
  const first = /^\d+$/.test(words[0] ?? "") ? 1 : 0;
  const [one = "", two = "", three = ""] = words.slice(first);
  const known = words.findIndex((word, position) => position <= first + 4 && isType(word));
  // A name, the same name as JSON spells it, and the name of a model.
  const isModel = evidence === "cells" && isSame(one, two) && isName(three) && !isSame(one, three);
  const index = known === -1 && isModel ? first + 2 : known;
  const isTypeFirst = index === first;
  // A title in the language of the reader may be in front of the name.
  if (index > first + 1 && !isName(one) && isName(two)) {
    return fieldOf([...cells.slice(first + 1), one], evidence);
  }
  const name = isTypeFirst ? two : one;
  if (index === -1 || !isName(name)) return undefined;
  const names = index > first + 1 && isName(two) ? [name, two] : [name];
  const rest = cells.filter(
    (_, position) => position >= first + (isTypeFirst ? 2 : names.length) && position !== index,
  );
  return { names, type: goTypeOf(words[index] ?? ""), documentation: rest.join(" "), evidence };
}

/** A field of a Go struct outside of a fence. */
function goFieldOf(text: string): FieldText | undefined {
  const [, name = "", type = "", tag = "", comment = ""] =
    /^(\w+)\s+(\S+)\s+`[^`]*\b(?:json|xml):"([^"]*)"[^`]*`\s*(?:\/\/\s*(.*))?$/.exec(text) ?? [];
  if (name === "") return undefined;
  return { names: [name, tag], type, documentation: comment, evidence: "cells" };
}

/** `字段：userid，类型：string`. */
function labelledFieldOf(text: string): FieldText | undefined {
  const [, name = ""] =
    /(?:字段|参数|名称|field|name)名?\s*[:：=]\s*([^\s,，;；]+)/i.exec(text) ?? [];
  const [, type = ""] = /(?:类型|type)\s*[:：=]\s*([^\s,，;；]+)/i.exec(text) ?? [];
  if (!isName(wordOf(name)) || !isType(wordOf(type))) return undefined;
  const [, documentation = ""] = /(?:说明|描述|备注|desc\w*)\s*[:：=]\s*(.*)/i.exec(text) ?? [];
  return {
    names: [wordOf(name)],
    type: goTypeOf(wordOf(type)),
    documentation,
    evidence: "punctuation",
  };
}

/** `userid: string`, `userid (string, required)`, `userid,string,成员`, `"userid": string;`. */
function listedFieldOf(text: string): FieldText | undefined {
  const [head = "", mark = "", separator = ""] =
    /^([`"'“*_]*[A-Za-z_][\w.[\]-]*?[`"'”*_]*[?？]?)\s*([:：(（,，;；=—–]|-\s|->|→)\s*/.exec(
      text,
    ) ?? [];
  if (separator === "") return undefined;
  const name = wordOf(mark);
  const rest = text.slice(head.length);
  const parts = rest.split(/[,，;；()（）:：]|\s+[-—–]\s+|\s+/).filter((part) => part !== "");
  const words = parts.map(wordOf);
  const index = words.findIndex((word) => isType(word));
  const between = words.slice(0, index);
  const isClose =
    between.length < 3 && between.every((word) => FLAG.test(word) || isSame(name, word));
  if (index === -1 || !isClose || !isName(name) || LABELS.has(name.toLowerCase())) return undefined;
  const type = words[index] ?? "";
  const json = between.find((word) => isSame(name, word));
  const part = parts[index] ?? "";
  const behind = rest.slice(rest.indexOf(part) + part.length);
  // A value in quotes is no type, and neither is what a sentence goes on with: `userid（string）和`.
  const isValue = separator === "=" && (head === `${mark}=` || /^["'“]/.test(rest));
  if (
    isValue ||
    rest.startsWith(")") ||
    /^[)）]\s*(?:和|与|或|及|、)/.test(behind) ||
    /^v\d/.test(name)
  )
    return undefined;
  // A sentence goes on behind a comma, and behind a word that is a type in some languages only.
  const isSentence = /^\s+[A-Za-z]/.test(behind) && (separator === "," || !SURE.test(type));
  const isLabel = /[:：]/.test(separator) && COMMON_LABELS.has(name.toLowerCase());
  const isPlain = /^[A-Z]/.test(mark);
  if (isPlain && (LABELS.has(name.toLowerCase()) || TITLES.has(name))) return undefined;
  const isForeign = (isPlain || isLabel) && !isSure(type);
  if ([isSentence, isLabel, isForeign].filter(Boolean).length > 1) return undefined;
  const isDoubtful = isSentence || isLabel || isForeign || /→|->/.test(separator);
  const evidence = isDoubtful ? "words" : "punctuation";
  const documentation = behind.replace(/^[\s,，;；()（）:：—–-]+/, "");
  const names = json === undefined ? [name] : [name, json];
  return { names, type: goTypeOf(type), documentation, evidence };
}

/** `` `userid`: 成员的id (string)``. */
function describedFieldOf(text: string): FieldText | undefined {
  const [, mark = "", documentation = "", type = ""] =
    /^((?:[`"*_]+[A-Za-z_][\w.-]*[`"*_]+|[A-Za-z_][\w.-]*(?=\s*[:：=—–]|\s+-\s)))(.*)[（(，,]\s*`?([^\s（）(),，`]+)`?(?:[,，][^（）()]*)?[）)]?[.。]?$/.exec(
      text,
    ) ?? [];
  const name = wordOf(mark);
  if (!isName(name) || !SURE.test(type) || LABELS.has(name.toLowerCase())) return undefined;
  return {
    names: [name],
    type: goTypeOf(type),
    documentation: documentation.replace(/^[\s:：=—–-]+/, ""),
    evidence: "punctuation",
  };
}

/** `userid string 成员`, `string userid = 1;`: two words, one of which is surely a type. */
function wordedFieldOf(text: string): FieldText | undefined {
  const [first = "", second = "", ...others] = text.split(/\s+/);
  const name = wordOf(first);
  if (SURE.test(name) && isName(wordOf(second))) {
    // English goes on with a word: `string means text`.
    if (/^[A-Za-z]/.test(others[0] ?? "")) return undefined;
    const evidence = /^(?:=.*)?;$|;$/.test([second, ...others].join(" ")) ? "punctuation" : "words";
    return { names: [wordOf(second)], type: goTypeOf(name), documentation: "", evidence };
  }
  if (!isName(name) || /^v\d/.test(name) || ARTICLES.has(name.toLowerCase())) return undefined;
  const third = wordOf(others[0] ?? "");
  const hasJson = isName(wordOf(second)) && isSame(name, wordOf(second)) && SURE.test(third);
  const type = hasJson ? third : wordOf(second);
  if (!SURE.test(type)) return undefined;
  const documentation = others.slice(hasJson ? 1 : 0).join(" ");
  // English goes on with a word: `This string is`.
  const evidence = /^[A-Za-z]/.test(documentation) && !hasJson ? "words" : "punctuation";
  const names = hasJson ? [name, wordOf(second)] : [name];
  return { names, type: goTypeOf(type), documentation, evidence };
}

/** The field of a text as a row of a table, and the header above it. */
export function tableRowOf({ names, type, documentation }: FieldText): {
  readonly row: string;
  readonly header: string;
} {
  const cells = [...names, type].map((cell) => `\`${cell.replaceAll("|", "\\|")}\``);
  const titles = names.length > 1 ? ["Name", "JSON", "Type"] : ["Name", "Type"];
  if (documentation === "") return { row: cells.join("|"), header: titles.join("|") };
  const text = documentation.replaceAll(/(?<!\\)\|/g, "\\|");
  return { row: [...cells, text].join("|"), header: [...titles, "Doc"].join("|") };
}

/** Between a name and its type. */
const FLAG =
  /^(?:required|optional|nullable|readonly|必填|选填|可选|必须|必选|非必填|是|否|[yn]|yes|no|true|false|-)$/i;

/** Words with a colon behind them that introduce a sentence. */
const LABELS = new Set(
  "note notes returns return see example examples warning tip todo since version usage params query body".split(
    " ",
  ),
);

/** Words that are as often labels as they are names of fields. */
const COMMON_LABELS = new Set(
  "type format kind encoding unit value key default header param".split(" "),
);

/** Titles of what is not a field, where they are capitalized and not code. */
const TITLES = new Set(
  "Success Failure Error Errors Request Response Result Payload Webhook Accept Content-Type".split(
    " ",
  ),
);

/** Words in front of the word `string` in a sentence. */
const ARTICLES = new Set(
  "a an the this that these those any each every one no some its their optional empty json utf-8 as of or and is with to for in non-empty".split(
    " ",
  ),
);
