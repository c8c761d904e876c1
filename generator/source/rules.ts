import { callRules } from "./call-rules.js";
import { callbackRules } from "./callback-rules.js";
import { code, oneOf } from "./code.js";
import { exampleRules } from "./example-rules.js";
import { fileRules } from "./file-rules.js";
import { openApiRules } from "./openapi-rules.js";
import { xmlRules } from "./xml-rules.js";
import { error, lossNotice, lossWarning, notice, warning } from "./rule.js";

export type { Rule, Severity } from "./rule.js";

/** Returns the headings that an unclosed fence has taken in. */
function swallowed(headings: readonly string[], more: number): string {
  if (headings.length === 0) return "";
  const others = more > 0 ? ` and ${more} more` : "";
  return ` (with ${headings.map(code).join(", ")}${others} in it)`;
}

/** Returns the expected content of the cells of a column. */
function cellDescription(column: string): string {
  if (column === "Access Token") return "a mark, for instance `+`";
  if (column === "JSON" || column === "XML") return `a tag for ${column} in back-ticks`;
  if (column === "Errors") return "statuses and models in back-ticks";
  return `a ${column} in back-ticks`;
}

/** Every message that md2sdk can report, by its rule id. */
export const rules = {
  ...fileRules,
  ...exampleRules,
  ...callRules,
  ...callbackRules,
  ...openApiRules,
  // Structure of a document
  "merge-conflict": error`Unexpected marks of a merge conflict, expected the conflict to be resolved; nothing else is reported about this document`,
  "missing-topic": warning`Unexpected document without a topic, expected a heading \`# Topic\``,
  "repeated-topic": warning`Unexpected second topic ${"title"}, expected one of that title`,
  "empty-section": warning`Unexpected section ${"title"} without content, expected models, Go fences, API calls or callbacks`,
  "unknown-section": error`Unexpected section ${"title"}, expected \`## Models\`, \`## API calls\` or \`## Callbacks\``,
  "misplaced-content": error<{ content: string; expected: string }>(
    ({ content, expected }) => `Unexpected ${content} here, expected ${expected}`,
  ),
  "invalid-model-heading": error`Unexpected heading without a name, expected ### \`Name\` and one line of documentation`,
  "missing-heading-space": error<{ marker: string }>(
    ({ marker }) =>
      `Unexpected ${code(marker)} without a following space, expected a heading such as ${code(`${marker.replaceAll(/[^#]+/g, "")} Name`)}`,
  ),
  "skipped-content": lossWarning<{ content: string }>(
    ({ content }) =>
      `Unexpected ${content}, expected documentation, a field table or a Go fence; it is left out`,
  ),
  "duplicate-table": error`Unexpected second field table of ${"model"}, expected one table`,
  "skipped-fence": lossNotice<{ language: string }>(({ language }) =>
    language === ""
      ? "Unexpected fence without a language, expected a Go fence; it is left out"
      : `Unexpected fence in ${code(language)}, expected a Go fence; it is left out`,
  ),
  "unclosed-fence": error<{ lines: number; headings: readonly string[]; more: number }>(
    ({ lines, headings, more }) =>
      `Unexpected fence of ${lines} ${lines === 1 ? "line" : "lines"}${swallowed(headings, more)}, expected a closing fence`,
  ),

  "unclosed-html": error<{ opening: string; closing: string; lines: number }>(
    ({ opening, closing, lines }) =>
      `Unexpected ${code(opening)} of ${lines} ${lines === 1 ? "line" : "lines"} without an end, expected ${code(closing)}`,
  ),

  "skipped-text": lossNotice<{ content: string }>(
    ({ content }) => `Unexpected ${content}, expected documentation; it is left out`,
  ),

  // Field tables
  "invalid-table": error<{ cells: number; expected: number }>(({ cells, expected }) =>
    cells === expected
      ? "Unexpected delimiter row below a text, expected a header above it"
      : `Unexpected delimiter row of ${cells} ${cells === 1 ? "cell" : "cells"}, expected ${expected} as in the header above it`,
  ),
  "stray-row": error<{ content: string }>(
    ({ content }) =>
      `Unexpected ${content} in a text, expected a table: a header, a row of dashes below it, and no empty line`,
  ),
  "stray-field": error<{ content: string }>(
    ({ content }) => `Unexpected ${content} in a text, expected a row of a field table`,
  ),
  "possible-field": lossWarning<{ content: string }>(
    ({ content }) => `Unexpected text that may be a ${content}, expected documentation`,
  ),
  "missing-table": lossNotice`Unexpected model ${"model"} without a table, expected a field table`,
  "interrupted-table": error<{ content: string }>(
    ({ content }) => `Unexpected ${content} right below a table, expected a row or an empty line`,
  ),
  "unknown-column": error<{
    title: string;
    columns: readonly string[];
    dialect: string;
    isPart: boolean;
  }>(({ title, columns, dialect, isPart }) => {
    const other = `title that means something in the dialect ${code(dialect)}`;
    const expected = isPart
      ? `${columns.map(code).join(", ")} or another ${other}`
      : oneOf(columns);
    return `Unexpected column ${code(title)}, expected ${columns.length === 0 ? `a ${other}` : expected}`;
  }),
  "missing-column": error`Unexpected table without the column ${"title"}, expected one`,
  "duplicate-column": error`Unexpected second column ${"title"}, expected one`,
  "ragged-row": error<{ cells: number; columns: number }>(
    ({ cells, columns }) =>
      `Unexpected row of ${cells} ${cells === 1 ? "cell" : "cells"}, expected ${columns} as in the header`,
  ),
  "missing-cell": error<{ column: string; text: string }>(
    ({ column, text }) =>
      `Unexpected ${text === "" ? "empty cell" : code(text)}, expected ${cellDescription(column)}`,
  ),
  "missing-code-span": error<{ column: string; text: string }>(
    ({ column, text }) => `Unexpected text ${code(text)}, expected ${cellDescription(column)}`,
  ),
  "unbalanced-backtick": error<{ column: string; text: string }>(
    ({ column, text }) =>
      `Unexpected back-tick without a second one in ${code(text)}, expected ${cellDescription(column)}`,
  ),
  "invalid-tag": error<{ tag: string; expected: string }>(
    ({ tag, expected }) => `Unexpected tag ${code(tag)}, expected ${expected}`,
  ),
  ...xmlRules,
  "other-dialect": error<{ count: number; dialect: string; expected: string }>(
    ({ count, dialect, expected }) =>
      `Unexpected ${count} ${count === 1 ? "table that looks" : "tables that look"} like the dialect ${code(dialect)}, expected the dialect ${code(expected)}; nothing else is reported about this document`,
  ),
  "unknown-dialect": error<{ name: string; known: readonly string[] }>(
    ({ name, known }) => `Unexpected dialect ${code(name)}, expected ${oneOf(known)}`,
  ),
  "unread-table": lossNotice<{ rows: number }>(
    ({ rows }) =>
      `Unexpected table of ${rows} ${rows === 1 ? "row" : "rows"}, expected one of fields or values; it is left out`,
  ),
  "unread-content": lossWarning<{ content: string; expected: string; effect: string }>(
    ({ content, expected, effect }) => `Unexpected ${content}, expected ${expected}; ${effect}`,
  ),
  "whole-body": warning`Unexpected row ${"name"} of a whole body, expected rows of its fields; the body is an object with the member ${"name"}`,
  "unread-row": error`Unexpected name ${"text"} of a field, expected one without spaces`,
  "deep-row": error<{ most: number }>(
    ({ most }) =>
      `Unexpected fields more than ${most} levels deep, expected objects nested less deeply`,
  ),
  "scalar-parent": error<{ name: string; child: string }>(
    ({ name, child }) =>
      `Unexpected type of ${code(name)}, expected an object: ${code(child)} is a field of it`,
  ),
  "client-header": notice`Unexpected header ${"name"} in a request, expected one that the client does not send itself; the row is left out`,
  "skipped-row": lossNotice`Unexpected ${"text"}, expected a name or a value; the row is left out`,
  "invalid-answer": error<{ text: string }>(
    ({ text }) =>
      `Unexpected answer ${code(text)}, expected ${oneOf(["yes", "no", "是", "否", "必填", "选填"])}, or a text such as \`创建时必填\``,
  ),
  "omitted-requirement": warning`Unexpected tag option \`omitempty\` of the required field ${"name"}, expected a tag that keeps zero values`,
  "invalid-default": warning<{ text: string; type: string }>(
    ({ text, type }) =>
      `Unexpected default ${code(text)}, expected a value of type ${code(type)}; it is kept as documentation`,
  ),
  "enum-in-prose": notice<{ name: string; values: readonly string[] }>(
    ({ name, values }) =>
      `Unexpected values ${oneOf(values, "and")} of ${code(name)} in a text, expected an enum as its type`,
  ),
  "contradicting-values": warning<{
    name: string;
    value: string;
    label: string;
    expected?: string;
  }>(({ name, value, label, expected }) =>
    expected === undefined
      ? `Unexpected value ${code(value)} (${code(label)}) in the text beside the type ${code(name)}, expected a value that the enum has`
      : `Unexpected meaning ${code(label)} of ${code(value)} in the text beside the type ${code(name)}, expected ${code(expected)} as in the enum`,
  ),
  "unread-limits": notice<{ text: string; expected: string }>(
    ({ text, expected }) =>
      `Unexpected limits ${code(text)}, expected ${expected}; they are kept as documentation`,
  ),
  "skipped-todo": lossNotice`Unexpected \`TODO\` in the column ${"column"}, expected a value; the row is left out`,

  // Documents in which any heading may begin a declaration
  "unnamed-heading": error`Unexpected heading ${"title"} above a table, expected one with a name`,
  "missing-endpoint": warning`Unexpected request or response of ${"title"} without a method and a path, expected a line such as \`POST /path\`; the models are made, and no call`,
  "repeated-endpoint": warning`Unexpected second call of one method and path, expected another endpoint; it is named ${"name"} after its heading`,
  "assumed-part": warning<{ role: string }>(
    ({ role }) =>
      `Unexpected fields of a call below neither a request nor a response, expected a heading above them; they are taken for the ${role}`,
  ),
  "unclear-part": error<{ count: number }>(
    ({ count }) =>
      `Unexpected ${count} tables of a call below neither a request nor a response, expected a heading such as \`请求参数\` or \`Response\` above each`,
  ),
  "list-body": warning`Unexpected list as the request of a call, expected an object, as clients send no list; ${"model"} is made for its elements, and no call`,
  "unnamed-value": notice`Unexpected value ${"value"} of ${"name"} without a name, expected a column of names; the members are named after the values`,

  // Names
  "invalid-identifier": error`Unexpected name ${"name"}, expected a Go identifier`,
  "duplicate-declaration": error`Unexpected second declaration of ${"name"}, expected one`,
  "repeated-declaration": notice`Unexpected second declaration of ${"name"}, expected one; both agree`,
  "repeated-constant": notice`Unexpected second declaration of ${"name"}, expected one; both agree`,
  "duplicate-field": error`Unexpected second field ${"name"}, expected one`,
  "duplicate-wire-name": error`Unexpected second field with the JSON name ${"name"}, expected one`,
  "name-collision": error<{ name: string; identifier: string; taken: string }>(
    ({ name, identifier, taken }) =>
      `Unexpected name ${code(name)}, expected one whose TypeScript name ${code(identifier)} is free: it is ${taken}`,
  ),

  "long-id": notice<{ name: string; isNumber: boolean }>(({ name, isNumber }) =>
    isNumber
      ? `Unexpected ${code("number")} for the 64-bit id ${code(name)}, expected ${code("bigint")} or ${code("string")}, which hold ids beyond 2^53 − 1`
      : `Unexpected 64-bit id ${code(name)} without a setting ${code("int64")}, expected ${code("bigint")}, which is the default, or ${code("string")}`,
  ),
  "differing-property": notice`Unexpected property ${"property"} for the JSON name ${"wireName"}, expected ${"expected"} as elsewhere`,

  // Comments for the tool
  "invalid-suppression": warning<{ content: string; expected: string }>(
    ({ content, expected }) => `Unexpected ${content}, expected ${expected}`,
  ),
  "unused-suppression": warning`Unexpected suppression of ${"rule"}, expected a message of that rule there`,

  "stale-baseline": warning<{ rule: string; file: string; recorded: number; occurring: number }>(
    ({ rule, file, recorded, occurring }) =>
      `Unexpected ${recorded} of ${code(rule)} for ${code(file)} in the baseline, expected ${occurring} as there are now`,
  ),

  // The configuration
  "invalid-setting": error<{ path: string; found: string; expected: string }>(
    ({ path, found, expected }) =>
      found === ""
        ? `Unexpected setting ${code(path)}, expected ${expected}`
        : `Unexpected ${code(found)} as the setting ${code(path)}, expected ${expected}`,
  ),
  "repeated-output": error`Unexpected folder ${"out"} of two outputs, expected one of its own for each`,
  "unused-setting": warning<{ path: string; expected?: string }>(
    ({ path, expected = "a name of the spec" }) =>
      `Unexpected setting ${code(path)}, expected ${expected}`,
  ),
  "missing-profile": warning`Unexpected profile without its file, expected a file ${"file"} of your own in the output`,
  "missing-dependency": error`Unexpected package ${"name"}, expected one that \`package.dependencies\` names`,
  "ineffective-setting": warning`Unexpected setting ${"path"}, which has no effect on ${"of"}`,

  // Types
  "unresolved-type": error`Unexpected type ${"name"}, expected a type of the spec`,
  "unknown-type": warning`Unexpected type ${"name"}, expected a type of the spec; it is taken as \`unknown\``,
  "invalid-type": error`Unexpected type ${"text"}, expected a Go type`,
  "unsupported-type": error`Unexpected type ${"text"}, expected a type that JSON can carry`,
  "invalid-map-key": error`Unexpected map key ${"text"}, expected a string or an integer type`,
  "invalid-quoted-type": warning`Unexpected tag option \`string\` on the type ${"text"}, expected a string, boolean or number type`,
  "excessive-embedding": error<{ most: number }>(
    ({ most }) =>
      `Unexpected embedding, expected at most ${most} fields that all embeddings promote together`,
  ),
  "invalid-embedding": error`Unexpected embedding of ${"name"}, expected a model`,
  "type-cycle": error<{ path: readonly string[] }>(
    ({ path }) =>
      `Unexpected cycle ${code(path.join(" → "))}, expected a type that does not consist of itself`,
  ),

  // Go fences
  "go-syntax": error<{ text: string; expected: string }>(({ text, expected }) =>
    text === ""
      ? `Unexpected end of the Go code, expected ${expected}`
      : `Unexpected ${code(text)}, expected ${expected}`,
  ),
  "skipped-declaration": lossNotice<{ what: string }>(
    ({ what }) => `Unexpected Go ${what}, expected types and constants; it is left out`,
  ),
  "unsupported-constant": error`Unexpected expression ${"text"}, expected a constant expression of numbers, texts and booleans`,
  "unresolved-constant": error`Unexpected name ${"name"}, expected a constant of the spec`,
  "invalid-operation": error<{ operation: string; reason: string }>(
    ({ operation, reason }) => `Unexpected operation ${code(operation)}, expected ${reason}`,
  ),
  "repeated-value": notice`Unexpected value ${"value"} of ${"name"}, expected one that ${"first"} does not have`,
  "mismatched-constant": error<{ value: string; type: string; kind: string | undefined }>(
    ({ value, type, kind }) =>
      `Unexpected value ${code(value)}, expected ${kind === undefined ? "a" : `${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind}`} constant of type ${code(type)}`,
  ),
  "constant-overflow": error<{ value: string; expected: string }>(
    ({ value, expected }) => `Unexpected value ${code(value)}, expected ${expected}`,
  ),
};

export type RuleId = keyof typeof rules;

/** The parameters of the sentence of a rule. */
export type RuleParameters<Id extends RuleId> = Parameters<(typeof rules)[Id]["sentence"]>[0];
