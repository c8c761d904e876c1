import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Api, Call, Reference, Type } from "../generator/model/api.js";
import { checkSpec } from "../generator/project/check.js";
import { draftValue } from "../generator/project/draft.js";
import type { SpecFile } from "../generator/source/spec-file.js";
import { yamlValue } from "../generator/yaml-text.js";
import { openApiOf } from "./support/open-api.js";
import { jsonSchemaOf } from "./support/schemas.js";
import { sample } from "./support/sample.js";
import { spec } from "./support/spec.js";

/** Returns the documents of a draft, which have no errors. */
function documentsOf(value: unknown, stem = "api"): readonly SpecFile[] {
  const { files, faults } = draftValue(value, stem);
  expect(faults.map(({ sentence }) => sentence)).toEqual([]);
  return [...files].map(([path, text]) => ({ path, value: text }));
}

const path = new URL("cases/openapi/calls.md", import.meta.url);

/** The document of a case, with every kind of field. */
const pets: SpecFile = {
  path: "pets.md",
  value: /^`{5}md spec\/pets\.md\n([^]*?)^`{5}$/m.exec(readFileSync(path, "utf8"))?.[1] ?? "",
};

/** Returns the text of all documents of a draft. */
function draftOf(value: unknown, stem = "api"): string {
  return documentsOf(value, stem)
    .map((document) => document.value)
    .join("\n");
}

interface Comparable {
  readonly name: string;
  readonly kind: string;
  readonly [fact: string]: unknown;
}

/**
 * The declarations and the calls of an API in JSON, without what the README says that OpenAPI does not have: the names
 * of fields, the order of embedded ones, that a field is not required, pointers and `omitempty`, the difference between `int` and `int64`, constants,
 * models in XML alone, callbacks, and the names of requests in parts.
 */
function comparable({ documents }: Api, more: readonly Call[] = []): ReadonlyMap<string, unknown> {
  const declarations = documents.flatMap((document) =>
    document.declarations.flatMap((declaration): readonly Comparable[] => {
      switch (declaration.kind) {
        case "constant":
          return [];
        case "enum":
          return [{ ...declaration, base: typeText(declaration.base) }];
        case "alias":
          return [{ ...declaration, type: typeText(declaration.type) }];
        case "model": {
          if (declaration.json === undefined) return [];
          const { name, documentation, embeddings, json } = declaration;
          const fields = json.map(
            ({ name: _name, owner: _owner, isPointer: _isPointer, ...field }) => {
              const { hasPointerItems: _hasPointerItems, ...others } = field;
              const { json: tag, xml: _xml, type, required, ...facts } = others;
              const told = { ...facts, ...(required === true && { required }) };
              return [tag.name, { ...told, type: typeText(type), quoted: tag.quoted }] as const;
            },
          );
          const embedded = embeddings.map(({ type }) => type);
          return [
            { kind: "model", name, documentation, embedded, fields: Object.fromEntries(fields) },
          ];
        }
      }
    }),
  );
  const calls = documents.flatMap((document) => document.calls);
  const inParts = new Map(
    [...calls, ...more].filter(isInParts).map(({ request, name }) => [request.name, name]),
  );
  const nameless = (name: string) => {
    const call = inParts.get(name);
    return call === undefined ? name : `request of ${call}`;
  };
  return new Map([
    ...declarations
      // The description has the model of all parts, too, and a draft a new one.
      .filter(({ name }) => !inParts.has(name) && !inParts.has(`Exec${name}`))
      .map((one) => [one.name, plain(one)] as const),
    ...calls.map((call) => {
      const { request } = call;
      const named = request.kind === "any" ? request : { ...request, name: nameless(request.name) };
      return [`call ${call.name}`, plain({ ...call, request: named })] as const;
    }),
  ]);
}

/** Whether the model of a request is made of several: its parameters in the query stand in the path. */
function isInParts(call: Call): call is Call & { readonly request: Reference } {
  return call.path.includes("?") && call.request.kind === "reference";
}

function typeText(type: Type): string {
  return JSON.stringify(type).replaceAll('"int"', '"int64"');
}

/** Returns plain JSON of a value, with texts for long integers. */
function plain(value: object): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, one: unknown) => (typeof one === "bigint" ? `${one}n` : one)),
  );
}

/** Returns declarations without the types of enums. */
function withoutBase(all: Iterable<readonly [string, unknown]>): ReadonlyMap<string, unknown> {
  return new Map(Array.from(all, ([name, one]) => [name, { ...(one as object), base: undefined }]));
}

