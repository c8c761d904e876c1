import { fileURLToPath } from "node:url";
import { Project } from "ts-morph";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));
const project = new Project({ tsConfigFilePath: `${root}generator/tsconfig.json` });
project.addSourceFilesAtPaths(`${root}generator/**/*.{ts,cts}`);

/** What each stage may import of the others: one-way, read → parse → link → emit → print → write. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  ir: ["source"],
  text: ["source"],
  letters: [],
  names: ["letters"],
  manifest: [],
  digest: [],
  folder: [],
  "regular-file": [],
  counts: ["ir"],
  documents: ["ir", "source"],
  cache: ["ir", "source", "digest", "folder", "manifest", "regular-file"],
  watch: ["read"],
  source: [],
  read: ["ir", "digest", "manifest"],
  go: ["ir", "source", "text", "names"],
  parse: ["ir", "source", "text", "names", "go"],
  link: ["ir", "source", "text", "names", "letters"],
  emit: ["ir", "source", "text", "names"],
  docs: ["ir", "source", "emit"],
  print: ["ir", "digest"],
  write: ["ir", "digest", "folder", "manifest", "regular-file"],
  diff: ["ir", "source", "text", "check"],
  report: ["ir", "source"],
  config: ["ir", "source", "names"],
  check: ["ir", "source", "documents", "config", "counts", "emit", "parse", "link"],
  generate: ["ir", "source", "check", "emit", "print", "manifest"],
  index: ["ir", "source", "check", "config", "diff", "generate", "read", "report", "write"],
  input: ["ir", "source", "check", "config", "read", "write"],
  remark: ["ir", "source", "check", "input", "report"],
  versions: ["source", "input", "read"],
  commands: [
    "ir",
    "source",
    "cache",
    "check",
    "counts",
    "diff",
    "digest",
    "docs",
    "documents",
    "emit",
    "generate",
    "input",
    "manifest",
    "parse",
    "read",
    "report",
    "versions",
    "watch",
    "work",
    "write",
  ],
  work: ["commands", "parse"],
  main: ["cache", "commands", "work"],
  start: ["cache", "main"],
};

/** Where alone an outside module may be imported. */
const HOMES: readonly (readonly [module: RegExp, stages: readonly string[]])[] = [
  [/^node:fs/, ["read", "write", "cache", "folder", "regular-file"]],
  [/^node:process$/, ["main", "start"]],
  [/^commander$/, ["main"]],
  [/^tinyglobby$/, ["read"]],
  [/^chokidar$/, ["watch"]],
  [/^picomatch$/, ["read", "watch"]],
  [/^@lezer\//, ["go"]],
  [/^(mdast-util-.*|micromark.*|remark-.*)$/, ["parse", "docs"]],
  [/^(mdast|unified)$/, ["parse", "remark", "docs"]],
  [/^(hast.*|refractor.*|@viz-js\/viz)$/, ["docs"]],
  [/^prettier(\/|$)/, ["print"]],
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

  test("emitters take types only from ts-morph, and the IR is types only", () => {
    const tsMorph = outer.filter(
      ({ specifier, from }) => specifier === "ts-morph" && stageOf(from) !== "print",
    );
    expect(tsMorph.filter(({ isTypeOnly }) => !isTypeOnly)).toEqual([]);
    const ir = project.getSourceFiles("**/generator/ir/*.ts");
    expect(
      ir.flatMap((file) =>
        file
          .getStatements()
          .filter(
            (statement) => !/^(export (interface|type)|import type)/.test(statement.getText()),
          ),
      ),
    ).toEqual([]);
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
  return /^[^/.]+/.exec(path)?.[0] ?? "";
}
