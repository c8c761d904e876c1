import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { rules } from "../generator/source/rules.js";

const schema = JSON.parse(
  readFileSync(new URL("../dist/config.schema.json", import.meta.url), "utf8"),
) as object;

const isValid = new Ajv2020({ strict: false }).compile(schema);

test("the schema has every rule", () => {
  const levels = Object.fromEntries(Object.keys(rules).map((id) => [id, "error"]));
  expect(isValid({ rules: levels })).toBe(true);
  expect(isValid({ rules: { ...levels, other: "error" } })).toBe(false);
});

test.each([
  {},
  { $schema: "./node_modules/md2sdk/config.schema.json", spec: ["spec/"], out: "sdk" },
  { client: { name: "Shop", auth: { apiKey: "X-Key", in: "query" }, lists: "comma" } },
  { client: { profile: "./profile.js" }, package: { name: "a", author: { name: "Ann" } } },
  { client: false, rules: { "missing-table": "off" }, dialect: { extends: "rest", token: "t" } },
  { packages: [{ spec: "spec", outputs: [{ target: "openapi", out: "api.yaml" }] }] },
  {
    spec: "spec",
    dialect: { extends: "rest", token: "t" },
    rules: { "missing-table": "off" },
    unresolved: "unknown",
    packages: [
      { outputs: [{ target: "openapi" }] },
      { dialect: "go", outputs: [{ target: "site" }] },
    ],
  },
])("takes the configuration %j", (config) => {
  expect(isValid(config)).toBe(true);
});

test.each([
  { outt: "x" },
  { client: { profile: "profile.js" } },
  { client: { baseUrl: "petstore" } },
  { enumStyle: "class" },
  { package: { name: "No Name" } },
  { packages: [{ outputs: [] }] },
  { dialects: { "a/": "rest" }, packages: [{ outputs: [{ target: "site" }] }] },
  { rules: { "missing-table": "loud" } },
])("refuses the configuration %j", (config) => {
  expect(isValid(config)).toBe(false);
});
