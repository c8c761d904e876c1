import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { JsonDiagnostic } from "../generator/report/json.js";

const root = fileURLToPath(new URL("../", import.meta.url));

/** A folder with the documents of this repository that have models only, and the output made of them. */
let original: string;

/** What all runs share, as in one project: that a run is the first is no matter. */
let cache: string;

/** A copy of that folder, for one test. */
let project: string;

beforeAll(async () => {
  original = await mkdtemp(join(tmpdir(), "md2sdk-"));
  cache = await mkdtemp(join(tmpdir(), "md2sdk-cache-"));
  for (const name of ["external_contact.md", "unassigned.md", "user.md"]) {
    await cp(join(root, "spec", name), join(original, "spec", name));
  }
  await cp(join(root, "md2sdk.config.js"), join(original, "md2sdk.config.js"));
  project = original;
  await md2sdk("generate");
});

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), "md2sdk-"));
  await cp(original, project, { recursive: true });
});

afterEach(() => rm(project, { recursive: true }));

afterAll(async () => {
  await rm(original, { recursive: true });
  await rm(cache, { recursive: true });
});

describe("generate", () => {
  test("says what it made", async () => {
    await rm(join(project, "generated"), { recursive: true });
    const { stdout, stderr } = await md2sdk("generate");
    expect(stdout).toMatch(
      /^3 documents, 26 models, 111 fields, 5 enums, \d+ files in \d+\.\d\d s; \d+ changed\n {2}added {3}/,
    );
    expect(stderr).toBe("");
  });

  test("a second run changes nothing", async () => {
    const before = await snapshotOf("generated");
    const { status, stdout } = await md2sdk("generate");
    expect(status).toBe(0);
    expect(stdout).toContain("nothing changed");
    expect(await snapshotOf("generated")).toEqual(before);
  });

  test("needs no configuration", async () => {
    await rm(join(project, "md2sdk.config.js"));
    const { status, stdout } = await md2sdk("generate");
    expect(status).toBe(0);
    expect(stdout).toContain("3 documents, 26 models");
  });

  test("a misspelt type is told at its cell, and leaves the output as it is", async () => {
    await edit(
      "spec/external_contact.md",
      "`external_profile`|`ExternalProfile`",
      "`external_profile`|`ExternlProfile`",
    );
    const before = await snapshotOf("generated");
    const { status, stdout, stderr } = await md2sdk("generate");
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain("spec/external_contact.md\n");
    expect(stderr).toContain(
      "17:39-17:53 error Unexpected type `ExternlProfile`, expected a type of the spec; did you mean `ExternalProfile`? unresolved-type md2sdk",
    );
    expect(await snapshotOf("generated")).toEqual(before);
  });

  test("`--unresolved unknown` makes it a warning, and the type `unknown`", async () => {
    await edit(
      "spec/external_contact.md",
      "`external_profile`|`ExternalProfile`",
      "`external_profile`|`ExternlProfile`",
    );
    const { status, stderr } = await md2sdk("generate", "--unresolved", "unknown");
    expect(status).toBe(0);
    expect(stderr).toContain("17:39-17:53 warning Unexpected type `ExternlProfile`");
    const module = await readFile(join(project, "generated/src/external-contact.ts"), "utf8");
    expect(module).toContain("externalProfile: unknown;");
  });

  test("`--reporter json` prints one object and nothing else", async () => {
    await edit(
      "spec/external_contact.md",
      "`external_profile`|`ExternalProfile`",
      "`external_profile`|`ExternlProfile`",
    );
    const { status, stdout, stderr } = await md2sdk("generate", "--reporter", "json");
    expect(status).toBe(1);
    expect(stderr).toBe("");
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: JsonDiagnostic[] };
    expect(diagnostics).toEqual([
      {
        file: "spec/external_contact.md",
        line: 17,
        column: 39,
        endLine: 17,
        endColumn: 53,
        severity: "error",
        rule: "unresolved-type",
        message: "Unexpected type `ExternlProfile`, expected a type of the spec",
        hint: "did you mean `ExternalProfile`?",
      },
    ]);
  });

  test("a file that md2sdk did not make is never replaced", async () => {
    await writeFile(join(project, "generated/src/extra.ts"), "mine\n");
    await writeFile(join(project, "spec/extra.md"), "# T\n\n## Models\n\n### `Extra`\n");
    const before = await snapshotOf("generated");
    const { status, stderr } = await md2sdk("generate");
    expect(status).toBe(2);
    expect(stderr).toContain("Unexpected file generated/src/extra.ts");
    expect(await snapshotOf("generated")).toEqual(before);
  });

  test("a document that goes takes its modules along, and nothing else", async () => {
    await writeFile(join(project, "generated/mine.txt"), "mine\n");
    await writeFile(join(project, "spec/extra.md"), "# T\n\n## Models\n\n### `Extra`\n");
    expect((await md2sdk("generate")).stdout).toContain("  added   src/extra.ts");
    await rm(join(project, "spec/extra.md"));
    expect((await md2sdk("generate")).stdout).toContain("  removed src/extra.ts");
    const left = await readdir(join(project, "generated"));
    expect(left).toContain("mine.txt");
    expect(left.filter((name) => name.startsWith(".md2sdk"))).toEqual([]);
  });

  test("`lint` says the same, and writes nothing", async () => {
    await edit("spec/user.md", "UserGenderMale UserGender = 1", "UserGenderMale UserGendr = 1");
    const before = await snapshotOf("generated");
    const { status, stdout } = await md2sdk("lint", "--reporter", "github");
    expect(status).toBe(1);
    expect(stdout).toBe(
      "::error file=spec/user.md,line=13,col=17,endLine=13,endColumn=26,title=unresolved-type::Unexpected type `UserGendr`, expected a type of the spec; did you mean `UserGender`?\n",
    );
    expect(await snapshotOf("generated")).toEqual(before);
  });

  test("`--help` and `--version` are no failure", async () => {
    expect(await md2sdk("generate", "--help")).toMatchObject({ status: 0, stderr: "" });
    expect(await md2sdk("--version")).toEqual({ status: 0, stdout: "0.1.0\n", stderr: "" });
  });

  test.each([
    ["an unknown option", ["generate", "--chek"], "--check"],
    ["a bad choice", ["generate", "--reporter", "xml"], "pretty, json"],
    ["a spec that is not there", ["generate", "nowhere"], "spec nowhere, which is not there"],
    [
      "a folder without documents",
      ["lint", "generated/src"],
      "folder generated/src without documents",
    ],
    ["an output without a name", ["generate", "--out", ""], "Expected a folder"],
    ["an output that no disk has", ["generate", "--out", "/proc/none/x"], "cannot write"],
  ])("%s is a usage error", async (_name, argv, text) => {
    const { status, stderr } = await md2sdk(...argv);
    expect(status).toBe(2);
    expect(stderr).toContain(text);
  });
});

