import type { Dialect } from "../dialect/dialect.js";
import type { Api, Document } from "../model/api.js";
import { paragraphs } from "../source/text.js";
import { callTable } from "./calls.js";
import { callbackTables } from "./callbacks.js";
import { dividedRequest } from "./divided.js";
import { FieldNames } from "./field-names.js";
import { goFence } from "./fence.js";
import { modelSection } from "./model.js";

/**
 * Writes an API as documents of the dialect `go`, one for each document of it.
 *
 * @param dialect has the titles of `go`
 * @param kept the fields that keep their names, as `Model.Field`; others get those that Go would give them
 * @returns the documents by their paths
 */
export function draftDocuments(
  api: Api,
  dialect: Dialect,
  kept: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, string> {
  const declarations = new Map(
    api.documents.flatMap((document) => document.declarations.map((one) => [one.name, one])),
  );
  const names = new FieldNames(declarations, kept);
  return new Map(
    api.documents.map((document) => [
      document.path,
      `${draftDocument(document, names, dialect)}\n`,
    ]),
  );
}

function draftDocument(
  { title, documentation, declarations, calls, callbacks }: Document,
  names: FieldNames,
  dialect: Dialect,
): string {
  const { sections, columns } = dialect;
  const divided = new Map(
    calls.flatMap((call) => {
      const request = dividedRequest(call, names.declarations);
      return request === undefined ? [] : [[call, request] as const];
    }),
  );
  // Rows of calls declare these.
  const implied = new Set([...divided.values()].map(({ model }) => model));
  const declared = declarations.filter(({ name }) => !implied.has(name));
  const section = (declaration: Document["declarations"][number]) =>
    declaration.kind === "model"
      ? modelSection(declaration, columns.fields, names)
      : goFence(declaration);
  return paragraphs([
    title === "" ? "" : `# ${title}`,
    documentation,
    ...(declared.length === 0 ? [] : [`## ${sections.models}`]),
    ...declared.map(section),
    ...(calls.length === 0 ? [] : [`## ${sections.calls}`, callTable(calls, divided, dialect)]),
    ...(callbacks.length === 0 ? [] : [`## ${sections.callbacks}`]),
    ...callbackTables(callbacks, columns.callbacks, names),
  ]);
}
