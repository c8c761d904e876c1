import { describe, expect, test } from "vitest";
import { emptyProjectForEachTest, filesIn, md2sdk, write } from "../support/places.js";

emptyProjectForEachTest();

describe("draft of a file that is not Markdown", () => {
  test("writes a document of an example to standard output", async () => {
    await write({ "answer.json": '{"name": "Rex", "ids": [9007199254740993]}' });
    const { status, stdout } = await md2sdk("draft", "answer.json");
    expect(status).toBe(0);
    expect(stdout).toContain("### `Answer` TODO: the types, which are those of an example");
    expect(stdout).toContain("| `Ids` | `ids` | `[]int64` |");
  });

  test("writes the documents of a description into a folder, where `lint` finds no errors", async () => {
    await write({
      "api.yaml": [
        "openapi: 3.1.0",
        "info: { title: Pets, version: 1.0.0 }",
        "paths:",
        "  /pets/{id}:",
        "    get:",
        "      operationId: getPet",
        "      tags: [Pets]",
        "      parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]",
        "      responses:",
        "        200: { description: A pet, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }",
        "webhooks: { sold: { post: { responses: {} } } }",
        "components: { schemas: { Pet: { type: object, properties: { name: { type: string } } } } }",
      ].join("\n"),
    });
    const { status, stdout, stderr } = await md2sdk("draft", "api.yaml", "--out", "spec");
    expect([status, stdout]).toEqual([0, "drafts in spec\n  added   Pets.md\n"]);
    expect(stderr).toContain(
      "Unexpected webhooks `sold`, expected calls; the draft leaves them out",
    );
    const { "Pets.md": text } = await filesIn("spec");
    expect(text).toContain("| `getPet` | `GetPetRequest` | `Pet` | - | `GET /pets/{id}` |  |");
    expect((await md2sdk("lint", "--max-warnings", "0")).status).toBe(0);
    const again = await md2sdk("draft", "api.yaml", "--out", "spec");
    expect([again.status, again.stderr]).toEqual([
      2,
      expect.stringContaining("drafts replace nothing"),
    ]);
  });

  test("reads descriptions with numbers in the place of texts", async () => {
    const odd = { type: 5, format: 7, $ref: 5, items: 5 };
    const schemas = { I: { properties: { a: odd } }, J: odd };
    await write({ "api.json": JSON.stringify({ openapi: "3.1.0", components: { schemas } }) });
    const { status, stdout } = await md2sdk("draft", "api.json");
    expect([status, stdout]).toEqual([0, expect.stringContaining("TODO: the type")]);
  });

  test("tells errors that are to be mended in the documents", async () => {
    const pet = {
      type: "object",
      required: ["parent"],
      properties: { parent: { $ref: "#/$defs/Pet" } },
    };
    await write({ "pet.json": JSON.stringify({ $defs: { Pet: pet } }) });
    const { status, stdout, stderr } = await md2sdk("draft", "pet.json");
    expect([status, stdout]).toEqual([1, expect.stringContaining("### `Pet`")]);
    expect(stderr).toContain("The drafts have errors, which are to be mended in them:");
    expect(stderr).toContain("Unexpected cycle `Pet → Pet`");
  });

  test.each([
    ["a.json", "{", "Unexpected content of a.json, expected JSON or YAML: "],
    ["a.yaml", "a: [1", "Unexpected content of a.yaml, expected JSON or YAML: "],
    [
      "deep.json",
      "[".repeat(9000),
      "Unexpected content of deep.json, expected JSON or YAML: too many levels",
    ],
    [
      "a.json",
      '{"swagger": "2.0"}',
      "Unexpected description in Swagger 2 a.json, expected OpenAPI 3",
    ],
  ])("refuses %s with %s", async (path, text, message) => {
    await write({ [path]: text });
    const { status, stdout, stderr } = await md2sdk("draft", path);
    expect([status, stdout, stderr]).toEqual([2, "", expect.stringContaining(message)]);
  });

  test("takes one file", async () => {
    await write({ "a.json": "{}", "b.json": "{}" });
    const { status, stderr } = await md2sdk("draft", "a.json", "b.json");
    expect([status, stderr]).toEqual([2, expect.stringContaining("Unexpected 2 files")]);
  });
});
