import {
  chmod,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { md2sdk, project, snapshotOf, useProject } from "../support/project.js";

useProject();

const WRONG = "# T\n\n## Modles\n\n### `A`\n\nName|Type\n-|-\n`B`|string\n";
const RIGHT = "# T\n\n## Models\n\n### `A`\n\nName|Type\n-|-\n`B`|`string`\n";

/** Returns a document of the project with the ends of lines and the mark that some editors write. */
const foreign = (text: string) => `\uFEFF${text.replaceAll("\n", "\r\n")}`;

const place = (name: string) => join(project, name);
const textOf = (name: string) => readFile(place(name), "utf8");

beforeEach(async () => {
  await rm(place("spec"), { recursive: true });
  await mkdir(place("spec"));
  await rm(place("md2sdk.config.js"));
});

describe("lint --fix", () => {
  test("corrects documents, and leaves nothing else behind", async () => {
    await writeFile(place("spec/a.md"), WRONG);
    await chmod(place("spec/a.md"), 0o640);
    const { status, stderr } = await md2sdk("lint", "--fix");
    expect(status).toBe(0);
    expect(stderr).toBe("Fixed 2 problems in 1 document\n");
    expect(await textOf("spec/a.md")).toBe(RIGHT);
    expect(await readdir(place("spec"))).toEqual(["a.md"]);
    expect((await stat(place("spec/a.md"))).mode & 0o777).toBe(0o640);
  });

  test("keeps ends of lines and a byte-order mark", async () => {
    await writeFile(place("spec/a.md"), foreign(WRONG));
    const { status, stdout } = await md2sdk("lint", "--fix", "--reporter", "json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ summary: { fixed: { problems: 2, documents: 1 } } });
    expect(await textOf("spec/a.md")).toBe(foreign(RIGHT));
  });

  test("does not touch documents that are right", async () => {
    await writeFile(place("spec/a.md"), RIGHT);
    const { ino } = await stat(place("spec/a.md"));
    expect(await md2sdk("lint", "--fix")).toMatchObject({ status: 0, stderr: "" });
    expect((await stat(place("spec/a.md"))).ino).toBe(ino);
  });

  test("reports what remains", async () => {
    await writeFile(place("spec/a.md"), `${WRONG}\`C\`|see below\n`);
    const { status, stderr } = await md2sdk("lint", "--fix");
    expect(status).toBe(1);
    expect(stderr).toContain("10:5-10:14 error Unexpected text `see below`");
    expect(stderr).not.toContain("Modles");
    expect(await textOf("spec/a.md")).toBe(`${RIGHT}\`C\`|see below\n`);
  });

  test("applies no edit that adds an error, and the others all the same", async () => {
    await writeFile(place("spec/a.md"), `${WRONG}\`C\`|Missing\n`);
    expect(await md2sdk("lint", "--fix")).toMatchObject({ status: 1 });
    expect(await textOf("spec/a.md")).toBe(`${RIGHT}\`C\`|Missing\n`);
  });

  test("writes neither through a link nor outside of what was asked for", async () => {
    await writeFile(place("elsewhere.md"), WRONG);
    await symlink("../elsewhere.md", place("spec/a.md"));
    await writeFile(place("spec/b.md"), WRONG.replace("`A`", "`C`"));
    await writeFile(place("spec/c.md"), WRONG.replace("`A`", "`D`"));
    await md2sdk("lint", "--fix", "spec/a.md", "spec/c.md");
    expect(await textOf("elsewhere.md")).toBe(WRONG);
    expect(await textOf("spec/b.md")).toBe(WRONG.replace("`A`", "`C`"));
    expect(await textOf("spec/c.md")).toBe(RIGHT.replace("`A`", "`D`"));
  });

  test("does not write into a folder that a link leads to", async () => {
    await writeFile(place("spec/a.md"), WRONG);
    await rename(place("spec"), place("real"));
    await symlink("real", place("spec"));
    expect(await md2sdk("lint", "--fix")).toMatchObject({ status: 1 });
    expect(await textOf("real/a.md")).toBe(WRONG);
  });

  test("leaves documents alone that are not UTF-8", async () => {
    const bytes = Buffer.concat([Buffer.from(WRONG), Buffer.from([0xff, 0x0a])]);
    await writeFile(place("spec/a.md"), bytes);
    expect(await md2sdk("lint", "--fix")).toMatchObject({ status: 1 });
    expect((await readFile(place("spec/a.md"))).equals(bytes)).toBe(true);
  });
});

describe("lint --fix --suggest", () => {
  const PROSE = "# T\n\n## Models\n\n### `A`\n\nName|Type|Doc\n-|-|-\n`B`|`int`|1=一；2=二\n";

  test("declares the enums of notices, and without it they remain", async () => {
    await writeFile(place("spec/a.md"), foreign(PROSE));
    const { status, stderr } = await md2sdk("lint", "--fix");
    expect(status).toBe(0);
    expect(stderr).toContain("enum-in-prose");
    expect(await md2sdk("lint", "--fix", "--suggest")).toMatchObject({
      status: 0,
      stderr: "Fixed 1 problem in 1 document\n",
    });
    const text = await textOf("spec/a.md");
    expect(text).toContain("\tAB1 AB = 1\r\n");
    expect(text).toContain("`B`|`AB`|1=一；2=");
  });
});

describe("lint --fix --dry-run", () => {
  test("prints the differences, and writes nothing", async () => {
    await writeFile(place("spec/a.md"), WRONG);
    const before = await snapshotOf("spec");
    const { status, stdout, stderr } = await md2sdk("lint", "--fix", "--dry-run");
    expect(status).toBe(0);
    expect(stderr).toBe("2 problems in 1 document would be fixed\n");
    expect(stdout).toContain(
      "--- a/spec/a.md\n+++ b/spec/a.md\n@@ -1,9 +1,9 @@\n # T\n \n-## Modles\n+## Models\n",
    );
    expect(await snapshotOf("spec")).toEqual(before);
  });

  test.each([
    [["--dry-run"], "needs '--fix'"],
    [["--suggest"], "needs '--fix'"],
    [["--fix", "--dry-run", "--reporter", "json"], "needs '--reporter pretty'"],
  ])("%j is refused", async (options, message) => {
    await writeFile(place("spec/a.md"), WRONG);
    const { status, stdout, stderr } = await md2sdk("lint", ...options);
    expect(status).toBe(2);
    expect(stdout + stderr).toContain(message);
  });
});
