import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { globSync } from "tinyglobby";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkSpec } from "../generator/project/check.js";
import { hasErrors } from "../generator/source/diagnostic.js";
import type { SourceRange } from "../generator/source/source.js";
import { sourceOf } from "../generator/source/text.js";
import { parseXml, type XmlElement } from "../generator/parse/examples/xml.js";
import type { SpecFile } from "../generator/source/spec-file.js";
import { parseJson, type JsonNode } from "../generator/parse/examples/json.js";
import { inputOf } from "./support/case.js";
import { cases } from "./support/cases.js";
import { check, loadCompiler } from "./support/compilers.js";
import { MATRIX, projectWith, SHARED } from "./support/matrix.js";
import { packageOf } from "./support/package.js";

/** The folder of pages to prove; default the documents of the cases. */
const folder = process.env["PAGES"];

const settings = { dialect: "wecom", client: { profile: "wecom" } } as const;

const specFiles: readonly SpecFile[] = folder === undefined ? pagesOfCases() : pagesIn(folder);

/** Returns the pages of the cases of the dialect; those of each case have a folder of their own. */
function pagesOfCases(): SpecFile[] {
  const pages = cases
    .filter(({ name }) =>
      /^wecom\/(?:envelopes|forms|messages|objects|pages|paging|rows|sections|several-pages|spellings|told)/.test(
        name,
      ),
    )
    .flatMap(({ name, text }) => {
      const input = inputOf(text);
      return "diagnostics" in input ? [] : input.specFiles.map((file) => ({ ...file, name }));
    })
    .map(({ path, value, name }) => ({
      path: path.replace("spec/", name.replace(".md", "/")),
      value,
    }));
  // Cases use the same paths of calls: the later page is left out.
  const kept: SpecFile[] = [];
  for (const page of pages)
    if (!hasErrors(checkSpec([...kept, page], settings).diagnostics)) kept.push(page);
  return kept;
}

function pagesIn(directory: string): SpecFile[] {
  return globSync("**/*.md", { cwd: directory })
    .toSorted()
    .map((path) => ({ path, value: readFileSync(join(directory, path), "utf8") }));
}

const checked = checkSpec(specFiles, settings);

/** The project that has the package of the pages. */
let project: string;
let sources: readonly string[];
let sdk: Readonly<Record<string, Codec>>;

interface XmlExampleText {
  readonly name: string;
  readonly place: SourceRange;
}

interface Codec {
  readonly parse: (text: string) => unknown;
  readonly stringify: (value: unknown) => string;
}

beforeAll(async () => {
  const files = await packageOf(specFiles, settings);
  sources = [...files.keys()].filter((path) => /^src\/.*\.ts$/.test(path));
  project = projectWith(files, {
    "use.ts": 'import * as sdk from "workwx-sdk";\n\nexport const everything = { ...sdk };\n',
  });
  const entry = join(project, "node_modules/workwx-sdk/dist/index.js");
  sdk = (await import(pathToFileURL(entry).href)) as typeof sdk;
}, 300_000);

afterAll(() => rmSync(project, { recursive: true }));

/** The newest compiler alone has the strict settings for the cases, which have other tests of compilers. */
const matrix = MATRIX.slice(folder === undefined ? -1 : 0);
const least = folder === undefined ? 1 : undefined;

describe.each(matrix)("TypeScript %s", (version, consumers, compilersOfSources) => {
  const compiler = loadCompiler(version);

  test.each(consumers.slice(0, least))("uses the package of the pages: %s", (_name, options) => {
    const roots = ["use.ts"];
    expect(check(compiler, { folder: project, roots, options: { ...SHARED, ...options } })).toEqual(
      [],
    );
  });

  test.each(compilersOfSources.slice(0, least))(
    "compiles the sources of the package: %s",
    (_name, options) => {
      const one = { folder: project, roots: sources, options: { ...SHARED, ...options } };
      expect(check(compiler, one)).toEqual([]);
    },
  );
});

/** Returns the JSON of a value without members that are `null`, and without some members. */
function textOf(node: JsonNode, ignored: readonly string[] = []): string {
  switch (node.kind) {
    case "object": {
      const members = node.members
        .filter(({ name, value }) => value.kind !== "null" && !ignored.includes(name))
        .map(({ name, value }) => `${JSON.stringify(name)}:${textOf(value)}`);
      return `{${members.join()}}`;
    }
    case "list":
      return `[${node.elements.map((element) => textOf(element)).join()}]`;
    case "number":
      return node.text;
    case "null":
      return "null";
    default:
      return JSON.stringify(node.value);
  }
}

/** The examples of the models that are in the package, each in one text. */
const examples = checked.drafts
  .flatMap((draft) => draft.examples)
  .filter(({ language }) => language !== "xml")
  .flatMap(({ model, value, ignored }) => {
    const name = checked.view.names.get(`declaration ${model}`);
    const values = value.kind === "list" ? value.elements : [value];
    return name === undefined
      ? []
      : values.map((element) => ({ name, text: textOf(element, ignored), place: element.range }));
  });

