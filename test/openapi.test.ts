import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { checkSpec } from "../generator/project/check.js";
import { impliedTarget } from "../generator/project/config/targets.js";
import { hasErrors } from "../generator/source/diagnostic.js";
import type { SpecFile } from "../generator/source/spec-file.js";
import { generateCase } from "./support/case.js";
import { cases } from "./support/cases.js";
import { hostileSpec } from "./support/hostile.js";
import { openApiOf } from "./support/open-api.js";
import { sample } from "./support/sample.js";
import { spec } from "./support/spec.js";
import { generatedSpec } from "./support/specs.js";
import { generateTargets } from "./support/targets.js";

function documentAt(path: string): SpecFile {
  const url = new URL(path, import.meta.url);
  return { path, value: readFileSync(url, "utf8") };
}

/** The description of the specification of this repository. */
const described = await openApiOf(spec);

const validator = new Validator();

/** The errors of a strict validator, and the version that it has validated against. */
async function validate(text: string) {
  const { valid, errors } = await validator.validate(text);
  return { valid, errors, version: validator.version };
}

const VALID = { valid: true, errors: undefined, version: "3.1" };

describe("a description in OpenAPI is valid", () => {
  test("of the example specification", async () => {
    expect(await validate(described)).toEqual(VALID);
  });

  test.each(["enum", "const", "open"] as const)("with enums in the form `%s`", async (enums) => {
    const text = await openApiOf(sample, { enums, nulls: "all" });
    expect(await validate(text)).toEqual(VALID);
  });

  test.each(["vectors/types/types.md", "vectors/xml/xml_rx_models.md"])("of %s", async (path) => {
    expect(await validate(await openApiOf([documentAt(path)]))).toEqual(VALID);
  });

  test.each(cases.filter(({ name }) => name.startsWith("openapi/")))(
    "in $name",
    async ({ text }) => {
      const { files } = await generateCase(text);
      const [first = ""] = [...files].flatMap(([path, made]) =>
        /openapi\.(?:yaml|json)$/.test(path) ? [made] : [],
      );
      expect(await validate(first)).toEqual(VALID);
    },
  );

  test("of any specification", async () => {
    const specs = fc.sample(generatedSpec(["toString", "用户", "Pet", "pet"]), {
      seed: 3,
      numRuns: 30,
    });
    const wrong: unknown[] = [];
    for (const { specFiles, settings } of specs) {
      const { externals } = settings;
      const { options } = impliedTarget({ outputs: [] }, "openapi");
      const target = { options: { ...options, externals }, out: "openapi.json" };
      const { files, diagnostics } = await generateTargets(specFiles, [target], {});
      if (hasErrors(diagnostics)) continue;
      const result = await validate(files.get("openapi.json") ?? "");
      if (!result.valid) wrong.push(result, specFiles);
    }
    expect(wrong).toEqual([]);
  });
});

test.each([
  ["a part of the example specification", sample],
  ["a specification whose documentation is hostile", hostileSpec],
])(
  "YAML and JSON say the same of %s, whatever version of YAML reads it",
  async (_name, documents) => {
    const json = JSON.parse(await openApiOf(documents, {}, "api.json")) as unknown;
    const yaml = await openApiOf(documents, {}, "api.yaml");
    expect(parse(yaml)).toEqual(json);
    expect(parse(yaml, { version: "1.1" })).toEqual(json);
    expect(await validate(yaml)).toEqual(VALID);
  },
);

test("YAML has no comments", () => {
  expect(described).not.toMatch(/^\s*#/m);
});

test("the order of documents does not matter", async () => {
  expect(await openApiOf(sample.toReversed())).toBe(await openApiOf(sample));
});

const HERE = "https://pets.example.com/v1";
const WECOM = [
  "https://qyapi.weixin.qq.com",
  { type: "apiKey", in: "query", name: "access_token" },
] as const;
const BEARER = { type: "http", scheme: "bearer" } as const;

test.each([
  [undefined, {}, undefined, BEARER],
  [false, {}, undefined, BEARER],
  [{ baseUrl: HERE, auth: "basic" }, {}, HERE, { type: "http", scheme: "basic" }],
  [{ auth: { apiKey: "X-Key" } }, {}, undefined, { type: "apiKey", in: "header", name: "X-Key" }],
  [
    { profile: "./profile.js", auth: { apiKey: "key", in: "query" } },
    {},
    undefined,
    { type: "apiKey", in: "query", name: "key" },
  ],
  [{ profile: "wecom" }, {}, ...WECOM],
  [{ profile: "wecom", baseUrl: HERE }, {}, HERE, WECOM[1]],
  [{ profile: "wecom" }, { servers: [HERE], security: BEARER }, HERE, BEARER],
] as const)(
  "the client %j and the options %j decide the server and the security scheme",
  async (client, options, server, scheme) => {
    const description = await openApiOf(sample, options, "api.json", { client });
    const { servers, components } = JSON.parse(description) as {
      readonly servers?: readonly object[];
      readonly components: { readonly securitySchemes: object };
    };
    expect(servers).toEqual(server === undefined ? undefined : [{ url: server }]);
    expect(components.securitySchemes).toEqual({ accessToken: scheme });
  },
);

test("required is only what the specification says", () => {
  const { components } = parse(described) as {
    components: { schemas: Record<string, object> };
  };
  const declarations = checkSpec(spec).api.documents.flatMap((document) => document.declarations);
  const models = declarations.filter((one) => one.kind === "model");
  const found = models.map(({ name }) => [name, requiredIn(components.schemas[name])]);
  const said = models.map(({ name, ownFields }) => {
    const required = ownFields.filter((field) => field.required === true);
    const paths = required.map(({ json, xml }) => [
      ...(json ? [] : (xml?.parents ?? [])),
      (json ?? xml)?.name,
    ]);
    return [name, [...new Set(paths.flat())]];
  });
  expect(said.some(([, names]) => names?.length !== 0)).toBe(true);
  expect(found).toEqual(said);
});

/** The names in the lists of required properties that a schema has, itself, in its parts and in its properties. */
function requiredIn(schema: object | undefined): unknown[] {
  const {
    required = [],
    allOf = [],
    properties = {},
  } = (schema ?? {}) as {
    required?: unknown[];
    allOf?: object[];
    properties?: Record<string, object>;
  };
  return [...required, ...[...allOf, ...Object.values(properties)].flatMap(requiredIn)];
}
