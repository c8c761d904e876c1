import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { go } from "../generator/dialect/go.js";
import { draftDocuments } from "../generator/draft/draft.js";
import { checkSpec } from "../generator/project/check.js";
import { draftSpec } from "../generator/project/draft.js";
import { generate } from "../generator/project/generate.js";
import { inputOf } from "./support/case.js";
import { cases } from "./support/cases.js";
import { generatedPages } from "./support/pages.js";
import { printed } from "./support/printed.js";
import { templates } from "./support/templates.js";

/** The settings of drafts beside those of the documents that they are made of. */
const GO = { dialect: undefined, dialects: undefined, configFile: undefined };

const drafted = cases.flatMap(({ name, text }) => {
  const input = inputOf(text);
  if ("diagnostics" in input) return [];
  const { files, ...draft } = draftSpec(input.specFiles, input.options);
  return files.size === 0 ? [] : [{ name, ...input, files, ...draft }];
});

describe("drafts", () => {
  test("there are many", () => {
    const folders = new Set(drafted.map(({ name }) => name.split("/")[0]));
    expect([...folders]).toEqual(expect.arrayContaining(["dialect", "rest", "wecom"]));
    expect(drafted.length).toBeGreaterThan(30);
  });

  test.each(drafted)("of $name have no errors", ({ faults }) => {
    expect(faults.map(({ rule, sentence }) => `${rule}: ${sentence}`)).toEqual([]);
  });

  const comparable = drafted.filter(({ name }) => {
    // A draft has no section of callbacks, and tells that they are missing.
    if (name.startsWith("callbacks/")) return false;
    // The configuration renames a field by its name, which a draft writes as Go does: `constructor`, `Constructor`.
    return name !== "xml/codecs.md";
  });

  test.each(comparable)("of $name give the same package", async ({ specFiles, options, files }) => {
    const settings = { ...options, templates, memo: printed };
    const before = await generate(specFiles, settings);
    const after = await generate(
      [...files].map(([path, value]) => ({ path, value })),
      { ...settings, ...GO },
    );
    expect(Object.fromEntries(after.files)).toEqual(Object.fromEntries(before.files));
  });

  test("are the same again", () => {
    for (const { files, options } of drafted) {
      const specFiles = [...files].map(([path, value]) => ({ path, value }));
      const { api } = checkSpec(specFiles, { ...options, ...GO });
      expect(draftDocuments(api, go)).toEqual(files);
    }
  });

  test("say what they cannot", () => {
    const value = [
      "# Pets",
      "## Get pet",
      "`GET /pet/{id}`",
      "- a list\n  - in a list",
      "### Parameters",
      "| Name | Type | Required |\n|---|---|---|\n| id | string | yes |",
    ].join("\n\n");
    const { faults, differences } = draftSpec([{ path: "spec/pets.md", value }], {
      dialect: "rest",
    });
    expect(faults).toEqual([]);
    expect(differences?.changes.map(({ message }) => message)).toEqual([
      "the documentation of `getPet` has changed",
    ]);
  });

  test("of pages with errors are none", () => {
    const value = "# A\n\n## B\n\n| Name | Type |\n|---|---|\n| a | Nothing |\n";
    const { files, diagnostics } = draftSpec([{ path: "spec/a.md", value }], { dialect: "rest" });
    expect([...files]).toEqual([]);
    expect(diagnostics.map(({ rule }) => rule)).toContain("unresolved-type");
  });

  test("of any page have no errors", () => {
    const pages = fc.sample(generatedPages(["User", "constructor"]), { seed: 3, numRuns: 60 });
    const faults = pages.map((files) =>
      draftSpec(files, { dialect: "rest", unresolved: "unknown" }),
    );
    expect(faults.filter(({ files }) => files.size > 0).length).toBeGreaterThan(5);
    expect(
      faults.flatMap((draft) => draft.faults.map(({ rule, sentence }) => `${rule}: ${sentence}`)),
    ).toEqual([]);
  });
});
