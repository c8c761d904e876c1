import { code, oneOf } from "./code.js";
import { error, notice, warning } from "./rule.js";

/** The messages about rows of API calls. */
export const callRules = {
  "invalid-url": error<{ what: string; text: string; expected: string }>(
    ({ what, text, expected }) => `Unexpected ${what} ${code(text)}, expected ${expected}`,
  ),
  "invalid-access-token": error<{ text: string }>(
    ({ text }) =>
      `Unexpected mark ${code(text)}, expected ${oneOf(["+", "-", "y", "n", "yes", "no"])}`,
  ),
  "duplicate-call": error`Unexpected second call ${"name"}, expected one`,
  "overridden-call": notice`Unexpected call ${"name"} on a page beside the row ${"other"} of a table, expected one of them; the row counts`,
  "joined-call": notice`Unexpected second description of the call ${"name"}, expected one; both are joined`,
  "differing-field": warning`Unexpected other type of ${"name"}, expected that of the first page; the first one counts`,
  "repeated-call": notice`Unexpected second call ${"name"}, expected one; both agree`,
  "invalid-query-field": error`Unexpected field ${"field"} of ${"name"} in the query of a call, expected a text, a number, a boolean, or a list of these`,
  "unresolved-parameter": error<{ parameter: string; name: string; fields: readonly string[] }>(
    ({ parameter, name, fields }) =>
      `Unexpected parameter ${code(`{${parameter}}`)}, expected a field of ${code(name)}, which has ${fields.length === 0 ? "none" : oneOf(fields, "and")}`,
  ),
  "invalid-path-field": error`Unexpected field ${"field"} of ${"name"} in the path of a call, expected a text, a number or a boolean`,
  "invalid-header-field": error<{ field: string; name: string }>(
    ({ field, name }) =>
      `Unexpected field ${code(field)} of ${code(name)} in the headers of a call, expected a text, a number or a boolean with the name of a header`,
  ),
  "invalid-part": error<{ part: string; method: string }>(
    ({ part, method }) =>
      `Unexpected ${part} of a call by ${method}, expected none: ${part === "body" ? "its request is in the query" : "it sends a file"}`,
  ),
  "invalid-success": error<{ text: string }>(
    ({ text }) =>
      `Unexpected answer ${code(text)} of a call, expected a status of success and a type, such as ${code("200 Order, 202 Job, 204")}`,
  ),
  "invalid-error": error<{ text: string }>(
    ({ text }) =>
      `Unexpected ${code(text)}, expected an error status and a model, for instance \`404 Problem\` or \`4XX Problem\``,
  ),
  "repeated-error": error`Unexpected second answer for ${"status"}, expected one model for each status`,
  "unread-errors": notice`Unexpected answers by HTTP status for the client ${"client"}, expected a client that reads them`,
  "invalid-head-response": error`Unexpected response ${"name"} of a call by HEAD, expected a model without fields: the answer has no body`,
  "invalid-binary-response": error<{ name: string; method: string }>(
    ({ name, method }) =>
      `Unexpected response ${code(name)} of a call by ${method}, expected \`-\`: the answer is a file`,
  ),
  "media-answer": warning<{ path: string }>(
    ({ path }) =>
      `Unexpected answer in JSON of ${code(path)}, expected a file: write \`GET(binary)\` and no response type`,
  ),
  "invalid-call-type": error<{ name: string; expected: string }>(
    ({ name, expected }) => `Unexpected type ${code(name)}, expected ${expected}`,
  ),
};