describe("what is described in OpenAPI and drafted again is the same", () => {
  test("for the example specification, but for what the README lists", async () => {
    const drafts = documentsOf(yamlValue(await openApiOf(spec)));
    const [before, after] = [spec, drafts].map((documents) => comparable(checkSpec(documents).api));
    expect(before?.size).toBeGreaterThan(90);
    expect(after).toEqual(before);
  });

  test.each(["enum", "const", "open"] as const)("with enums in the form `%s`", async (enums) => {
    const drafts = documentsOf(yamlValue(await openApiOf([pets], { enums, nulls: "all" })));
    const [before, after] = [[pets], drafts].map((documents) =>
      comparable(checkSpec(documents).api),
    );
    // The second name of a value has become documentation of the first one.
    expect(before?.get("PetKind")).toMatchObject({ members: { length: 3 } });
    expect(after?.get("PetKind")).toMatchObject({
      documentation: "The kind of a pet",
      members: [
        { name: "PetKindDog", value: "dog" },
        { name: "PetKindCat", value: "cat", deprecated: "there are no cats any more" },
      ],
    });
  });

  test("for every kind of field", async () => {
    const drafts = documentsOf(yamlValue(await openApiOf([pets])));
    const [before, after] = [[pets], drafts].map((documents) =>
      comparable(checkSpec(documents).api),
    );
    for (const name of ["Owner", "getPet", "changePet", "Pets"]) {
      expect(after?.get(name)).toEqual(before?.get(name));
    }
    const { Pet: pet } = Object.fromEntries(after ?? []) as Record<string, { fields: object }>;
    expect(pet?.fields).toMatchObject({
      id: { type: '{"kind":"integer","format":"int64"}', required: true },
      name: { limits: { bounds: { of: "characters", least: "1n", most: "64n" } } },
      weight: { since: "1.1", limits: { bounds: { most: 100 } } },
      note: { limits: { text: "不超过 20 字节" } },
      count: { quoted: true, default: { value: "5n" } },
      size: { type: '{"kind":"array","length":3,"element":{"kind":"integer","format":"int8"}}' },
    });
  });
});

test("JSON Schema that is drafted again is the same", async () => {
  const drafts = documentsOf(yamlValue(await jsonSchemaOf(sample)));
  const { api } = checkSpec(sample);
  const before = comparable(api);
  const calls = api.documents.flatMap((document) => document.calls);
  const after = comparable(checkSpec(drafts).api, calls);
  const types = [...before].filter(([name]) => !name.startsWith("call "));
  // A list of values needs no bounds.
  expect(withoutBase(after)).toEqual(withoutBase(types));
});

describe("an example", () => {
  test("has a model for each object, and its guesses are marked", () => {
    const example = yamlValue(
      '{"id": 9007199254740993, "tags": [{"id": 1, "name": "a"}, {"id": 2}], "owner": null, "sizes": [1, 2.5], "mixed": [1, "a"]}',
    );
    expect(draftOf(example, "pet-answer").split("\n")).toEqual([
      "# pet-answer",
      "",
      "## Models",
      "",
      "### `PetAnswer` TODO: the types, which are those of an example",
      "",
      "| Name | JSON | Type | Example | Doc |",
      "| --- | --- | --- | --- | --- |",
      "| `Id` | `id` | `int64` | `9007199254740993` |  |",
      "| `Tags` | `tags` | `[]PetAnswerTagsItem` |  |  |",
      "| `Owner` | `owner` | `any` |  | TODO: the type of `null` |",
      "| `Sizes` | `sizes` | `[]float64` |  |  |",
      "| `Mixed` | `mixed` | `[]any` |  | TODO: the type, which has several forms |",
      "",
      "### `PetAnswerTagsItem`",
      "",
      "| Name | JSON | Type | Example | Doc |",
      "| --- | --- | --- | --- | --- |",
      "| `Id` | `id` | `int` | `1` |  |",
      "| `Name` | `name,omitempty` | `string` | `a` |  |",
      "",
    ]);
  });
});

