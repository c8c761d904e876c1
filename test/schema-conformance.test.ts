import { readFileSync } from "node:fs";
import { bundledSchemas } from "../generator/outputs/json-schema/schemas.js";
import { checkSpec } from "../generator/project/check.js";
import { hasErrors } from "../generator/source/diagnostic.js";
import { inputOf as inputOfCase } from "./support/case.js";
import { cases } from "./support/cases.js";
import { describe, expect, test } from "vitest";
import { jsonSchemaOf, validators } from "./support/schemas.js";
import { spec } from "./support/spec.js";
import { inputOf, vectors } from "./support/vectors.js";
import { schemaDifferences, typeSchemaDifferences } from "./vectors/schema-differences.js";

/** A text, and whether Go decodes it as a type. */
interface Answer {
  readonly case: string;
  readonly type: string;
  readonly input: string;
  readonly ok: boolean;
}

const directory = new URL("vectors/types/", import.meta.url);
const lines = readFileSync(new URL("vectors.jsonl", directory), "utf8").trim().split("\n");
const types = readFileSync(new URL("types.md", directory), "utf8");

const sources = [
  {
    name: "the models of the specification",
    documents: spec,
    answers: vectors.map((vector): Answer => ({ ...vector, input: inputOf(vector) })),
    differences: schemaDifferences,
  },
  {
    name: "the types without a use in the specification",
    documents: [{ path: "types.md", value: types }],
    answers: lines.map((line) => JSON.parse(line) as Answer),
    differences: typeSchemaDifferences,
  },
];

/** Returns the schemas without the members that they demand: Go knows none, and the documents of `spec/` name some. */
function withoutRequired(schemas: string): string {
  return JSON.stringify(
    JSON.parse(schemas, (key, value: unknown) => (isDemand(key, value) ? undefined : value)),
  );
}

/** Whether a member of a schema is the keyword, and not a property of this name. */
function isDemand(key: string, value: unknown): boolean {
  return key === "required" && Array.isArray(value);
}

describe.each(sources)("schemas of $name", async ({ documents, answers, differences }) => {
  const schemas = await jsonSchemaOf(documents, { enums: "open", nulls: "all" });
  const schemaOf = validators(withoutRequired(schemas));
  // Texts that are not JSON never come to a validator.
  const read = answers.filter(({ input }) => isJson(input));
  const isAccepted = ({ type, input }: Answer) => schemaOf(type)(JSON.parse(input));
  const listed = new Set(differences.flatMap(({ cases }) => cases));

  test("accept what Go decodes, and refuse what it refuses", () => {
    expect(read.length).toBeGreaterThan(850);
    const wrong = read.filter((one) => !listed.has(one.case) && isAccepted(one) !== one.ok);
    expect(wrong.map((one) => one.case)).toEqual([]);
  });

  test("refuse nothing but texts that Go refuses, too, if they are not JSON", () => {
    const others = answers.filter(({ input }) => !isJson(input));
    expect(others.filter(({ ok }) => ok)).toEqual([]);
  });

  test.each(differences)("but $reason", ({ schema, cases }) => {
    expect(cases.filter((name) => !read.some((one) => one.case === name))).toEqual([]);
    const found = read.filter((one) => cases.includes(one.case));
    const others = found.filter((one) => isAccepted(one) !== (schema === "accepts"));
    expect(others.map((one) => one.case)).toEqual([]);
    // A case may have answers for several types.
    const differing = new Set(
      found.filter((one) => isAccepted(one) !== one.ok).map((one) => one.case),
    );
    expect(cases.filter((name) => !differing.has(name))).toEqual([]);
  });
});

describe("schemas without options", async () => {
  const schemaOf = validators(withoutRequired(await jsonSchemaOf(spec)));
  const openOf = validators(withoutRequired(await jsonSchemaOf(spec, { enums: "open" })));
  const decoded = vectors.filter((vector) => vector.ok && isJson(inputOf(vector)));

  test("refuse `null` and values that no enum has, and nothing else that Go decodes", () => {
    const texts = decoded.map((vector) => [vector.type, inputOf(vector)] as const);
    const withoutNull = texts
      .filter(([, text]) => !text.includes("null"))
      .map(([type, text]) => [type, JSON.parse(text)] as const);
    expect(withoutNull.length).toBeGreaterThan(300);
    expect(withoutNull.filter(([type, value]) => !openOf(type)(value))).toEqual([]);
    const wrong = withoutNull.filter(([type, value]) => {
      const validate = schemaOf(type);
      return !validate(value) && validate.errors?.every(({ keyword }) => keyword !== "oneOf");
    });
    expect(wrong).toEqual([]);
  });
});

test("the schemas of cases with XML refer to one another, and to nothing else", () => {
  // Models in XML alone have no schema.
  const lost = cases
    .filter(({ text }) => text.includes("|XML|"))
    .flatMap(({ name, text }) => {
      const input = inputOfCase(text);
      if ("diagnostics" in input) return [];
      const checked = checkSpec(input.specFiles, input.options);
      if (hasErrors(checked.diagnostics)) return [];
      const schemas = bundledSchemas(checked, {});
      const { $defs } = JSON.parse(schemas) as { readonly $defs: object };
      const targets = [...schemas.matchAll(/"\$ref": "#\/\$defs\/(.+)"/g)].map(([, target = ""]) =>
        decodeURIComponent(target),
      );
      return targets.filter((target) => !(target in $defs)).map((target) => `${name}: ${target}`);
    });
  expect(lost).toEqual([]);
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
