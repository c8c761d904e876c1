import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { JsonDiagnostic } from "../../generator/report/json.js";
import { gitIn, md2sdk as tool } from "../support/project.js";

let project: string;

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), "md2sdk-places-"));
});

afterEach(() => rm(project, { recursive: true }));

/** Writes files of the project, each a document with one model unless its text is given. */
async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(project, path)), { recursive: true });
    await writeFile(join(project, path), text);
  }
}

/** A document with one model, whose field may have the type of another one. */
function model(name: string, type = "string"): string {
  return `# ${name}\n\n## Models\n\n### \`${name}\`\n\nName|JSON|Type\n-|-|-\n\`Id\`|\`id\`|\`${type}\`\n`;
}

/** Runs the tool in a folder of the project. */
async function inFolder(folder: string, ...argv: readonly string[]) {
  return tool.in(join(project, folder), { CACHE_DIR: join(project, ".cache") })(...argv);
}

async function md2sdk(...argv: readonly string[]) {
  return inFolder("", ...argv);
}

/** The files of a folder of the project and their texts. */
async function filesIn(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(join(project, folder), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const texts = paths.map(async (path) => {
    return [path.slice(join(project, folder).length + 1), await readFile(path, "utf8")] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}

async function modulesIn(folder: string): Promise<string[]> {
  const own = Object.keys(await filesIn(`${folder}/src`));
  return own.filter((path) => !/^(index|runtime|client)\b/.test(path)).toSorted();
}

interface Report {
  readonly diagnostics: readonly JsonDiagnostic[];
  readonly summary: { readonly documents: number; readonly models: number };
}

/** Lints; the messages as `file rule`. */
async function lint(...argv: readonly string[]) {
  const { status, stdout, stderr } = await md2sdk("lint", "--reporter", "json", ...argv);
  if (stdout === "") return { status, stderr };
  const { diagnostics, summary } = JSON.parse(stdout) as Report;
  const messages = diagnostics.map(({ file, rule }) => `${file} ${rule}`);
  return { status, documents: summary.documents, messages };
}

describe("the configuration", () => {
  test("is found from a folder below, and its paths are relative to it", async () => {
    await write({
      "md2sdk.config.json": JSON.stringify({ spec: "docs/api", out: "out/sdk" }),
      "docs/api/user.md": model("User", "Nothing"),
      "app/src/other.md": model("Other"),
    });
    const below = "app/src";
    const wrong = await inFolder(below, "generate");
    expect(wrong.status).toBe(1);
    expect(wrong.stderr).toContain("../../docs/api/user.md\n");
    await write({ "docs/api/user.md": model("User") });
    expect(await inFolder(below, "generate")).toMatchObject({ status: 0, stderr: "" });
    expect(await modulesIn("out/sdk")).toEqual(["user.ts"]);
    expect(await inFolder(below, "generate", "--check")).toMatchObject({ status: 0 });
    // Arguments are relative to the working directory.
    await inFolder(below, "generate", "other.md", "--out", "here");
    expect(await modulesIn("app/src/here")).toEqual(["other.ts"]);
    await inFolder(below, "docs");
    expect(Object.keys(await filesIn("docs"))).toContain("user.html");
    expect((await readdir(join(project, below))).toSorted()).toEqual(["here", "other.md"]);
  });

  test("is the nearest one; `--config` names another, whose paths are relative to that", async () => {
    await write({
      "md2sdk.config.json": JSON.stringify({ out: "outer" }),
      "inner/md2sdk.config.json": "{}",
      "inner/spec/a.md": model("A"),
      "configs/b.json": JSON.stringify({ spec: "../inner/spec", out: "../from-b" }),
    });
    await inFolder("inner", "generate");
    expect(await modulesIn("inner/generated")).toEqual(["a.ts"]);
    await inFolder("inner", "generate", "--config", "../configs/b.json");
    expect(await modulesIn("from-b")).toEqual(["a.ts"]);
  });

  test("that cannot stand is told by its path from the working directory", async () => {
    await write({ "md2sdk.config.json": '{"x": 1}', "below/x.txt": "" });
    const { status, stdout } = await inFolder("below", "lint", "--reporter", "json");
    expect(status).toBe(2);
    expect((JSON.parse(stdout) as Report).diagnostics[0]?.file).toBe("../md2sdk.config.json");
  });

  test("a revision of git is read in the folders of the configuration", async () => {
    await write({
      "packages/api/md2sdk.config.json": JSON.stringify({ spec: ["../shared", "spec/*.md"] }),
      "packages/api/spec/a.md": model("A"),
      "packages/shared/b.md": model("B"),
      "packages/api/src/x.txt": "",
    });
    await gitIn(project, "init", "--quiet");
    await gitIn(project, "add", ".");
    await gitIn(project, "commit", "--quiet", "--message", "x");
    await write({ "packages/shared/b.md": model("B", "int32") });
    const { stdout } = await inFolder("packages/api/src", "diff", "HEAD");
    expect(stdout).toContain("../../shared/b.md:9:2 `B.Id` changed from `string` to `int32`");
    expect(stdout).toContain("1 breaking: a major release");
  });
});

describe("a part of the specification", () => {
  beforeEach(async () => {
    await write({
      "spec/a.md": model("A", "B"),
      "spec/b.md": model("B"),
      "spec/more/c.md": model("C"),
    });
    await md2sdk("generate");
  });

  test.each([
    ["generate", "spec/a.md"],
    ["generate", "spec/b.md", "--check"],
    ["generate", "spec/*.md"],
    ["generate", "spec/more"],
    ["docs", "spec/b.md"],
  ])("%s %s does not remove what it has not read", async (...argv) => {
    await md2sdk("docs");
    const before = [await filesIn("generated"), await filesIn("docs")];
    const { status, stderr, stdout } = await md2sdk(...argv);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("Unexpected part of the specification: the output in ");
    expect(stderr).toMatch(/is also made of `.*\.md`.*run `md2sdk .*--out/);
    expect([await filesIn("generated"), await filesIn("docs")]).toEqual(before);
  });

  test("neither does a run on an output whose manifest does not name its documents", async () => {
    const path = join(project, "generated/md2sdk.manifest.json");
    const { documents: _documents, ...manifest } = JSON.parse(await readFile(path, "utf8"));
    await writeFile(path, JSON.stringify(manifest));
    expect((await md2sdk("generate", "spec/b.md")).status).toBe(2);
  });

  test("has an output of its own elsewhere, and no other part takes its place", async () => {
    for (let run = 0; run < 2; run++) {
      expect(await md2sdk("generate", "spec/b.md", "--out", "sdk")).toMatchObject({ status: 0 });
    }
    expect(await modulesIn("sdk")).toEqual(["b.ts"]);
    expect((await md2sdk("generate", "spec/more/c.md", "--out", "sdk")).status).toBe(2);
    expect(await md2sdk("generate", "spec/*.md", "--out", "sdk")).toMatchObject({ status: 0 });
    expect(await modulesIn("sdk")).toEqual(["a.ts", "b.ts"]);
  });

  test("that is the whole is none, and a document that is gone takes its output along", async () => {
    expect(await md2sdk("generate", "spec/a.md", "spec/b.md", "spec/more")).toMatchObject({
      status: 0,
      stderr: "",
    });
    expect(await modulesIn("generated")).toEqual(["a.ts", "b.ts", "more/c.ts"]);
    await rm(join(project, "spec/more"), { recursive: true });
    expect(await md2sdk("generate", "spec/")).toMatchObject({ status: 0 });
    expect(await modulesIn("generated")).toEqual(["a.ts", "b.ts"]);
  });

  test("is checked beside the whole, and only its messages are reported", async () => {
    await write({ "spec/more/c.md": model("C", "Nothing") });
    expect(await lint("spec/a.md")).toEqual({ status: 0, documents: 1, messages: [] });
    expect(await lint("spec/a.md", "spec/more")).toEqual({
      status: 1,
      documents: 2,
      messages: ["spec/more/c.md unresolved-type"],
    });
  });

  test("is compared with the same part of a revision", async () => {
    await gitIn(project, "init", "--quiet");
    await gitIn(project, "add", "spec");
    await gitIn(project, "commit", "--quiet", "--message", "x");
    await write({ "spec/b.md": model("B", "bool"), "spec/more/c.md": model("C", "bool") });
    const { stdout } = await md2sdk("diff", "HEAD", "spec/more/c.md");
    expect(stdout).toContain("`C.Id` changed from `string` to `bool`");
    expect(stdout).toContain("1 breaking: a major release");
  });
});

describe("the output is never input", () => {
  beforeEach(() => write({ "spec/a.md": model("A") }));

  test("in the folder of the spec, whichever command reads it", async () => {
    await md2sdk("generate", "--out", "spec/deep/out");
    expect(Object.keys(await filesIn("spec/deep/out"))).toContain("README.md");
    expect(await lint()).toEqual({ status: 0, documents: 1, messages: [] });
    expect(await lint("spec/**")).toEqual({ status: 0, documents: 1, messages: [] });
    expect((await md2sdk("generate")).stdout).toContain("1 document, 1 model,");
    expect((await md2sdk("docs")).stderr).toBe("");
    const named = await md2sdk("lint", "spec/deep/out/README.md");
    expect(named.status).toBe(2);
    expect(named.stderr).toContain("spec/deep/out/README.md, which md2sdk made");
    // A file beside those of the output is one of the user's.
    await write({ "spec/deep/out/b.md": model("B") });
    expect(await lint()).toMatchObject({ documents: 2 });
  });

  test("behind links, and in a revision of git", async () => {
    await md2sdk("generate");
    await symlink("../generated", join(project, "spec/linked"));
    await symlink("../generated/README.md", join(project, "spec/readme.md"));
    expect(await lint()).toEqual({ status: 0, documents: 1, messages: [] });
    await rm(join(project, "spec/linked"));
    await rm(join(project, "spec/readme.md"));
    await rename(join(project, "generated"), join(project, "spec/out"));
    await gitIn(project, "init", "--quiet");
    await gitIn(project, "add", ".");
    await gitIn(project, "commit", "--quiet", "--message", "x");
    expect(await md2sdk("diff", "HEAD")).toEqual({
      status: 0,
      stdout: "Nothing has changed\n",
      stderr: "",
    });
  });
});

describe("files among the documents", () => {
  test("of every suffix of Markdown are read, or told", async () => {
    await write({
      "spec/a.markdown": model("A"),
      "spec/B.MD": model("B"),
      "spec/c.mdx": model("C"),
      "spec/d.mkd": model("D"),
      "spec/e.md.txt": model("E"),
      "spec/notes.txt": "notes",
      "spec/node_modules/f.md": model("F"),
    });
    expect(await lint()).toEqual({
      status: 0,
      documents: 2,
      messages: [
        "spec/c.mdx unread-document",
        "spec/d.mkd unread-document",
        "spec/e.md.txt unread-document",
      ],
    });
    expect(await lint("spec/*.{md,mdx}")).toMatchObject({ documents: 2, messages: [] });
    expect(await lint("spec/d.mkd")).toMatchObject({ documents: 1, messages: [] });
  });

  test("that links lead to are read once, loops end, and a broken link is told", async () => {
    await write({ "spec/a/user.md": model("User"), "shared/b.md": model("B") });
    await symlink("..", join(project, "spec/a/loop"));
    await symlink("self", join(project, "spec/self"));
    await symlink("a/user.md", join(project, "spec/again.md"));
    await symlink("../shared", join(project, "spec/shared"));
    await symlink("nowhere.md", join(project, "spec/gone.md"));
    expect(await lint()).toEqual({
      status: 1,
      documents: 2,
      messages: ["spec/gone.md broken-link"],
    });
    await rm(join(project, "spec/gone.md"));
    expect(await md2sdk("generate")).toMatchObject({ status: 0, stderr: "" });
    expect(await modulesIn("generated")).toEqual(["a/user.ts", "shared/b.ts"]);
  });

  test("have one order and one module, however a system writes their names", async () => {
    await write({
      "spec/oa.md": model("A"),
      "spec/P.md": model("P"),
      "spec/\u00e9.md": model("E"),
    });
    await md2sdk("generate");
    const before = await filesIn("generated");
    await rename(join(project, "spec/oa.md"), join(project, "spec/OA.md"));
    await rename(join(project, "spec/\u00e9.md"), join(project, "spec/e\u0301.md"));
    await md2sdk("generate");
    const after = await filesIn("generated");
    const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
    expect(changed.toSorted()).toEqual(["README.md", "md2sdk.manifest.json", "src/oa.ts"]);
    expect(await modulesIn("generated")).toEqual(["oa.ts", "p.ts", "\u00e9.ts"]);
    await write({ "spec/\u00e9.md": model("F") });
    expect(await lint()).toMatchObject({
      status: 1,
      messages: ["spec/\u00e9.md duplicate-document"],
    });
  });

  test("of one name in two folders are two modules, in the site and in diffs too", async () => {
    await write({
      "a/user.md": model("User", "Member"),
      "b/user.md": model("Member"),
      "md2sdk.config.json": JSON.stringify({ spec: ["a", "b"] }),
    });
    expect(await md2sdk("generate")).toMatchObject({ status: 0, stderr: "" });
    expect(await modulesIn("generated")).toEqual(["a/user.ts", "b/user.ts"]);
    await md2sdk("docs");
    const site = await filesIn("docs");
    expect(site["a.user.html"]).toContain('href="b.user.html#Member"');
    await write({ "b/user.md": model("Member", "bool") });
    const { stdout } = await md2sdk("generate");
    expect(stdout).toContain("b/user.md:9:2 `Member.Id` changed from `string` to `bool`");
    expect(stdout).toContain("1 breaking: a major release");
  });
});