describe("a description of somebody else", () => {
  const petstore = {
    openapi: "3.0.3",
    info: { title: "Petstore", version: "1" },
    security: [{ key: [] }],
    paths: {
      "/pets/{petId}": {
        parameters: [{ $ref: "#/components/parameters/petId" }],
        put: {
          requestBody: {
            content: { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } },
          },
          parameters: [
            { name: "X-Trace", in: "header", schema: { type: "string" } },
            { name: "dry", in: "query", schema: { type: "boolean" } },
          ],
          responses: { 204: { description: "changed" } },
        },
        get: {
          operationId: "get-pet",
          summary: "Returns a pet",
          security: [],
          responses: {
            200: {
              description: "a pet",
              content: {
                "application/json": {
                  schema: {
                    type: "object",
                    required: ["pet"],
                    properties: { pet: { $ref: "#/components/schemas/Pet" } },
                  },
                },
              },
            },
          },
        },
        trace: { responses: {} },
        patch: {
          operationId: "renamePet",
          requestBody: {
            content: {
              "application/x-www-form-urlencoded": {
                schema: { type: "object", properties: { name: { type: "string" } } },
              },
            },
          },
          responses: {
            204: { description: "renamed" },
            404: {
              description: "gone",
              content: {
                "application/problem+json": {
                  schema: { type: "object", properties: { title: { type: "string" } } },
                },
              },
            },
            default: {
              description: "anything else",
              content: { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } },
            },
          },
        },
      },
      "/photo": {
        get: {
          operationId: "getPhoto",
          responses: { 200: { content: { "image/png": {}, "image/jpeg": {} } } },
        },
        post: {
          operationId: "drawPhoto",
          requestBody: { content: { "application/json": { schema: { type: "object" } } } },
          responses: {
            200: { content: { "a/b": { schema: { type: "string", format: "binary" } } } },
          },
        },
        put: {
          operationId: "putPhoto",
          responses: { 200: { content: { "application/pdf": {} } } },
        },
      },
      "/pets": {
        get: {
          operationId: "listPets",
          responses: {
            default: {
              description: "all",
              content: {
                "application/json": {
                  schema: { type: "array", items: { $ref: "#/components/schemas/Pet" } },
                },
              },
            },
          },
        },
      },
    },
    components: {
      parameters: {
        petId: {
          name: "petId",
          in: "path",
          required: true,
          description: "The pet",
          schema: { type: "integer", format: "int64" },
        },
      },
      schemas: {
        Pet: {
          type: "object",
          required: ["name"],
          properties: {
            name: { type: "string", minLength: 1 },
            status: { type: "string", enum: ["sold", "free"] },
            owner: {
              type: "object",
              nullable: true,
              properties: { "full-name": { type: "string" } },
            },
            parent: { $ref: "#/components/schemas/Pet" },
            lost: { $ref: "#/components/schemas/Lost" },
            any: { oneOf: [{ type: "string" }, { type: "integer" }] },
          },
        },
        pet: { type: "object", properties: { name: { type: "string", maxLength: 9 } } },
        Both: {
          allOf: [{ $ref: "#/components/schemas/Pet" }, { $ref: "#/components/schemas/pet" }],
        },
      },
    },
  };

  test("becomes documents without errors, whose guesses are marked", () => {
    const { notes = [] } = draftValue(petstore, "petstore");
    expect(notes).toEqual([
      "Unexpected method `trace` of `/pets/{petId}`, expected one that calls have; the draft leaves it out",
    ]);
    expect(draftOf(petstore).split("\n")).toMatchInlineSnapshot(`
      [
        "# Petstore",
        "",
        "## Models",
        "",
        "### \`Pet\`",
        "",
        "| Name | JSON | Type | Required | Limits | Doc |",
        "| --- | --- | --- | --- | --- | --- |",
        "| \`Name\` | \`name\` | \`string\` | yes | ≥ 1 characters |  |",
        "| \`Status\` | \`status,omitempty\` | \`PetStatus\` |  |  |  |",
        "| \`Owner\` | \`owner,omitempty\` | \`*PetOwner\` |  |  |  |",
        "| \`Parent\` | \`parent,omitempty\` | \`*Pet\` |  |  |  |",
        "| \`Lost\` | \`lost,omitempty\` | \`any\` |  |  | TODO: the type at #/components/schemas/Lost |",
        "| \`Any\` | \`any,omitempty\` | \`any\` |  |  | TODO: the type, which has several forms |",
        "",
        "\`\`\`go",
        "type PetStatus string",
        "",
        "const (",
        "	PetStatusSold PetStatus = "sold"",
        "	PetStatusFree PetStatus = "free"",
        ")",
        "\`\`\`",
        "",
        "### \`PetOwner\`",
        "",
        "| Name | JSON | Type | Doc |",
        "| --- | --- | --- | --- |",
        "| \`FullName\` | \`full-name,omitempty\` | \`string\` |  |",
        "",
        "### \`pet2\`",
        "",
        "| Name | JSON | Type | Limits | Doc |",
        "| --- | --- | --- | --- | --- |",
        "| \`Name\` | \`name,omitempty\` | \`string\` | ≤ 9 characters |  |",
        "",
        "### \`Both\`",
        "",
        "| Name | JSON | Type | Limits | Doc |",
        "| --- | --- | --- | --- | --- |",
        "| \`\` |  | \`Pet\` |  |  |",
        "| \`\` |  | \`pet2\` |  |  |",
        "| \`Name\` | \`name,omitempty\` | \`string\` | ≤ 9 characters |  |",
        "",
        "### \`PutPetsPetIdRequest\`",
        "",
        "| Name | JSON | Type | Required | Doc |",
        "| --- | --- | --- | --- | --- |",
        "| \`\` |  | \`Pet\` |  |  |",
        "| \`PetId\` | \`petId\` | \`int64\` | yes | The pet |",
        "| \`XTrace\` | \`X-Trace,omitempty\` | \`string\` |  |  |",
        "| \`Dry\` | \`dry,omitempty\` | \`bool\` |  |  |",
        "",
        "### \`GetPetRequest\`",
        "",
        "| Name | JSON | Type | Required | Doc |",
        "| --- | --- | --- | --- | --- |",
        "| \`PetId\` | \`petId\` | \`int64\` | yes | The pet |",
        "",
        "### \`GetPetResponse\`",
        "",
        "| Name | JSON | Type | Required | Doc |",
        "| --- | --- | --- | --- | --- |",
        "| \`Pet\` | \`pet\` | \`Pet\` | yes |  |",
        "",
        "### \`RenamePetRequest\`",
        "",
        "| Name | JSON | Type | Required | Doc |",
        "| --- | --- | --- | --- | --- |",
        "| \`Name\` | \`name,omitempty\` | \`string\` |  |  |",
        "| \`PetId\` | \`petId\` | \`int64\` | yes | The pet |",
        "",
        "### \`RenamePetError404\`",
        "",
        "| Name | JSON | Type | Doc |",
        "| --- | --- | --- | --- |",
        "| \`Title\` | \`title,omitempty\` | \`string\` |  |",
        "",
        "### \`GetPhotoRequest\`",
        "",
        "| Name | Type | Doc |",
        "| --- | --- | --- |",
        "",
        "### \`PutPhotoRequest\`",
        "",
        "| Name | Type | Doc |",
        "| --- | --- | --- |",
        "",
        "### \`ListPetsRequest\`",
        "",
        "| Name | Type | Doc |",
        "| --- | --- | --- |",
        "",
        "\`\`\`go",
        "type ListPetsResponse = []Pet",
        "\`\`\`",
        "",
        "## API calls",
        "",
        "| Name | Request Type | Response Type | Access Token | URL | Headers | Errors | Doc |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
        "| \`putPetsPetId\` | \`PutPetsPetIdRequest\` | \`204\` | + | \`PUT /pets/{petId}?dry={dry}\` | \`{X-Trace}\` |  | TODO: the name |",
        "| \`GetPet\` | \`GetPetRequest\` | \`GetPetResponse\` | - | \`GET /pets/{petId}\` |  |  | Returns a pet |",
        "| \`renamePet\` | \`RenamePetRequest\` | \`204\` | + | \`PATCH(form) /pets/{petId}\` |  | \`404 RenamePetError404, Pet\` |  |",
        "| \`getPhoto\` | \`GetPhotoRequest\` | - | + | \`GET(binary) /photo\` |  |  |  |",
        "| \`drawPhoto\` | \`any\` | - | + | \`POST(binary) /photo\` |  |  |  |",
        "| \`putPhoto\` | \`PutPhotoRequest\` | \`any\` | + | \`PUT /photo\` |  |  | TODO: the response, which is a file |",
        "| \`listPets\` | \`ListPetsRequest\` | \`ListPetsResponse\` | + | \`GET /pets\` |  |  |  |",
        "",
      ]
    `);
  });
});

