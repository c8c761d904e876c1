import { LONGEST } from "./field-line.js";
import type { Line } from "./lines.js";
import { SURE } from "./type-text.js";

/** A line that may be a field. */
export interface FieldLine extends Line {
  /** Whether it is a member of a type in another language. */
  readonly isMember: boolean;
}

/**
 * Returns the lines that say something: the members of a type in one line each by itself, and a term
 * with its type from the line below it.
 */
export function joinedLines(lines: readonly Line[]): FieldLine[] {
  const result: FieldLine[] = [];
  const short = lines.map((line) => ({ ...line, text: line.text.slice(0, LONGEST) }));
  const isMember = short.some(({ text }) => OPENING.test(text));
  for (const line of short.flatMap(bracedMembers)) {
    const term = result.at(-1);
    const [, behindColon, type = behindColon] = TYPE.exec(line.text) ?? [];
    if (type !== undefined && term !== undefined && TERM.test(term.text)) {
      const mark = /[:：]\s*[^\s`]/.test(term.text) ? "`" : "";
      const name = term.text.replaceAll(/^.*[:：]\s*(?=\S)|[:：]?\s*[\\{]?\s*$/g, "");
      result[result.length - 1] = {
        ...term,
        text: `${mark}${name}${mark}: ${type.replace(/\s*\\$/, "")}`,
      };
    } else if (/\p{L}/u.test(line.text) && !NO_FIELD.test(line.text)) {
      result.push({ isMember, ...line });
    }
  }
  return result;
}

/** A name alone on its line, also with a bracket or the mark of a line break behind it. */
const TERM =
  /^\s*(?:(?:name|field|字段名?称?|参数名?称?)\s*[:：]\s*)?[`"*]*[A-Za-z_][\w.-]*[`"*]*\s*[:：]?\s*[\\{]?\s*$/i;

/** A type alone on its line, or at its beginning and behind a colon. */
const TYPE = new RegExp(
  `^\\s*(?:(?:"?type"?|[\\u4E00-\\u9FFF]{0,4}类型)\\s*)?[:：]\\s*(.*)|^\\s*(\`?(?:${SURE.source.replaceAll(/[$^]/g, "")})\`?\\s*(?:\\\\|[,，;；].*)?)$`,
  "is",
);

/** A type of another language in one line, or an object of JSON. */
const BRACES =
  /^\s*`?(?:(?:(?:export|public|final|data)\s+)*(?:type|interface|struct|class|message)\s+\w+\s*(?:struct\s*|=\s*)?)?\{(?!%)([^{}]*)\}[`;\s]*$/;

/** The words in front of a list of fields, or the beginning of a type that goes on in the lines below. */
const OPENING =
  /^\W*(?:[Tt]he\s+)?(?:[Ff]ields|包含|(?:包含)?字段)\s*[:：]|^\s*(?:(?:export|public|final|data)\s+)*(?:type|interface|struct|class|message)\s+\w+[^{}]*\{\s*$/;

/** The beginning of a type or an object, a line of tags, of a template or of the marks of a fence. */
const NO_FIELD = /\{\s*$|^\s*(?:<\/?\w+>\s*)+$|^\s*\{%.*%\}\s*$|^\s*[`~·]+\w*\s*$/;

function bracedMembers(line: Line): (Line & { readonly isMember?: true })[] {
  const members = BRACES.exec(line.text)?.[1];
  if (members === undefined) return [line];
  return members.split(/[;,]/).map((text) => ({ ...line, text, isMember: true }));
}
