import { rename, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import {
  emptyProjectForEachTest,
  filesIn,
  lint,
  md2sdk,
  model,
  modulesIn,
  project,
  write,
} from "../support/places.js";
import { gitIn } from "../support/project.js";

emptyProjectForEachTest();

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

  test("without its manifest, or with one that a merge has damaged", async () => {
    await md2sdk("generate", "--out", "spec/out");
    await write({ "spec/out/md2sdk.manifest.json": "<<<<<<< ours\n" });
    expect(await lint()).toEqual({ status: 0, documents: 1, messages: [] });
    await rm(join(project, "spec/out/md2sdk.manifest.json"));
    expect(await lint()).toEqual({ status: 0, documents: 1, messages: [] });
    await write({ "spec/out/b.md": model("B") });
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
