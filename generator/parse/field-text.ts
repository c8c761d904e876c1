import { cellsOf, lineContent, LONGEST } from "./field-line.js";
import { LIKELY, scoreOf, type Pair } from "./field-score.js";
import { FLAG, isFieldName, isSameName, wordOf } from "./field-words.js";
import { goTypeOf, isSure, isTypeWord } from "./type-text.js";

/** A line that reads like a row of a field table, without being one. */
export interface FieldText {
  /** The Name, or the Name and the JSON name. */
  readonly names: readonly string[];
  /** The type as Go spells it. */
  readonly type: string;
  readonly documentation: string;
  /** How much the line reads like a field; `Infinity` for cells between bars or tabs. */
  readonly score: number;
}

/** Reads a line as a field; `undefined` if it does not look like one. */
export function fieldTextOf(line: string): FieldText | undefined {
  const text = lineContent(line);
  const field = goFieldOf(text) ?? labelledFieldOf(line.slice(0, LONGEST));
  if (field !== undefined) return field;
  const cells = cellsOf(text) ?? [];
  const isCertain = /[|｜¦│\t]/.test(text);
  const row = fieldInCells(cells, isCertain ? Infinity : LIKELY);
  if (row !== undefined || (isCertain && cells.length > 1)) return row;
  const [, title = ""] = TITLE.exec(text) ?? [];
  const named =
    title === "" ? "" : text.slice(title.length).replace(/^(\w+)[)）]\s*[:：]?\s*/, "$1: ");
  return [namedPairOf(text), typedPairOf(text), describedPairOf(text), namedPairOf(named)]
    .flatMap((pair) => (pair === undefined ? [] : fieldOfPair(pair)))
    .toSorted((one, other) => other.score - one.score)[0];
}

/** A word of Chinese in front of a name, with the punctuation between them: `成员：userid, string`. */
const TITLE = /^(\p{Script=Han}[\p{Script=Han}\w]*(?:\s*[：:（(]\s*|\s+(?=\w+\s+[^\s(（])))/u;

function fieldInCells(cells: readonly string[], score: number): FieldText | undefined {
  const words = cells.map(wordOf);
  const first = /^\d+$/.test(words[0] ?? "") ? 1 : 0;
  const [one = "", two = "", three = ""] = words.slice(first);
  const known = words.findIndex((word, position) => position <= first + 4 && isTypeWord(word));
  // A name, the same name as JSON spells it, and the name of a model.
  const isModel =
    score > LIKELY && isSameName(one, two) && isFieldName(three) && !isSameName(one, three);
  const index = known === -1 && isModel ? first + 2 : known;
  const isTypeFirst = index === first;
  // A title in the language of the reader may be in front of the name.
  if (index > first + 1 && !isFieldName(one) && isFieldName(two)) {
    return fieldInCells([...cells.slice(first + 1), one], score);
  }
  const name = isTypeFirst ? two : one;
  if (index === -1 || !isFieldName(name)) return undefined;
  const names = index > first + 1 && isFieldName(two) ? [name, two] : [name];
  const rest = cells.filter(
    (_, position) => position >= first + (isTypeFirst ? 2 : names.length) && position !== index,
  );
  return { names, type: goTypeOf(words[index] ?? ""), documentation: rest.join(" "), score };
}

/** Reads a field of a Go struct outside of a fence. */
function goFieldOf(text: string): FieldText | undefined {
  const [, name = "", type = "", tag = "", comment = ""] =
    /^(\w+)\s+(\S+)\s+`[^`]*\b(?:json|xml):"([^"]*)"[^`]*`\s*(?:\/\/\s*(.*))?$/.exec(text) ?? [];
  if (name === "") return undefined;
  return { names: [name, tag], type, documentation: comment, score: Infinity };
}

