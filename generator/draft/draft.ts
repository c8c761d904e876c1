import type { Dialect } from "../dialect/dialect.js";
import type { Api, Declaration, Document } from "../model/api.js";
import { paragraphs } from "../source/text.js";
import { callTable } from "./calls.js";
import { goFence } from "./fence.js";
import { modelSection } from "./model.js";

/**
 * Writes an API as documents of the dialect `go`, one for each document of it.
 *
 * @param dialect has the titles of `go`
 * @returns the documents by their paths
 */
export function draftDocuments(api: Api, dialect: Dialect): ReadonlyMap<string, string> {
  const declarations = new Map(
    api.documents.flatMap((document) => document.declarations.map((one) => [one.name, one])),
  );
  return new Map(
    api.documents.map((document) => [
      document.path,
      `${draftDocument(document, declarations, dialect)}\n`,
    ]),
  );
}

function draftDocument(
  { title, documentation, declarations, calls }: Document,
  known: ReadonlyMap<string, Declaration>,
  dialect: Dialect,
): string {
  const { sections, columns } = dialect;
  const section = (declaration: Declaration) =>
    declaration.kind === "model"
      ? modelSection(declaration, columns.fields, known)
      : goFence(declaration);
  return paragraphs([
    title === "" ? "" : `# ${title}`,
    documentation,
    ...(declarations.length === 0 ? [] : [`## ${sections.models}`]),
    ...declarations.map(section),
    ...(calls.length === 0 ? [] : [`## ${sections.calls}`, callTable(calls, dialect)]),
  ]);
}