describe("generate again", () => {
  const edits: Parameters<typeof edit> = [
    "spec/user.md",
    "UserGenderMale UserGender",
    "UserGenderHe UserGender",
  ];

  test("says the same as the run before, also what it warns of", async () => {
    await edit("spec/user.md", "## Models", "## Models\n\n```js\nx\n```\n");
    await md2sdk("generate");
    const first = await md2sdk("generate");
    expect(first.stderr).toContain("skipped-fence");
    expect(first.stdout).toContain("nothing changed");
    const second = await md2sdk("generate", "--no-cache");
    expect({ ...second, stdout: withoutTime(second) }).toEqual({
      ...first,
      stdout: withoutTime(first),
    });
  });

  test("says what has changed in the documents", async () => {
    await md2sdk("generate");
    await edit(...edits);
    const { stdout } = await md2sdk("generate");
    expect(stdout).toContain("  changed src/user.enums.ts\n");
    expect(stdout).toContain("Breaking\n  spec/user.md:");
    expect(stdout).toContain("a major release");
    await edit("spec/user.md", edits[2], edits[1]);
    const { changes, summary } = JSON.parse((await md2sdk("generate", "--reporter=json")).stdout);
    expect(changes[0]).toMatchObject({ impact: "breaking", new: { file: "spec/user.md" } });
    expect(summary.release).toBe("major");
    const again = JSON.parse((await md2sdk("generate", "--reporter=json")).stdout);
    expect(again.changes).toEqual([]);
  });

  test("says nothing of changes where others have changed the output", async () => {
    await md2sdk("generate");
    await edit("generated/src/user.ts", "export", "export ");
    await edit(...edits);
    const { stdout } = await md2sdk("generate");
    expect(stdout).toContain("changed src/user.ts");
    expect(stdout).not.toContain("Breaking");
  });

  test("brings back what others have changed", async () => {
    await md2sdk("generate");
    const before = await snapshotOf("generated");
    await edit("generated/src/user.ts", "export", "export ");
    await rm(join(project, "generated/src/index.ts"));
    await md2sdk("generate");
    expect(await snapshotOf("generated")).toEqual(before);
  });

  test("does not trust what is left of a cache", async () => {
    await md2sdk("generate");
    await edit(...edits);
    await md2sdk("generate");
    const before = await snapshotOf("generated");
    const entries = await readdir(cache, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    for (const [index, { parentPath, name }] of files.entries()) {
      const path = join(parentPath, name);
      const bytes = await readFile(path);
      await writeFile(path, index % 2 === 0 ? bytes.subarray(0, -9) : bytes.fill(0, 5, 20));
    }
    await rm(join(project, "generated"), { recursive: true });
    const { status, stderr } = await md2sdk("generate");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(await snapshotOf("generated")).toEqual(before);
  });

  test("`--no-cache` makes the same, and keeps nothing", async () => {
    await edit(...edits);
    await md2sdk("generate");
    const before = await snapshotOf("generated");
    const own = cache;
    cache = await mkdtemp(join(tmpdir(), "md2sdk-cache-"));
    await rm(join(project, "generated"), { recursive: true });
    await md2sdk("generate", "--no-cache");
    expect(await snapshotOf("generated")).toEqual(before);
    const left = await readdir(cache, { recursive: true });
    // The code of the tool itself says nothing of documents.
    expect(left.filter((path) => /\.(draft|run|work)$/.test(path))).toEqual([]);
    await rm(cache, { recursive: true });
    cache = own;
  });
});

function withoutTime({ stdout }: { readonly stdout: string }): string {
  return stdout.replace(/\d+\.\d\d s/, "");
}

test("an output among the documents is none of them", async () => {
  expect((await md2sdk("generate", "spec", "--out", "spec/sdk")).status).toBe(0);
  expect(await md2sdk("generate", "spec", "--out", "spec/sdk")).toMatchObject({
    status: 0,
    stderr: "",
  });
});

test("neither is one whose path is absolute", async () => {
  const out = join(project, "spec/sdk");
  expect((await md2sdk("generate", "spec", "--out", out)).status).toBe(0);
  expect(await md2sdk("generate", "spec", "--out", out)).toMatchObject({ status: 0, stderr: "" });
});

test("a document in another encoding is named with the line", async () => {
  await writeFile(join(project, "spec/gbk.md"), Buffer.from([0x23, 0x20, 0x41, 0x0a, 0xd6, 0xd0]));
  const { status, stderr } = await md2sdk("lint");
  expect(status).toBe(2);
  expect(stderr).toMatch(/gbk\.md: line 2 is not UTF-8 text/);
});

describe("generate --check", () => {
  test("is content with what is up to date", async () => {
    expect((await md2sdk("generate", "--check")).status).toBe(0);
  });

  test("finds a changed file", async () => {
    await edit("generated/src/user.ts", "export", "export ");
    await expectStale("changed src/user.ts");
  });

  test("finds a missing file", async () => {
    await rm(join(project, "generated/src/user.ts"));
    await expectStale("added   src/user.ts");
  });

  test("finds a file of the old manifest that is no longer made", async () => {
    await writeFile(join(project, "spec/extra.md"), "# T\n\n## Models\n\n### `Extra`\n");
    expect((await md2sdk("generate")).status).toBe(0);
    await rm(join(project, "spec/extra.md"));
    await expectStale("removed src/extra.ts");
  });
});

describe("the configuration", () => {
  const spec = "# T\n\n## Models\n\n### `A`\n\nName|Type\n-|-\n`UserID`|`string`\n";

  test.each([
    [
      "md2sdk.config.ts",
      (config: string) => `const config: object = ${config};\nexport default config;`,
    ],
    ["md2sdk.config.js", (config: string) => `export default ${config};`],
    ["md2sdk.config.json", (config: string) => config],
    ["other.json", (config: string) => config],
  ])("%s says what to read, where to write, and how to name", async (file, write) => {
    await rm(join(project, "md2sdk.config.js"));
    await writeFile(join(project, "t.md"), spec);
    const rename = { names: { A: "B" }, wireNames: { UserID: "user" } };
    await writeFile(
      join(project, file),
      write(JSON.stringify({ spec: ["t.md"], out: "sdk", rename })),
    );
    const argv = file === "other.json" ? ["--config", file] : [];
    expect(await md2sdk("generate", ...argv)).toMatchObject({ status: 0, stderr: "" });
    const output = await readFile(join(project, "sdk/src/t.ts"), "utf8");
    expect(output).toContain("export interface B {\n  user: string;\n}");
  });

  test("arguments count more", async () => {
    await writeFile(join(project, "t.md"), spec);
    expect((await md2sdk("generate", "t.md", "--out", "elsewhere")).status).toBe(0);
    expect(await readdir(join(project, "elsewhere/src"))).toContain("t.ts");
  });

  test("what cannot stand is told at its key, and nothing is written", async () => {
    await writeFile(
      join(project, "md2sdk.config.js"),
      'export default { spec: "spec/", outt: "x" };\n',
    );
    const before = await snapshotOf("generated");
    const { status, stdout, stderr } = await md2sdk("generate");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("1:33-1:37 error Unexpected setting `outt`, expected a known one");
    expect(await snapshotOf("generated")).toEqual(before);
  });

  test.each([
    ["that is not there", "none.json", undefined, "none.json"],
    ["that is no JSON", "bad.json", "{", "bad.json"],
    ["that throws", "bad.js", "throw new Error('no');", "Error: no"],
  ])("a file %s is a usage error", async (_name, file, text, expected) => {
    if (text !== undefined) await writeFile(join(project, file), text);
    const { status, stderr } = await md2sdk("lint", "--config", file);
    expect(status).toBe(2);
    expect(stderr).toContain(expected);
  });
});

/** Expects `--check` to say this line, and to change nothing. */
async function expectStale(line: string): Promise<void> {
  const before = await snapshotOf("generated");
  const { status, stdout } = await md2sdk("generate", "--check");
  expect(status).toBe(3);
  expect(stdout).toContain(`  ${line}\n`);
  expect(stdout).toContain("run `md2sdk generate`");
  expect(await snapshotOf("generated")).toEqual(before);
}

/** Runs the built tool as its users do. */
describe("docs", () => {
  test("writes a site, and leaves it alone while nothing changes", async () => {
    const { status, stdout } = await md2sdk("docs");
    expect(status).toBe(0);
    expect(stdout).toContain("open docs/index.html");
    const before = await snapshotOf("docs");
    expect([...before.keys()].map((path) => basename(path))).toEqual(
      expect.arrayContaining(["index.html", "external-contact.html", "site.css", "site.js"]),
    );
    expect((await md2sdk("docs")).stdout).toContain("nothing changed");
    expect(await snapshotOf("docs")).toEqual(before);
  });

  test("does not take the place of a package, nor a package that of a site", async () => {
    const before = await snapshotOf("generated");
    const site = await md2sdk("docs", "--out", "generated");
    expect(site.status).toBe(2);
    expect(site.stderr).toContain("Unexpected output of `md2sdk` in generated");
    expect(await snapshotOf("generated")).toEqual(before);
    await md2sdk("docs");
    const sdk = await md2sdk("generate", "--out", "docs");
    expect(sdk.status).toBe(2);
    expect(sdk.stderr).toContain("Unexpected output of `md2sdk docs` in docs");
    expect((await md2sdk("docs")).stdout).toContain("nothing changed");
  });

  test("writes nothing where the spec has an error, or where another file is in the way", async () => {
    await mkdir(join(project, "site"));
    await writeFile(join(project, "site/index.html"), "mine");
    const inTheWay = await md2sdk("docs", "--out", "site");
    expect(inTheWay.status).toBe(2);
    expect(inTheWay.stderr).toContain("Unexpected file site/index.html");
    expect(await readdir(join(project, "site"))).toEqual(["index.html"]);
    await edit("spec/user.md", "UserGenderMale UserGender = 1", "UserGenderMale UserGendr = 1");
    const failed = await md2sdk("docs");
    expect(failed.status).toBe(1);
    expect(failed.stderr).toContain("unresolved-type");
    expect(await readdir(project)).not.toContain("docs");
  });
});

describe("diff", () => {
  test("says what has changed since a revision, and fails where it is asked to", async () => {
    await git("init", "--quiet");
    await git("add", "spec");
    await git("commit", "--quiet", "--message", "x");
    expect((await md2sdk("diff", "HEAD")).stdout).toBe("Nothing has changed\n");
    await edit("spec/external_contact.md", "`Position`", "`JobTitle`");
    await edit("spec/user.md", "用户性别", "性别");
    const { status, stdout, stderr } = await md2sdk("diff", "HEAD", "--fail-on", "breaking");
    expect({ status, stderr }).toEqual({ status: 3, stderr: "" });
    expect(stdout).toMatchInlineSnapshot(`
      "Breaking
        spec/external_contact.md:11:2 \`ExternalContact.Position\` is now \`ExternalContact.JobTitle\`

      Documentation only
        spec/user.md:7:6 the documentation of \`UserGender\` is another

      1 breaking, 1 of documentation only: a major release
      "
    `);
    const markdown = await md2sdk("diff", "HEAD", "--reporter", "markdown");
    expect(markdown.status).toBe(0);
    expect(markdown.stdout).toMatchInlineSnapshot(`
      "### Breaking

      - \`ExternalContact.Position\` is now \`ExternalContact.JobTitle\`

      ### Documentation only

      - the documentation of \`UserGender\` is another

      1 breaking, 1 of documentation only: a major release.
      "
    `);
    const json = JSON.parse((await md2sdk("diff", "HEAD", "--reporter", "json")).stdout) as object;
    expect(json).toMatchObject({
      changes: [
        { rule: "field-renamed", old: { revision: "HEAD", file: "spec/external_contact.md" } },
        { rule: "documentation-changed", impact: "documentation" },
      ],
      summary: { breaking: 1, additive: 0, documentation: 1, release: "major" },
    });
  });

  test("compares folders, and says where a version has errors", async () => {
    await cp(join(project, "spec"), join(project, "old"), { recursive: true });
    await edit("spec/user.md", "UserGenderMale UserGender = 1", "UserGenderMale UserGender = = 1");
    const { status, stdout, stderr } = await md2sdk("diff", "old", "spec");
    expect(status).toBe(0);
    expect(stderr).toBe("md2sdk: the new version has errors; run `md2sdk lint` on it\n");
    expect(stdout).toContain("`UserGenderMale` is gone");
  });

  test.each([
    ["HEAD", "Unexpected version HEAD, expected a file, a folder, a glob or a revision of git"],
    ["--output=x", "unknown option"],
  ])("%s is no version here", async (version, message) => {
    const { status, stderr } = await md2sdk("diff", version);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});

async function md2sdk(...argv: readonly string[]) {
  const main = join(root, "dist/md2sdk.cjs");
  return new Promise<{ status: number; stdout: string; stderr: string }>((resolve) => {
    const options = { cwd: project, env: { ...process.env, CACHE_DIR: cache } };
    execFile(process.execPath, [main, ...argv], options, (error, stdout, stderr) => {
      resolve({ status: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

async function edit(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(project, path), "utf8");
  expect(text).toContain(from);
  await writeFile(join(project, path), text.replace(from, to));
}

async function snapshotOf(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(join(project, folder), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      files.toSorted().map(async (path) => [path, await readFile(path, "utf8")] as const),
    ),
  );
}

async function git(...argv: readonly string[]): Promise<void> {
  const user = ["-c", "user.name=x", "-c", "user.email=x@x"];
  await promisify(execFile)("git", [...user, ...argv], { cwd: project });
}