/** Reads `字段：userid，类型：string`. */
function labelledFieldOf(text: string): FieldText | undefined {
  const [, name = ""] =
    /(?:字段|参数|名称|field|name)名?\s*[:：=]\s*([^\s,，;；]+)/i.exec(text) ?? [];
  const [, type = ""] = /(?:类型|type)\s*[:：=]\s*([^\s,，;；]+)/i.exec(text) ?? [];
  if (!isFieldName(wordOf(name)) || !isTypeWord(wordOf(type))) return undefined;
  const [, documentation = ""] = /(?:说明|描述|备注|desc\w*)\s*[:：=]\s*(.*)/i.exec(text) ?? [];
  return { names: [wordOf(name)], type: goTypeOf(wordOf(type)), documentation, score: LIKELY };
}

/** A pair with the name in JSON, and documentation between the name and the type. */
interface FoundPair extends Pair {
  readonly json?: string | undefined;
  readonly documentation?: string;
}

function fieldOfPair(pair: FoundPair): FieldText {
  const { name, json, type, behind, documentation = behind } = pair;
  return {
    names: json === undefined ? [name] : [name, json],
    type: goTypeOf(wordOf(type)),
    documentation: documentation
      .replace(/^\s*(?:=\s*\d+)?\s*[;,]\s*$|[)）]\s*[、，,;；]\s*\S+\s*[（(].*$/, "")
      .replace(/^[\s,，;；()（）:：—–}-]+/, ""),
    score: scoreOf(pair),
  };
}

const NAME =
  /^([`"'“*_]*[A-Za-z_][\w.[\]-]*?[`"'”*_]*[?？*]?)(\s*(?:->|→|=>|[:：(（,，;；=—–/~^]|-\s)\s*|\s+)/;

/** Reads a name and then a type: `userid: string`, `userid (string, required)`, `userid required string`. */
function namedPairOf(text: string): FoundPair | undefined {
  const [head = "", mark = "", separator = ""] = NAME.exec(text) ?? [];
  const name = wordOf(mark);
  const rest = text.slice(head.length).replace(/^[[<{](\S+)[\]>}](?=\s|$)/, "$1");
  // `list()` is a call.
  if (!isFieldName(name) || rest.startsWith(")")) return undefined;
  let json: string | undefined;
  for (const { 0: part, index } of [
    ...rest.matchAll(/(?:[^\s,，;；()（）:：/.—→]|\.(?=\S))+/g),
  ].slice(0, 3)) {
    const word = wordOf(part);
    if (isTypeWord(word)) {
      return { name, mark, separator, type: part, behind: rest.slice(index + part.length), json };
    }
    if (isSameName(name, word)) json = word;
    else if (!FLAG.test(word)) return undefined;
  }
  return undefined;
}

/** Reads a type and then a name: `string userid;`. */
function typedPairOf(text: string): Pair | undefined {
  const [head = "", type = "", mark = ""] =
    /^([\w`[]\S*)\s+([`*]*[A-Za-z_]\w*[`*]*)/.exec(text) ?? [];
  const name = wordOf(mark);
  const behind = text.slice(head.length);
  // English goes on with a word: `string means text`.
  if (!isSure(wordOf(type)) || !isFieldName(name) || /^\s+[A-Za-z]/.test(behind)) return undefined;
  return { name, mark, type, separator: "", behind };
}

/** Reads a type in parentheses at the end, or in a sentence: `` `userid`: 成员 (string)``. */
function describedPairOf(text: string): FoundPair | undefined {
  const atEnd =
    /^([`"*_]+[A-Za-z_][\w.-]*[`"*_]+|[A-Za-z_][\w.-]*(?=\s*[:：=—–]|\s+-\s))(.*)[（(，,]\s*`?([^\s（）(),，`]+)`?(?:[,，][^（）()]*)?[）)]?[.。]?$/.exec(
      text,
    );
  const inText = /`([A-Za-z_]\w*)`\s+(?:\w+\s+)?()[（(]\s*`?([^\s（）(),，`]+)`?\s*[）),，]/;
  const [, mark = "", documentation = "", type = ""] = atEnd ?? inText.exec(text) ?? [];
  const name = wordOf(mark);
  if (!isFieldName(name) || !isSure(type)) return undefined;
  return { name, mark, type, separator: atEnd === null ? " " : ": (", behind: "", documentation };
}

/** Returns the field of a text as a row of a table, and the header above it. */
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
