import { cp } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { edit, git, md2sdk, project, useProject } from "../support/project.js";

useProject();

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
