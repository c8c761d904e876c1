import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { globSync } from "tinyglobby";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkConfig } from "../generator/project/config/config.js";
import { packagesOf, targetsOf } from "../generator/project/config/targets.js";
import { checkSpec } from "../generator/project/check.js";
import { generate, type GenerateOptions } from "../generator/project/generate.js";
import { diagnosticsOf } from "../generator/report/json.js";
import { compileStrictly } from "./support/compiler.js";
import { md2sdk, newCache, root } from "./support/project.js";
import { printed } from "./support/printed.js";
import { exampleIn } from "./support/readme.js";
import { templates } from "./support/templates.js";
import { writeFile } from "./support/write-file.js";

const READMES = ["README.md", "README.zh-CN.md"];

const folder = mkdtempSync(join(tmpdir(), "md2sdk-readme-"));

afterAll(() => rmSync(folder, { recursive: true }));

/** Writes the package of a document into the folder. */
async function generateInto(name: string, value: string, options: Partial<GenerateOptions>) {
  const specFiles = [{ path: `spec/${name}.md`, value }];
  const { files, diagnostics } = await generate(specFiles, {
    ...options,
    templates,
    memo: printed,
  });
  expect(diagnosticsOf(diagnostics).filter(({ severity }) => severity !== "notice")).toEqual([]);
  for (const [path, text] of files) {
    if (path.startsWith("src/")) writeFile(folder, join(name, path), text);
  }
}

test("the documents and the code of the README, its dialect and the examples fit together", async () => {
  const client = { name: "PetStore", baseUrl: "https://pets.example.com", auth: "bearer" } as const;
  await generateInto("pets", exampleIn("README.md", "md pets"), { client });
  const example = join(root, "test/examples/own-dialect");
  const config = JSON.parse(readFileSync(join(example, "md2sdk.config.json"), "utf8")) as unknown;
  const { value } = checkConfig(config, { path: "md2sdk.config.json", text: "" });
  const [own] = value === undefined ? [] : packagesOf(value);
  const [target] = own === undefined ? [] : targetsOf(own);
  const orders = readFileSync(join(example, "spec/orders.md"), "utf8");
  await generateInto("orders", orders, { ...target?.options, dialect: own?.dialect });
  writeFileSync(
    join(folder, "pets.ts"),
    `declare const token: string;\n${exampleIn("README.md", "ts pets")}`,
  );
  await cp(join(example, "use.ts"), join(folder, "orders.ts"));
  const paths = { "my-sdk": ["./pets/src/index.ts"], "orders-sdk": ["./orders/src/index.ts"] };
  expect(compileStrictly(folder, { paths })).toBe("");
});

test.each([
  ["README.zh-CN.md", "md pets"],
  ["generator/dialect/README.md", "md dialect"],
  ["generator/dialect/README.zh-CN.md", "md dialect"],
])("the document of %s has nothing to mend", (page, info) => {
  const fence = info.endsWith("dialect") ? "````" : "```";
  const value = exampleIn(page, info, "", fence);
  const { diagnostics, api } = checkSpec([{ path: "spec/a.md", value }], {
    client: { auth: "bearer" },
  });
  expect(diagnosticsOf(diagnostics)).toEqual([]);
  expect(api.documents[0]?.calls.length).toBeGreaterThan(0);
});

test("both READMEs have the same examples, and the same commands", () => {
  const [first = "", second = ""] = READMES.map((page) => readFileSync(join(root, page), "utf8"));
  for (const info of ["ts pets", "ts config", "js example", "sh"]) {
    const codes = [first, second].map((text) => codeOf(text, info));
    expect(codes[0]).toBe(codes[1]);
    expect(codes[0]).not.toBe("");
  }
  expect(commandsOf(second)).toEqual(commandsOf(first));
});

