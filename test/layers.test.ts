import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { Project } from "ts-morph";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));
const project = new Project({ tsConfigFilePath: `${root}generator/tsconfig.json` });
project.addSourceFilesAtPaths(`${root}generator/**/*.{ts,cts}`);

/** The stages that each stage may import: one-way, read → parse → link → outputs → write. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  source: [],
  dialect: [],
  letters: [],
  names: ["letters"],
  go: ["source", "names"],
  parse: ["source", "dialect", "names", "go"],
  model: ["source"],
  link: ["source", "go", "parse", "model"],
  compare: ["source", "model"],
  draft: ["source", "dialect", "model", "names"],
  schema: ["source", "model"],
  "yaml-text": [],
  "outputs/output": ["source", "model"],
  "outputs/typescript": ["source", "model", "letters", "names", "outputs/output"],
  "outputs/site": ["source", "model", "outputs/output"],
  "outputs/openapi": ["source", "model", "schema", "outputs/output", "yaml-text"],
  "outputs/json-schema": ["source", "model", "schema", "outputs/output"],
  project: [
    "source",
    "dialect",
    "names",
    "parse",
    "model",
    "link",
    "compare",
    "draft",
    "outputs/output",
    "outputs/site",
    "outputs/typescript",
    "outputs/openapi",
    "outputs/json-schema",
  ],
  read: ["source", "dialect", "project", "write", "outputs/typescript", "yaml-text"],
  write: ["read", "project"],
  cache: ["source", "dialect", "parse", "project", "read", "write", "model", "outputs/typescript"],
  watch: ["read"],
  report: ["source", "model", "compare", "write"],
  commands: [
    "source",
    "dialect",
    "parse",
    "model",
    "compare",
    "outputs/output",
    "outputs/typescript",
    "project",
    "read",
    "write",
    "cache",
    "watch",
    "report",
    "work",
    "yaml-text",
  ],
  work: ["commands", "parse"],
  main: ["cache", "commands", "work"],
  start: ["cache", "main"],
  index: [
    "source",
    "dialect",
    "model",
    "compare",
    "outputs/output",
    "outputs/typescript",
    "project",
    "read",
    "report",
    "write",
  ],
  remark: ["source", "project", "read", "report"],
};

/** The stages that alone may import an outside module. */
const HOMES: readonly (readonly [module: RegExp, stages: readonly string[]])[] = [
  [/^node:fs/, ["read", "write", "cache"]],
  [/^node:process$/, ["main", "start"]],
  [/^commander$/, ["main", "commands"]],
  [/^tinyglobby$/, ["read"]],
  [/^chokidar$/, ["watch"]],
  [/^picomatch$/, ["read", "watch"]],
  [/^@lezer\//, ["go"]],
  [/^(mdast-util-.*|micromark.*|remark-.*)$/, ["parse", "outputs/site"]],
  [/^(mdast|unified)$/, ["parse", "remark", "outputs/site"]],
  [/^(hast.*|refractor.*|@viz-js\/viz)$/, ["outputs/site"]],
  [/^prettier(\/|$)/, ["outputs/typescript"]],
  [/^yaml$/, ["yaml-text"]],
  // Diagnostics are plain data up to the edges.
  [/^vfile(-message|-reporter)?$/, ["remark", "report"]],
];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly specifier: string;
  readonly isTypeOnly: boolean;
}

const imports: readonly Import[] = project.getSourceFiles().flatMap((file) => {
  const literals = file.getImportStringLiterals();
  return literals.map((literal): Import => {
    const target = literal.getSymbol()?.getDeclarations()[0]?.getSourceFile();
    const declaration = literal.getParent();
    return {
      from: file.getFilePath().slice(`${root}generator/`.length),
      to: target?.getFilePath().replace(`${root}generator/`, "") ?? "",
      specifier: literal.getLiteralValue(),
      isTypeOnly:
        "isTypeOnly" in declaration && (declaration as { isTypeOnly(): boolean }).isTypeOnly(),
    };
  });
});

const inner = imports.filter(({ specifier }) => specifier.startsWith("."));
const outer = imports.filter(({ specifier }) => !specifier.startsWith("."));

describe("layers", () => {
  test("every stage is known", () => {
    const stages = new Set(
      project
        .getSourceFiles()
        .map((file) => stageOf(file.getFilePath().slice(`${root}generator/`.length))),
    );
    expect([...stages].toSorted()).toEqual(Object.keys(ALLOWED).toSorted());
  });

  test("data flows one way", () => {
    const wrong = inner.filter(({ from, to }) => {
      return stageOf(from) !== stageOf(to) && !ALLOWED[stageOf(from)]?.includes(stageOf(to));
    });
    expect(wrong).toEqual([]);
  });

  test("libraries live where the design says", () => {
    const wrong = outer.filter(({ from, specifier }) => {
      return HOMES.some(
        ([module, stages]) => module.test(specifier) && !stages.includes(stageOf(from)),
      );
    });
    expect(wrong).toEqual([]);
  });

  test("emitters take types only from ts-morph, and the model is types only", () => {
    const tsMorph = outer.filter(
      ({ specifier, from }) =>
        specifier === "ts-morph" && !from.startsWith("outputs/typescript/print/"),
    );
    expect(tsMorph.filter(({ isTypeOnly }) => !isTypeOnly)).toEqual([]);
    const model = project.getSourceFiles("**/generator/model/*.ts");
    expect(
      model.flatMap((file) =>
        file
          .getStatements()
          .filter(
            (statement) => !/^(export (interface|type)|import type)/.test(statement.getText()),
          ),
      ),
    ).toEqual([]);
  });

  test("the specification knows no output", () => {
    const files = project.getSourceFiles(["**/generator/model/*.ts", "**/generator/link/*.ts"]);
    const telling = files.filter((file) => /typescript|workwx|wecom/i.test(file.getText()));
    expect(telling.map((file) => file.getBaseName())).toEqual([]);
  });

  test("projects need no built-in of Node.js", async () => {
    // A bundle for a browser fails if a module imports one. ts-morph brings its own file system.
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: ["generator/project/generate.ts", "generator/project/targets.ts"],
      outdir: "unused",
      bundle: true,
      write: false,
      metafile: true,
      platform: "browser",
      conditions: ["worker"],
      format: "esm",
      external: ["ts-morph"],
      logLevel: "silent",
    });
    const imported = Object.values(metafile.inputs).flatMap((input) => input.imports);
    const external = imported.filter((one) => one.external === true).map(({ path }) => path);
    expect([...new Set(external)]).toEqual(["ts-morph"]);
  });

  test("no import cycle, type-only ones included", () => {
    const targets = new Map<string, Import[]>();
    for (const one of inner) targets.set(one.from, [...(targets.get(one.from) ?? []), one]);
    const cycles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(" → "));
      if (done.has(file) || path.includes(file)) return;
      for (const { to } of targets.get(file) ?? []) visit(to, [...path, file]);
      done.add(file);
    };
    for (const file of targets.keys()) visit(file, []);
    expect(cycles).toEqual([]);
  });

  test("no file is longer than 300 lines", () => {
    const long = project.getSourceFiles().filter((file) => file.getEndLineNumber() > 300);
    expect(long.map((file) => file.getBaseName())).toEqual([]);
  });
});

function stageOf(path: string): string {
  return /^(?:outputs\/)?[^/.]+/.exec(path)?.[0] ?? "";
}
