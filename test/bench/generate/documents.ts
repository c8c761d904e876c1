/** What the generators are measured on. */
import { readFileSync } from "node:fs";
import type { SpecFile } from "../../../generator/source/spec-file.js";
import { variedDocuments } from "./varied.js";

/** A long document of models as its author wrote it, and the two that it refers to. */
export const userDocuments: readonly SpecFile[] = [
  "spec/external_contact.md",
  "spec/unassigned.md",
  "spec/user.md",
].map((path) => ({ path, value: readFileSync(path, "utf8") }));

/** The number of models in the public documents of the dialect, by which sizes are counted. */
const MODELS = 143;

/** Varied models, a tenth of those that the peers are measured on. */
export const small: readonly SpecFile[] = variedDocuments({ models: MODELS, documents: 1 });

export const largeInOne: readonly SpecFile[] = variedDocuments({
  models: 10 * MODELS,
  documents: 1,
});

export const largeInMany: readonly SpecFile[] = variedDocuments({
  models: 10 * MODELS,
  documents: 100,
});

/** As many models as one of the 100 documents has. */
export const alone: readonly SpecFile[] = variedDocuments({
  models: Math.ceil((10 * MODELS) / 100),
  documents: 1,
});