test("any value becomes documents, whatever it is", () => {
  const names = fc.constantFrom(
    "type",
    "properties",
    "items",
    "allOf",
    "anyOf",
    "enum",
    "$ref",
    "oneOf",
    "const",
    "required",
    "openapi",
    "paths",
    "components",
    "schemas",
    "parameters",
    "get",
    "post",
    "/a/{b}",
    "responses",
    "200",
    "content",
    "application/json",
    "schema",
    "requestBody",
    "__proto__",
    "constructor",
    "用户",
    "a b",
    "$defs",
  );
  const leaf = fc.oneof(
    fc.constantFrom(
      "object",
      "array",
      "string",
      "integer",
      "#/components/schemas/a",
      "#/$defs/a",
      "3.1.0",
      "get",
      "b",
    ),
    fc.jsonValue({ maxDepth: 0 }),
    fc.bigInt(),
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      leaf,
      tie("list"),
      tie("object"),
      tie("object"),
    ),
    list: fc.array(tie("value"), { maxLength: 4 }),
    object: fc.dictionary(names, tie("value"), { maxKeys: 5, noNullPrototype: true }),
  }));
  fc.assert(
    fc.property(value, (any) => {
      const { files } = draftValue(any, "any");
      expect(files.size).toBeGreaterThan(0);
    }),
    { numRuns: 200, seed: 5 },
  );
});
