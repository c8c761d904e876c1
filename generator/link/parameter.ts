import type { JsonField } from "../model/api.js";
import { code } from "../source/code.js";
import type { Report } from "../source/diagnostic.js";
import type { SourceText } from "../source/source.js";
import { suggest } from "../source/suggest.js";

/** Reports a parameter that has no field, and proposes the JSON name of a field that is like it. */
export function reportParameter(
  { text, range }: SourceText,
  name: string,
  fields: readonly JsonField[],
  report: Report,
): void {
  const names = fields.map(({ json }) => json.name);
  const meant = fields.find((field) => field.name === text)?.json.name;
  const hint = meant === undefined ? suggest(text, names) : `did you mean ${code(meant)}?`;
  report("unresolved-parameter", range, { parameter: text, name, fields: names }, { hint });
}