test("every example of the pages comes back from its codec as it is", () => {
  const different = examples.flatMap(({ name, text, place }) => {
    const codec = sdk[`${name}Codec`];
    if (codec === undefined) return [`${name} has no codec`];
    const line = place.source.text.slice(0, place.start).split("\n").length;
    try {
      const back = codec.stringify(codec.parse(text));
      return differencesOf(jsonOf(back), jsonOf(text), name).map(
        (message) => `${place.source.path}:${line} ${message}`,
      );
    } catch (error) {
      return [`${place.source.path}:${line} ${String(error)}`];
    }
  });
  expect(examples.length).toBeGreaterThan(0);
  expect(different).toEqual(folder === undefined ? KNOWN : []);
});

/** The messages in XML of the models that are in the package. */
const messages = checked.drafts
  .flatMap((draft) => draft.examples)
  .flatMap(({ model, value: { range }, language }): XmlExampleText[] => {
    const name = checked.view.names.get(`declaration ${model}`);
    return language !== "xml" || name === undefined ? [] : [{ name, place: wholeOf(range) }];
  });

/** Returns the place of a message, of which a range is the name of the root. */
function wholeOf({ source, start }: SourceRange): SourceRange {
  const end = source.text.indexOf("</xml>", start) + "</xml>".length;
  return { source, start: start - 1, end };
}

test("every message of the pages comes back from its codec as it is", () => {
  const different = messages.flatMap(({ name, place }) => {
    const codec = sdk[`${name}XmlCodec`];
    if (codec === undefined) return [`${name} has no codec`];
    const text = sourceOf(place);
    // Mistakes in messages are told.
    if ((parseXml(place)?.mistakes.length ?? 1) > 0) return [];
    const back = codec.stringify(codec.parse(text));
    return leavesLost(back, text).map((leaf) => `${place.source.path} ${name}: ${leaf}`);
  });
  expect(folder === undefined ? messages.length > 5 : true).toBe(true);
  expect(different).toEqual([]);
});

/** Returns the paths and texts of elements of XML that other XML lacks. */
function leavesLost(actual: string, expected: string): string[] {
  const found = leavesIn(actual);
  return leavesIn(expected).filter((leaf) => !found.includes(leaf));
}

function leavesIn(text: string): string[] {
  const source = { path: "", text };
  const example = parseXml({ source, start: 0, end: text.length });
  const leaves: string[] = [];
  const visit = ({ name, text: own, children }: XmlElement, path: string) => {
    const below = `${path}/${name}`;
    const value = /^\d+\.\d+$/.test(own) ? String(Number(own)) : own;
    if (children.length === 0) leaves.push(`${below}=${value.trim()}`);
    for (const child of children) visit(child, below);
  };
  if (example !== undefined) visit(example.root, "");
  return leaves;
}

/** The examples of the cases that no codec takes: each contradicts another one, which is told. */
const KNOWN = [
  "wecom/rows/群发.md:31 DecodeError: value: expected string, got number 1",
  'wecom/several-pages/网页/读者身份.md:14 DecodeError: reader.card_no: expected integer, got string "R7"',
];

/** Reads JSON with the digits of its numbers. */
function jsonOf(text: string): JsonNode {
  const source = { text, path: "", name: "" };
  const example = parseJson({ source, start: 0, end: text.length });
  if (example === undefined) throw new Error(`expected JSON: ${text}`);
  return example.value;
}

/** Names the values in which JSON differs from other JSON; members beside those of the latter may have zero values. */
function differencesOf(actual: JsonNode, expected: JsonNode, path: string): string[] {
  if (actual.kind === "list" && expected.kind === "list") {
    const lengths = [actual.elements.length, expected.elements.length];
    if (lengths[0] !== lengths[1]) return [`${path}: ${lengths.join(" elements for ")}`];
    return expected.elements.flatMap((element, index) =>
      differencesOf(actual.elements[index] as JsonNode, element, `${path}[${index}]`),
    );
  }
  if (actual.kind === "object" && expected.kind === "object") {
    const known = new Map(expected.members.map(({ name, value }) => [name, value]));
    const found = new Map(actual.members.map(({ name, value }) => [name, value]));
    const lost = [...known.keys()].filter((name) => !found.has(name));
    return [
      ...lost.map((name) => `${path}.${name}: lost`),
      ...[...found].flatMap(([name, value]) => {
        const other = known.get(name);
        if (other !== undefined) return differencesOf(value, other, `${path}.${name}`);
        return isZero(value) ? [] : [`${path}.${name}: ${textOf(value)} for nothing`];
      }),
    ];
  }
  const texts = [textOf(actual), textOf(expected)];
  const isSame = actual.kind === expected.kind && Number(texts[0]) === Number(texts[1]);
  const isEqual = isFraction(actual) && isFraction(expected) ? isSame : texts[0] === texts[1];
  return isEqual ? [] : [`${path}: ${texts.join(" for ")}`];
}

/** Tells whether a number has several texts, such as `1.0` and `1e0`. */
function isFraction(node: JsonNode): boolean {
  return node.kind === "number" && !/^-?\d{16,}$/.test(node.text);
}

function isZero(node: JsonNode): boolean {
  if (node.kind === "object") return node.members.every(({ value }) => isZero(value));
  return ["0", '""', "false", "[]", "null"].includes(textOf(node));
}
