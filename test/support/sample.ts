import { fileURLToPath } from "node:url";
import { readDocuments } from "../../generator/read/documents.js";

/**
 * A part of the specification of this repository with each of its features, in a tenth of its length:
 * tests use it where the rest would only repeat what they show.
 */
export const sample = await readDocuments(
  ["spec"],
  fileURLToPath(new URL("../sample/", import.meta.url)),
);
