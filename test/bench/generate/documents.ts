/** What the generators are measured on. */
import { readFileSync } from "node:fs";
import type { SpecFile } from "../../../generator/ir/files.js";
import { copiesOf, joined } from "./copies.js";

/** A long document of models as its author wrote it, and the two that it refers to. */
export const userDocuments: readonly SpecFile[] = [
  "spec/external_contact.md",
  "spec/unassigned.md",
  "spec/user.md",
].map((path) => ({ path, value: readFileSync(path, "utf8") }));

/** Copies of these documents, each of which is one document. */
export function inMany(count: number): readonly SpecFile[] {
  return copiesOf(joined(userDocuments), count).map((value, index) => {
    return { path: `spec/external_contact_${index + 1}.md`, value };
  });
}

/** Copies of these documents, all in one. */
export function inOne(count: number): readonly SpecFile[] {
  const value = copiesOf(joined(userDocuments), count).join("\n");
  return [{ path: "spec/external_contact.md", value }];
}
