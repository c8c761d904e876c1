import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { ts } from "ts-morph";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { escapeComment } from "../../generator/outputs/typescript/emit/jsdoc.js";
import { bundlers, callsIn, commentsIn } from "../support/bundlers.js";
import { buildDeclarations } from "../support/declarations.js";
import { hostileSpec, hostileTexts } from "../support/hostile.js";
import { outlineOf } from "../support/outline.js";
import { buildPackage, packageOf } from "../support/package.js";
import { root } from "../support/project.js";

/** The package of the hostile specification: its sources, and the folder with its build. */
let files: ReadonlyMap<string, string>;
let folder: string;

beforeAll(async () => {
  files = await packageOf(hostileSpec);
  folder = buildPackage(files);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("the built declarations have every declaration of the sources", () => {
  test("of the specification of this repository", () => {
    const generated = join(root, "generated");
    expect(outlinesOf(readFiles(generated, "dist"))).toEqual(
      outlinesOf(readFiles(generated, "src")),
    );
  });

  test("of a specification whose documentation is hostile", () => {
    expect(outlinesOf(readFiles(folder, "dist"))).toEqual(outlinesOf(files));
  });

  test("as the tests build them", () => {
    expect(buildDeclarations(files)).toEqual(readFiles(folder, "dist"));
  });

  test.each(["as-const", "union"] as const)("of enums of the style %s", async (enumStyle) => {
    const styled = await packageOf(hostileSpec, { enumStyle });
    expect(outlinesOf(buildDeclarations(styled))).toEqual(outlinesOf(styled));
  });

  test("for a consumer that compiles the sources with `stripInternal`", () => {
    const { compilerOptions } = JSON.parse(files.get("tsconfig.json") ?? "") as {
      readonly compilerOptions: object;
    };
    const tsconfig = { compilerOptions: { ...compilerOptions, stripInternal: true } };
    const stripped = new Map([...files, ["tsconfig.json", JSON.stringify(tsconfig)]]);
    expect(outlinesOf(buildDeclarations(stripped))).toEqual(outlinesOf(files));
  });
});

/** The example of a call, which has nothing of its documentation. */
const EXAMPLE = /^@example const answer = await call\d+\(apiClient, \{ a, b, c \}\);$/;

describe("TypeScript finds no tag and no instruction in documentation", () => {
  test.each(["src", "dist"])("below %s/", (name) => {
    const found = new Set<string>();
    for (const [path, text] of readFiles(folder, name)) {
      const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
      // The compiler's own fields, which its declarations leave out.
      const { pragmas, commentDirectives } = file as ts.SourceFile & {
        readonly pragmas: ReadonlyMap<string, unknown>;
        readonly commentDirectives?: readonly unknown[];
      };
      for (const pragma of pragmas.keys()) found.add(`pragma ${pragma}`);
      if (commentDirectives !== undefined) found.add(`a directive in ${path}`);
      if (path.includes("hostile")) addTags(file, found);
    }
    // The tags of the package itself, the links of its own sentences, and what the documents call deprecated.
    const told = [
      "@deprecated",
      "@deprecated x",
      "@throws if the server answers with an error status",
    ];
    const own = ["@module", "@see", "{@link}", ...told, ...(name === "src" ? ["@internal"] : [])];
    const examples = [...found].filter((tag) => EXAMPLE.test(tag));
    expect(examples.length).toBeGreaterThan(0);
    expect([...found].filter((tag) => !EXAMPLE.test(tag)).toSorted()).toEqual(own.toSorted());
  });
});

describe.each(bundlers)("$name obeys no documentation", ({ bundle }) => {
  test.each(["dist/index.js", "src/index.ts"])("calls of %s stay", async (path) => {
    const names = exportedFunctions();
    const code = [
      `import { ${names.join(", ")} } from "./${path}";`,
      ...names.map((name) => `${name}();`),
    ].join("\n");
    expect(names.length).toBeGreaterThan(100);
    expect(callsIn(await bundle(folder, code))).toBe(names.length);
  });

  test("a minified bundle of the sources has no comment", async () => {
    const code = `export * from "./src/index.ts";`;
    expect(commentsIn(await bundle(folder, code, true))).toEqual([]);
  });
});

test.each(hostileTexts.filter((text) => !/`|:\/\//.test(text)))("%j is shown as it was", (text) => {
  expect(shown(escapeComment(`x ${text}`))).toBe(shown(`x ${text}`));
});

/** The text of Markdown, as it is shown on hover; underscores may be emphasis. */
function shown(markdown: string): string {
  const visit = (node: Nodes): string => {
    if ("children" in node) return node.children.map(visit).join("");
    return "value" in node ? node.value.replaceAll("_", "") : "";
  };
  return visit(fromMarkdown(markdown));
}

/** The functions of types and of calls, each of which may throw. */
function exportedFunctions(): string[] {
  const outlines = [...outlinesOf(files)].filter(([module]) => /^hostile-\d+$/.test(module));
  return outlines.flatMap(([, names]) =>
    names.flatMap((name) => /^\.((?:decode|encode|call)\w+)$/.exec(name)?.[1] ?? []),
  );
}

function addTags(node: ts.Node, found: Set<string>): void {
  for (const doc of ts.getJSDocCommentsAndTags(node)) {
    for (const part of [doc.comment ?? []].flat()) {
      if (typeof part !== "string" && part.kind !== ts.SyntaxKind.JSDocText) found.add("{@link}");
    }
  }
  for (const { tagName, comment } of ts.getJSDocTags(node)) {
    found.add(`@${tagName.text} ${typeof comment === "string" ? comment : ""}`.trim());
  }
  ts.forEachChild(node, (child) => addTags(child, found));
}

const known = new Map<string, readonly string[]>();

/** Returns the outline of a module: packages have most of their modules in common, and each is read once. */
function outlineOnce(path: string, text: string): readonly string[] {
  const key = `${path}\n${text}`;
  const outline = known.get(key) ?? outlineOf(path, text);
  known.set(key, outline);
  return outline;
}

/** The names that each module declares to others, without the readers and writers of its types. */
function outlinesOf(files: ReadonlyMap<string, string>): Map<string, readonly string[]> {
  const outlines = new Map<string, readonly string[]>();
  for (const [path, text] of files) {
    const [, module] = /^(?:src|dist)\/(.*?)(?:\.d)?\.ts$/.exec(path) ?? [];
    if (module === undefined) continue;
    const isOfDocument = !/^(?:runtime|client)\//.test(module);
    const names = outlineOnce(path, text);
    outlines.set(
      module,
      isOfDocument ? names.filter((name) => !/^\.(?:read|write|fill)[A-Z]/.test(name)) : names,
    );
  }
  expect(outlines.size).toBeGreaterThan(30);
  return new Map([...outlines].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** The files of TypeScript in a folder of a package, by path. */
function readFiles(folder: string, name: string): Map<string, string> {
  const paths = readdirSync(join(folder, name), { recursive: true, encoding: "utf8" });
  return new Map(
    paths
      .filter((path) => path.endsWith(".ts"))
      .map((path) => [`${name}/${path}`, readFileSync(join(folder, name, path), "utf8")]),
  );
}
