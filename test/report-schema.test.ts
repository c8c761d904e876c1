import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { NO_COUNTS } from "../generator/counts.js";
import { diffSpecs } from "../generator/diff.js";
import { jsonReport } from "../generator/report/json.js";
import { generateCase } from "./support/case.js";
import { cases } from "./support/cases.js";

const schema = new URL("../generator/report/report.schema.json", import.meta.url);
const validate = new Ajv2020({ allErrors: true }).compile(
  JSON.parse(readFileSync(schema, "utf8")) as object,
);

describe("the schema of the JSON report", () => {
  test.each(cases)("describes the report of $name", async ({ text }) => {
    const { documents, files, counts } = await generateCase(text);
    const differences = [...files.keys()].map((path) => ({ path, kind: "added" as const }));
    const report = jsonReport(documents, { ...counts, files: files.size, differences });
    validate(JSON.parse(report));
    expect(validate.errors).toBeNull();
  });

  test("describes changes", () => {
    const old = [{ path: "a.md", value: "# T\n\n## Models\n\n### `A`\n\n### `B`\n" }];
    const now = [{ path: "a.md", value: "# T\n\n## Models\n\n### `A` 文\n\n### `C`\n" }];
    const changes = { ...diffSpecs(old, now), revisions: { old: "HEAD" } };
    expect(changes.changes).not.toEqual([]);
    validate(JSON.parse(jsonReport([], NO_COUNTS, changes)));
    expect(validate.errors).toBeNull();
  });

  test("admits no other", () => {
    expect(validate({ diagnostics: [{ file: "x.md", line: 0 }] })).toBe(false);
  });
});
