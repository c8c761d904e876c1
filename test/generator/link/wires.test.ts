import { describe, expect, test } from "vitest";
import { linkApi } from "../../../generator/link/api.js";
import type { Model } from "../../../generator/model/api.js";
import { parseDocument } from "../../../generator/parse/document.js";
import { documentOf } from "../../../generator/project/documents.js";

const JSON_COLUMN = "Name|JSON|Type\n-|-|-\n";
const XML_COLUMN = "Name|XML|Type\n-|-|-\n";
const BOTH = "Name|JSON|XML|Type\n-|-|-|-\n";
const NEITHER = "Name|Type\n-|-\n";

describe("the models in XML", () => {
  test("are those with a column, and those that they use", () => {
    const spec = [
      `### \`A\`\n\n${XML_COLUMN}\`B\`|\`b\`|\`[]L\`\n\`C\`|\`-\`|\`C\`\n`,
      `### \`B\`\n\n${NEITHER}\`D\`|\`*D\`\n`,
      `### \`C\`\n\n${JSON_COLUMN}\`X\`|\`x\`|\`string\`\n`,
      `### \`D\`\n\n${JSON_COLUMN}\`X\`|\`x\`|\`string\`\n`,
      "```go\ntype L []B\n```\n",
    ];
    expect(xmlOf(spec)).toEqual({ A: ["b"], B: ["D"], D: ["X"] });
  });

  test("are those of structs with a tag that is not `-`", () => {
    const spec = [
      '```go\ntype A struct { X string `xml:"x"`; Y string }\n' +
        'type B struct { X string `json:"x" xml:"-"` }\n' +
        'type C struct { X string `xml:"x" json:"-"`; A }\n```\n',
    ];
    expect(xmlOf(spec)).toEqual({ A: ["x", "Y"], C: ["x", "Y"] });
  });

  test("are those that embed such a model, and have no column", () => {
    const spec = [
      `### \`A\`\n\n${NEITHER}\`B\`|-\n\`X\`|\`string\`\n`,
      `### \`B\`\n\n${NEITHER}\`C\`|-\n`,
      `### \`C\`\n\n${XML_COLUMN}\`Y\`|\`y,attr\`|\`string\`\n`,
    ];
    expect(xmlOf(spec)).toEqual({ A: ["y,attr", "X"], B: ["y,attr"], C: ["y,attr"] });
  });
});

test("an embedding can be outside of one wire", () => {
  const spec = [
    '```go\ntype A struct { X string `json:"x" xml:"x"` }\n' +
      'type B struct { A `xml:"-"`; Y string `json:"y" xml:"y"` }\n' +
      'type C struct { A `json:"-"`; Y string `json:"y" xml:"y"` }\n```\n',
  ];
  expect(xmlOf(spec)).toEqual({ A: ["x"], B: ["y"], C: ["x", "y"] });
  const c = modelsOf(spec).find(({ name }) => name === "C");
  expect(c?.json?.map(({ json }) => json.name)).toEqual(["y"]);
});

test("a field is hidden on each wire by itself", () => {
  const spec = [
    `### \`A\`\n\n${BOTH}\`B\`|||-\n\`X\`|\`one\`|\`Two\`|\`string\`\n`,
    `### \`B\`\n\n${BOTH}\`P\`|\`one\`|\`One\`|\`string\`\n\`Q\`|\`two\`|\`Two\`|\`string\`\n`,
  ];
  const [a] = modelsOf(spec);
  expect(namesOf(a?.json)).toEqual(["Q", "X"]);
  expect(namesOf(a?.xml)).toEqual(["P", "X"]);
  expect(namesOf(a?.fields)).toEqual(["P", "Q", "X"]);
});

test("a model that contains itself in XML alone is a cycle", () => {
  const spec = [`### \`A\`\n\n${BOTH}\`A\`|\`-\`|\`a\`|\`A\`\n`];
  expect(linked(spec).diagnostics.map(({ rule }) => rule)).toEqual(["type-cycle"]);
});

function namesOf(fields: Model["fields"] = []): readonly string[] {
  return fields.map(({ name }) => name);
}

/** Returns the tags of the fields of the models that XML has. */
function xmlOf(spec: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const models = modelsOf(spec).flatMap(({ name, xml }) =>
    xml === undefined ? [] : [[name, xml.map((field) => field.xml.text)] as const],
  );
  return Object.fromEntries(models);
}

function modelsOf(spec: readonly string[]): Model[] {
  return linked(spec).value.api.documents.flatMap(({ declarations }) =>
    declarations.filter((declaration) => declaration.kind === "model"),
  );
}

function linked(spec: readonly string[]) {
  const text = `# A\n\n## Models\n\n${spec.join("\n")}`;
  const { value } = parseDocument(documentOf({ path: "a.md", value: text }));
  return linkApi([value], { unresolved: "error", isExternal: () => false });
}
