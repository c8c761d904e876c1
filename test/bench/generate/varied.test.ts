import { describe, expect, test } from "vitest";
import { checkSpec } from "../../../generator/project/check.js";
import { variedDocuments } from "./varied.js";

describe.each([
  { models: 60, documents: 1 },
  { models: 60, documents: 6 },
])("$models models in $documents documents", (options) => {
  const documents = variedDocuments(options);
  const { counts, diagnostics } = checkSpec(documents);

  test("lint without a message but for the spellings of wire names", () => {
    const rules = diagnostics.map(({ rule }) => rule);
    expect(rules.filter((rule) => rule !== "differing-property")).toEqual([]);
    expect(counts).toMatchObject({ ...options, enums: 8 });
  });

  test("have tables of which no two are alike", () => {
    const tables = documents.flatMap(({ value }) => value.split(/^### .*$/m).slice(1));
    expect(tables).toHaveLength(options.models);
    expect(new Set(tables).size).toBe(options.models);
  });

  test("depend on nothing but the seed", () => {
    expect(variedDocuments(options)).toEqual(documents);
    expect(variedDocuments({ ...options, seed: 2 })).not.toEqual(documents);
  });
});
