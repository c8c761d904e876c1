import type { Columns, FieldRole } from "../dialect/dialect.js";
import type { Embedding, Field, FieldFacts, Model, Sample } from "../model/api.js";
import { paragraphs } from "../source/text.js";
import { documentationOf } from "./documentation.js";
import type { FieldNames } from "./field-names.js";
import { codeCell, tableOf, textCell, type Cells } from "./text.js";
import { goType } from "./type.js";

/** Returns the heading of a model, its documentation, and the table of its fields. */
export function modelSection(
  model: Model,
  { titles, required }: Columns<FieldRole>,
  names: FieldNames,
): string {
  const documentation = documentationOf(model);
  const [first = "", ...rest] = documentation.split("\n\n");
  // A heading has one line.
  const isTitled = !first.includes("\n");
  const title = isTitled ? ` ${first}` : "";
  const text = isTitled ? rest.join("\n\n") : documentation;
  const roles = Object.keys(titles) as FieldRole[];
  const titleOf = (role: FieldRole) => titles[role][0] ?? role;
  const rows = rowsOf(model, names).map(
    (row): Cells => new Map([...row].map(([role, cell]) => [titleOf(role), cell])),
  );
  const isNeeded: FieldRole[] = [...required, "doc"];
  const columns = [...roles.filter((role) => role !== "doc"), "doc" as const].map(titleOf);
  const table = tableOf(columns, rows, isNeeded.map(titleOf));
  return paragraphs([`### ${codeCell(model.name)}${title}`.trimEnd(), text, table]);
}

type FieldRow = ReadonlyMap<FieldRole, string>;

/** Returns the rows of a model; an embedding is above the first field that it promotes. */
function rowsOf(model: Model, names: FieldNames): FieldRow[] {
  const own = new Set(model.ownFields);
  const open = new Set(model.embeddings);
  const rows: FieldRow[] = [];
  for (const field of model.fields) {
    if (own.has(field)) rows.push(fieldRow(field, names, tagsOf(field, model)));
    else
      for (const embedding of open) {
        const type = { kind: "reference", name: embedding.type } as const;
        if (!names.fieldsOf(type).includes(field)) continue;
        rows.push(embeddingRow(embedding));
        open.delete(embedding);
      }
  }
  const ignoredTags: [FieldRole, string][] = [
    ...(model.json === undefined ? [] : [["tag", "-"] as [FieldRole, string]]),
    ...(model.xml === undefined ? [] : [["xml", "-"] as [FieldRole, string]]),
  ];
  const ignored = model.ignored.map((field) => fieldRow(field, names, ignoredTags));
  return [...[...open].map(embeddingRow), ...rows, ...ignored];
}

function embeddingRow({ type, documentation }: Embedding): FieldRow {
  return new Map([
    ["identifier", codeCell("")],
    ["type", codeCell(type)],
    ["doc", textCell(documentation)],
  ]);
}

type RoleCell = readonly [role: FieldRole, cell: string];

function tagsOf({ json, xml }: Field, model: Model): RoleCell[] {
  const options = `${json?.omitEmpty ? ",omitempty" : ""}${json?.quoted ? ",string" : ""}`;
  // A dash alone says that the field is not in JSON.
  const tag = json && json.name + (json.name === "-" ? options || "," : options);
  const element = xml && `${xml.text}${xml.omitEmpty ? ",omitempty" : ""}`;
  return [
    ...(model.json === undefined ? [] : [["tag", tagCell(tag)] as const]),
    ...(model.xml === undefined ? [] : [["xml", tagCell(element)] as const]),
  ];
}

function tagCell(text: string | undefined): string {
  return text === undefined ? "-" : codeCell(text);
}

function fieldRow(field: FieldFacts, names: FieldNames, tags: readonly RoleCell[]): FieldRow {
  const { type, isPointer, documentation, deprecated, since, values, limits } = field;
  const { required, condition } = field;
  const isCondition = condition !== undefined && required === false;
  const answer = required === undefined ? "" : required ? "yes" : "no";
  // Only the answer of an optional field may be in words.
  const doc =
    isCondition || condition === undefined
      ? documentation
      : paragraphs([documentation, `Required: ${condition}`]);
  return new Map([
    ["identifier", codeCell(names.nameOf(field))],
    ...tags,
    ["type", codeCell(`${isPointer ? "*" : ""}${goType(type)}`)],
    ["required", isCondition ? textCell(condition) : answer],
    ["default", sampleCell(field.default)],
    ["example", sampleCell(field.example)],
    ["deprecated", deprecated === undefined ? "" : textCell(deprecated) || "yes"],
    ["since", textCell(since ?? "")],
    ["values", textCell(values ?? "")],
    ["limits", textCell(limits?.text ?? "")],
    ["doc", textCell(doc)],
  ]);
}

function sampleCell(sample: Sample | undefined): string {
  if (sample === undefined) return "";
  const isCode = sample.value !== undefined && !/[`\n]/.test(sample.text) && sample.text !== "";
  return isCode ? codeCell(sample.text) : textCell(sample.text);
}
