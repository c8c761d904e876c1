import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import {
  emptyProjectForEachTest,
  filesIn,
  inFolder,
  lint,
  md2sdk,
  model,
  modulesIn,
  project,
  write,
  type Report,
} from "../support/places.js";
import { gitIn } from "../support/project.js";

emptyProjectForEachTest();

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

  test("that is invalid is reported by its path from the working directory", async () => {
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

  test("that equals the whole prunes the output of a removed document", async () => {
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
