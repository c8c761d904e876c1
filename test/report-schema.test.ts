import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { checkSpec } from "../generator/project/check.js";
import { NO_COUNTS } from "../generator/project/counts.js";
import { jsonReport } from "../generator/report/json.js";
import { generateCase } from "./support/case.js";
import { compared } from "./support/changes.js";
import { cases } from "./support/cases.js";
import { unprinted } from "./support/printed.js";

const schema = new URL("../generator/report/report.schema.json", import.meta.url);
const validate = new Ajv2020({ allErrors: true }).compile(
  JSON.parse(readFileSync(schema, "utf8")) as object,
);

describe("the schema of the JSON report", () => {
  test.each(cases)("describes the report of $name", async ({ text }) => {
    const { diagnostics, files, counts } = await generateCase(text, unprinted);
    const differences = [...files.keys()].map((path) => ({ path, kind: "added" as const }));
    const fixed = { problems: 1, documents: 1 };
    const report = jsonReport(diagnostics, { ...counts, fixed, files: files.size, differences });
    validate(JSON.parse(report));
    expect(validate.errors).toBeNull();
  });

  test("describes changes", () => {
    const old = [{ path: "a.md", value: "# T\n\n## Models\n\n### `A`\n\n### `B`\n" }];
    const now = [{ path: "a.md", value: "# T\n\n## Models\n\n### `A` 文\n\n### `C`\n" }];
    const changes = compared(
      old.map((file) => ({ ...file, revision: "HEAD" })),
      now,
      {},
      { rename: { names: { A: "Renamed" } } },
    );
    expect(changes.changes).not.toEqual([]);
    validate(JSON.parse(jsonReport([], NO_COUNTS, { ...changes, since: "HEAD" })));
    expect(validate.errors).toBeNull();
  });

  test("describes errors of another revision", () => {
    const value = "# T\n\n## Models\n\n### `A`\n\n### `A`\n";
    const { diagnostics } = checkSpec([{ path: "a.md", value, revision: "HEAD" }]);
    const report = JSON.parse(jsonReport(diagnostics, NO_COUNTS)) as object;
    const revision = "HEAD";
    const related = [expect.objectContaining({ revision })];
    expect(report).toMatchObject({
      diagnostics: expect.arrayContaining([expect.objectContaining({ revision, related })]),
    });
    validate(report);
    expect(validate.errors).toBeNull();
  });

  test("admits no other", () => {
    expect(validate({ diagnostics: [{ file: "x.md", line: 0 }] })).toBe(false);
  });
});
