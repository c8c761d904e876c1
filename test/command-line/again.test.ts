import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  cache,
  edit,
  git,
  md2sdk,
  project,
  snapshotOf,
  useProject,
  withNewCache,
} from "../support/project.js";

useProject();

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
    await edit("md2sdk.config.js", "rename:", 'enumStyle: "union", rename:');
    const configured = await md2sdk("generate");
    expect(configured.stdout).toMatch(
      /Changes since the last run:\n\nBreaking\n.* enumStyle of .*: `const-enum`, now `union`\n\n/,
    );
  });

  test("says nothing of changes where others have changed the output", async () => {
    await md2sdk("generate");
    await edit("generated/src/user.ts", "export", "export ");
    await edit(...edits);
    const { stdout } = await md2sdk("generate");
    expect(stdout).toContain("changed src/user.ts");
    expect(stdout).not.toContain("Breaking");
  });

  test("says what has changed since the last commit if no run is known", async () => {
    await git("init", "--quiet");
    await git("add", ".");
    await git("commit", "--quiet", "--message", "x");
    await edit(...edits);
    await withNewCache(async () => {
      const { stdout } = await md2sdk("generate");
      expect(stdout).toContain("Changes since HEAD:\n\nBreaking\n  spec/user.md:");
    });
    await git("commit", "--quiet", "--all", "--message", "y");
    await git("checkout", "--quiet", "HEAD~1");
    await edit("md2sdk.config.js", "rename:", 'enumStyle: "union", rename:');
    const { changes, summary } = JSON.parse((await md2sdk("generate", "--reporter=json")).stdout);
    expect(summary).toMatchObject({ since: "HEAD", release: "major" });
    expect(changes).toMatchObject([{ rule: "enum-style-changed", names: expect.any(Array) }]);
  });

  test("says that nothing is known of the changes since a commit with errors", async () => {
    await git("init", "--quiet");
    await edit("spec/user.md", "## Models", "## Modles");
    await git("add", ".");
    await git("commit", "--quiet", "--message", "x");
    await edit("spec/user.md", "## Modles", "## Models");
    await edit(...edits);
    await withNewCache(async () => {
      const { stdout } = await md2sdk("generate");
      expect(stdout).toContain("The changes since HEAD are unknown, as its documents have errors");
    });
    const { stdout } = await md2sdk("generate");
    expect(stdout).not.toContain("unknown");
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
    await rm(join(project, "generated"), { recursive: true });
    await withNewCache(async () => {
      await md2sdk("generate", "--no-cache");
      expect(await snapshotOf("generated")).toEqual(before);
      const left = await readdir(cache, { recursive: true });
      // The code of the tool itself says nothing of documents.
      expect(left.filter((path) => /\.(draft|run|work)$/.test(path))).toEqual([]);
    });
  });
});

function withoutTime({ stdout }: { readonly stdout: string }): string {
  return stdout.replace(/\d+\.\d\d s/, "");
}
