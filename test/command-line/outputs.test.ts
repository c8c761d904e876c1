import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  emptyProjectForEachTest,
  inFolder,
  md2sdk,
  model,
  project,
  write,
} from "../support/places.js";

emptyProjectForEachTest();

const config = {
  packages: [
    {
      spec: "a/",
      outputs: [
        { target: "typescript", out: "sdk-a", package: { name: "sdk-a" }, int64: "bigint" },
        { target: "site", out: "site-a", title: "About A" },
      ],
    },
    { spec: "b/", outputs: [{ target: "typescript", out: "sdk-b", int64: "string" }] },
  ],
};

async function writeProject(): Promise<void> {
  await write({
    "a/user.md": model("User", "int64"),
    "b/pet.md": model("Pet", "int64"),
    "md2sdk.config.json": JSON.stringify(config),
  });
}

async function read(path: string): Promise<string> {
  return readFile(join(project, path), "utf8");
}

async function isThere(path: string): Promise<boolean> {
  return access(join(project, path)).then(
    () => true,
    () => false,
  );
}

describe("a configuration of several packages", () => {
  test("makes every output, each with its own options", async () => {
    await writeProject();
    const made = await md2sdk("generate");
    expect([made.status, made.stderr]).toEqual([0, ""]);
    expect(made.stdout).toContain("  added   sdk-a/src/user.ts\n");
    expect(await read("sdk-a/src/user.ts")).toContain("id: bigint;");
    expect(await read("sdk-b/src/pet.ts")).toContain("id: string;");
    expect(await read("site-a/index.html")).toContain("About A");
    // The site shows the code of the package beside it.
    expect(await read("site-a/user.html")).toContain("bigint");
    const again = await md2sdk("generate", "--check");
    expect([again.status, again.stdout]).toEqual([0, expect.stringContaining("nothing changed")]);
  });

  test("gives its settings to the packages that have none of their own", async () => {
    const table = "# T\n\n## 用户\n\n参数|类型|说明\n-|-|-\nid|整数|编号\ntag|Tag|标签\n";
    await write({
      "a/user.md": table,
      "b/pet.md": model("Pet"),
      "md2sdk.config.json": JSON.stringify({
        spec: "a/",
        dialect: "rest",
        unresolved: "unknown",
        packages: [
          { outputs: [{ target: "typescript", out: "sdk-a" }] },
          { spec: "b/", dialect: "go", outputs: [{ target: "typescript", out: "sdk-b" }] },
        ],
      }),
    });
    const { status, stderr } = await md2sdk("generate");
    expect([status, stderr]).toEqual([0, expect.stringContaining("Unexpected type `Tag`")]);
    expect(await read("sdk-a/src/user.ts")).toContain("tag: unknown;");
    expect(await read("sdk-b/src/pet.ts")).toContain("interface Pet");
  });

  test("writes nothing if one of them has an error", async () => {
    await writeProject();
    await write({ "b/pet.md": model("Pet", "Missing") });
    const { status, stderr } = await md2sdk("generate");
    expect(status).toBe(1);
    expect(stderr).toContain("b/pet.md");
    expect(await isThere("sdk-a")).toBe(false);
  });

  test("says which outputs are stale", async () => {
    await writeProject();
    await md2sdk("generate");
    await write({ "a/user.md": model("User", "string") });
    const { status, stdout } = await md2sdk("generate", "--check");
    expect(status).toBe(3);
    expect(stdout).toContain("sdk-a is stale: 1 file would change");
    expect(stdout).toContain("site-a is stale");
    expect(stdout).not.toContain("sdk-b is stale");
  });

  test("is linted as a whole, and each message is told once", async () => {
    await writeProject();
    await write({ "a/user.md": model("User", "Missing"), "b/pet.md": model("Pet", "Missing") });
    const { status, stdout } = await md2sdk("lint", "--reporter", "json");
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { file: string }[] };
    expect(status).toBe(1);
    expect(diagnostics.map(({ file }) => file)).toEqual(["a/user.md", "b/pet.md"]);
  });

  test("refuses a kind of outputs that it does not have", async () => {
    await write({ "spec/a.md": model("A") });
    const { status, stderr } = await md2sdk("generate", "--target", "site");
    expect([status, stderr]).toEqual([2, expect.stringContaining("Unexpected --target site")]);
  });

  test("makes the outputs of one kind, and takes a folder for one output only", async () => {
    await writeProject();
    const site = await md2sdk("generate", "--target", "site", "--out", "elsewhere");
    expect(site.status).toBe(0);
    expect(await isThere("elsewhere/user.html")).toBe(true);
    expect(await isThere("sdk-a")).toBe(false);
    const several = await md2sdk("generate", "--out", "elsewhere");
    expect(several.status).toBe(2);
    expect(several.stderr).toContain("Unexpected --out for 3 outputs");
  });

  test.each([
    [{ packages: [{ outputs: [{ target: "php" }] }] }, "packages.0.outputs.0"],
    [{ packages: [{ outputs: [{ target: "site", int64: "bigint" }] }] }, "int64"],
    [{ packages: [], out: "x" }, "out"],
    [{ packages: {} }, "packages"],
    [{ packages: [] }, "at least one package"],
    [{ packages: [{ outputs: [] }] }, "at least one output"],
  ])("is checked: %j", async (wrong, path) => {
    await write({ "spec/a.md": model("A"), "md2sdk.config.json": JSON.stringify(wrong) });
    const { status, stderr } = await md2sdk("generate");
    expect(status).toBe(2);
    expect(stderr).toContain("invalid-setting");
    expect(stderr).toContain(path);
  });

  test("tells a package that is gone as its removed types", async () => {
    await writeProject();
    const fewer = { packages: config.packages.slice(0, 1) };
    await write({
      "new/md2sdk.config.json": JSON.stringify(fewer),
      "new/a/user.md": model("User", "int64"),
    });
    const { status, stdout } = await md2sdk("diff", ".", "new", "--fail-on", "breaking");
    expect(stdout).toContain("`Pet`");
    expect(stdout).not.toContain("`User`");
    expect(status).toBe(3);
  });

  test("writes none of its outputs if one of them cannot be written", async () => {
    await writeProject();
    await write({ "sdk-b/README.md": "mine" });
    const { status, stderr } = await md2sdk("generate");
    expect(status).toBe(2);
    expect(stderr).toContain("sdk-b");
    expect(await isThere("sdk-a")).toBe(false);
    expect(await read("sdk-b/README.md")).toBe("mine");
  });

  test.each([
    ["g1/package.json", { target: "openapi", out: "g1/package.json" }],
    ["g1/Package.json", { target: "json-schema", out: "b/../g1/Package.json" }],
    ["g1/src/user.ts/", { target: "site", out: "g1/src/user.ts/" }],
  ])("writes none of two outputs that have one file: %s", async (path, output) => {
    const outputs = [{ target: "typescript", out: "g1/" }, output];
    await write({
      "a/user.md": model("User"),
      "md2sdk.config.json": JSON.stringify({ packages: [{ spec: "a/", outputs }] }),
    });
    for (const flags of [[], ["--check"]]) {
      const { status, stdout, stderr } = await md2sdk("generate", ...flags);
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toContain(`Unexpected file ${path}`);
      expect(stderr).toContain("of two outputs, expected files of its own for each");
    }
    expect(await isThere("g1")).toBe(false);
  });

  test("makes the same site from every working directory", async () => {
    await writeProject();
    await write({ "sub/note.txt": "" });
    await md2sdk("generate");
    const { status, stdout } = await inFolder("sub", "generate", "--check");
    expect([status, stdout]).toEqual([0, expect.stringContaining("nothing changed")]);
  });

  test.each([
    // The message is at the folder of the second output.
    [["p", "./p"], 2, "11:12-11:15 error Unexpected folder"],
    [["p", "a/../P/"], 2, "11:12-11:15 error Unexpected folder"],
    [["p", "q"], 0, ""],
    [["p", "p/docs"], 0, ""],
  ])("has a folder for each output: %j", async ([one, other], expected, message) => {
    const outputs = [
      { target: "typescript", out: one },
      { target: "site", out: other },
    ];
    const text = JSON.stringify({ packages: [{ outputs }] }, undefined, 2);
    await write({ "spec/a.md": model("A"), "md2sdk.config.json": text });
    const { status, stderr } = await md2sdk("generate");
    expect([status, stderr]).toEqual([expected, expect.stringContaining(message)]);
  });

  test("compares each of them with its older version", async () => {
    await writeProject();
    await write({
      "old/md2sdk.config.json": JSON.stringify(config),
      "old/a/user.md": model("User", "int32"),
      "old/b/pet.md": model("Pet", "int32"),
    });
    const { status, stdout } = await md2sdk("diff", "old", ".");
    expect(status).toBe(0);
    expect(stdout).toContain("`User.Id`");
    expect(stdout).toContain("`Pet.Id`");
  });
});
