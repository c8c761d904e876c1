import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { generate } from "../generator/project/generate.js";
import type { SpecFile } from "../generator/source/spec-file.js";
import { filesOf, MANIFEST_PATH } from "../generator/project/manifest.js";
import { sample } from "./support/sample.js";
import { config, spec } from "./support/spec.js";
import { templates } from "./support/templates.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const options = { ...config, templates };
const generated = await generate(spec, options);

describe("the specification of this repository", () => {
  test("has nothing to complain about", () => {
    expect(generated.diagnostics).toEqual([]);
  });

  test("has what its documents say it has", () => {
    const sections = spec.flatMap(({ value }) => value.split(/^(?=##? )/m));
    const ofCallbacks = sections.filter((section) => section.startsWith("## Callbacks"));
    const text = sections.filter((section) => !ofCallbacks.includes(section)).join("\n");
    const count = (pattern: RegExp) => countIn(text, pattern);
    const calls = generated.plan.modules.flatMap((module) => module.calls);
    const tables = /^(?:-|:?-+:?)(?:\|(?:-|:?-+:?))+$/gm;
    expect(generated.counts).toEqual({
      documents: spec.length,
      // A request with a query beside its body has a model of both.
      models: count(/^### `\w+`/gm) + calls.filter(({ path }) => path.includes("?")).length,
      enums: count(/^type \w+ \w+$/gm),
      aliases: count(/^type \w+ = /gm),
      constants: count(/^const \w+ = /gm),
      fields: count(/^`\w+`\|(?!.*\|`(?:GET|POST)\S* \/)/gm),
      calls: count(/^`\w+`\|.*\|`(?:GET|POST)\S* \//gm),
      callbacks: countIn(ofCallbacks.join("\n"), /^`\w+`\|/gm),
      tables: { read: countIn(sections.join("\n"), tables), unread: 0 },
    });
  });

  // The committed output is the snapshot: `npm run generate` records it anew.
  test.each([...generated.files])("%s is what is committed", async (path, text) => {
    expect(await readFile(`${root}generated/${path}`, "utf8")).toBe(text);
  });

  test("every field, constant and piece of documentation is in the output", () => {
    const output = [...generated.files.values()].join("\n");
    for (const { value } of spec) {
      for (const piece of documentationIn(value)) expect(output).toContain(piece);
    }
  });
});

describe("determinism", async () => {
  const { files } = await generate(sample, options);

  test("twice the same", async () => {
    expect([...(await generate(sample, options)).files]).toEqual([...files]);
  });

  test("in whatever order the documents come", async () => {
    expect([...(await generate(sample.toReversed(), options)).files]).toEqual([...files]);
  });

  test("whatever the line ends and the byte-order mark", async () => {
    const windows = sample.map(({ path, value }): SpecFile => ({
      path,
      value: `\uFEFF${value.replaceAll("\n", "\r\n")}`,
    }));
    expect([...(await generate(windows, options)).files]).toEqual([...files]);
  });
});

describe("the manifest", () => {
  test("lists every file of the output, itself included", () => {
    const manifest = generated.files.get(MANIFEST_PATH) ?? "";
    expect(filesOf(manifest)?.toSorted()).toEqual([...generated.files.keys()].toSorted());
  });

  test("leads nowhere outside of the output", () => {
    const files = ["src/a.ts", "../a", "/a", "a/../../b", "C:\\a", "a\\b", "", "a//b", "./a", 1];
    expect(filesOf(JSON.stringify({ files }))).toEqual(["src/a.ts"]);
    expect(filesOf("[]")).toBeUndefined();
    expect(filesOf("no JSON")).toBeUndefined();
  });
});

/** What a reader sees as documentation: Doc cells, the text of headings and of comments. */
function documentationIn(document: string): string[] {
  const pieces = document.split("\n").map((line) => {
    const heading = /^### `\w+` (.*)$/.exec(line);
    const comment = /^\s*\/\/ ?(?:[A-Z]\w+ )?(.*)$/.exec(line);
    const cell = /^`.*\|(?!:)([^|`]+)$/.exec(line);
    return (heading ?? comment ?? cell)?.[1]?.trim() ?? "";
  });
  return pieces.filter((piece) => piece !== "");
}

function countIn(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}
