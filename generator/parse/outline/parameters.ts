import type { SourceText } from "../../source/source.js";
import type { ParseContext } from "../context.js";
import type { CallDraft } from "../draft.js";
import { fieldAt, parameterField, parametersOf } from "./address.js";
import type { FieldNode } from "./fields.js";
import type { Subject } from "./part.js";
import { plainTitle } from "./plain.js";

/** Adds the fields that only the address tells; returns whether no parameter is a field of an object. */
export function addParameters(
  subject: Subject,
  endpoint: CallDraft["endpoint"] | undefined,
  context: ParseContext,
): boolean {
  const { fields } = subject.request;
  const names = parametersOf(subject, endpoint, context.dialect);
  const missing = names.filter(({ text }) => !fields.some(({ name }) => name.text === text));
  const nested = missing.filter((parameter) => {
    const row = fieldAt(fields, parameter.text.split("."));
    if (row !== undefined) reportNested(parameter, row, subject, context);
    return row !== undefined;
  });
  fields.push(...missing.map(parameterField));
  return nested.length === 0;
}

/** Reports a parameter that is a field of an object in the request. */
function reportNested(
  { text, range }: SourceText,
  row: FieldNode,
  { title, request }: Subject,
  { report }: ParseContext,
): void {
  const fields = request.fields.map(({ name }) => name.text);
  const parameters = { parameter: text, name: plainTitle(title.text), fields };
  const hint = "a parameter is a field of the request itself, and no field of an object in it";
  const related = [{ range: row.name.range, message: "the field of the object is here" }];
  report("unresolved-parameter", range, parameters, { hint, related });
}