/** Returns the code of the fences of a README, without comments and texts for people. */
function codeOf(text: string, info: string): string {
  const fences = text.matchAll(new RegExp(`^\`\`\`${info}\n([^]*?)^\`\`\`$`, "gm"));
  return Array.from(fences, ([, code = ""]) => code)
    .join("")
    .replaceAll(/\/\/ .*$/gm, "")
    .replaceAll(/title: ".*"/g, "")
    .replace(" --language zh", "");
}

/** Returns the commands of the table of a README. */
function commandsOf(text: string): string[] {
  return Array.from(text.matchAll(/^\| `md2sdk ([^`]+)`/gm), ([, command = ""]) => command);
}

describe("the commands of the README", () => {
  const project = join(folder, "project");
  let run: ReturnType<typeof md2sdk.in>;

  beforeAll(async () => {
    run = md2sdk.in(folder, { CACHE_DIR: await newCache() });
    await run("init", "project");
    run = md2sdk.in(project, { CACHE_DIR: await newCache() });
    await run("generate", "--target", "openapi");
    const user = ["-c", "user.name=x", "-c", "user.email=x@x"];
    for (const argv of [
      ["init", "-q"],
      ["add", "."],
      ["commit", "-qm", "x"],
      ["tag", "v1.0.0"],
    ]) {
      execFileSync("git", [...user, ...argv], { cwd: project });
    }
  });

  // A watch has no end; `test/watch.test.ts` is about it.
  const commands = commandsOf(readFileSync(join(root, "README.md"), "utf8")).filter(
    (command) => !command.includes("--watch"),
  );

  test.each(commands)("%s", async (command) => {
    const { status, stdout } = await run(...command.split(" "));
    expect(status).toBe(0);
    expect(stdout).not.toBe("");
  });

  test("every command is in the table", async () => {
    const help = (await run("--help")).stdout;
    const names = Array.from(help.matchAll(/^ {2}([a-z]+) /gm), ([, name]) => name);
    const listed = commands.map((command) => command.split(" ")[0]);
    expect([...new Set([...listed, "init", "help"])].toSorted()).toEqual(names.toSorted());
  });
});

test("the line for tests is that of continuous integration", () => {
  const [line = ""] = /^npm ci && .*$/m.exec(readFileSync(join(root, ".ci/run"), "utf8")) ?? [];
  for (const page of READMES) {
    expect(readFileSync(join(root, page), "utf8")).toContain(`\`\`\`sh\n${line}\n\`\`\``);
  }
});

const pages = globSync(
  ["*.md", "{generator,templates}/**/*.md", "test/{bench,examples,vectors,mutation}/**/README.md"],
  { cwd: root, ignore: ["**/node_modules/**", "**/init/**", "generator/source/README.md"] },
);

test.each(pages)("the links of %s lead somewhere", (page) => {
  const text = readFileSync(join(root, page), "utf8")
    .replaceAll(/^(`{3,})[^]*?^\1$/gm, "")
    .replaceAll(/(`+)[^`][^]*?\1/g, "");
  const links = Array.from(text.matchAll(/\]\(([^()\s]+)\)/g), ([, link = ""]) => link);
  const broken = links.filter((link) => !/^[a-z]+:/.test(link) && !isThere(link, page));
  expect(broken).toEqual([]);
});

function isThere(link: string, page: string): boolean {
  const [path = "", anchor] = link.split("#");
  const file = path === "" ? join(root, page) : join(root, dirname(page), path);
  if (!existsSync(file)) return false;
  return anchor === undefined || anchorsOf(readFileSync(file, "utf8")).has(anchor);
}

/** Returns the anchors that GitHub gives the headings of a page. */
function anchorsOf(text: string): ReadonlySet<string> {
  const headings = Array.from(text.matchAll(/^#+ (.+)$/gm), ([, heading = ""]) => heading);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{Letter}\p{Number}\s_-]/gu, "")
        .replaceAll(/\s/g, "-"),
    ),
  );
}
