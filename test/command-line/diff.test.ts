import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { edit, git, md2sdk, project, useProject } from "../support/project.js";

useProject();

/** Commits all files of the project. */
async function commit(): Promise<void> {
  await git("init", "--quiet");
  await git("add", ".");
  await git("commit", "--quiet", "--message", "x");
}

describe("diff", () => {
  test("compares documents with pages of another dialect by what calls carry", async () => {
    const calls =
      "| Name | Request Type | Response Type | Access Token | URL |\n|---|---|---|---|---|\n";
    await writeFile(
      join(project, "spec/calls.md"),
      `# Calls\n\n## API calls\n\n${calls}| \`Find\` | \`ExternalContact\` | \`any\` | + | \`POST /cgi-bin/contact/find\` |\n`,
    );
    const page =
      'Find\n\n请求方式：POST\n请求地址：https://h.example.com/cgi-bin/contact/find?access_token=ACCESS_TOKEN\n\n**请求包体：**\n\n    {"name": 1, "star": true}\n';
    await mkdir(join(project, "pages"));
    await writeFile(join(project, "pages/find.md"), page);
    const options = ["--new-dialect", "wecom", "--fail-on", "breaking"];
    const { status, stdout } = await md2sdk("diff", "spec", "pages", ...options);
    expect(status).toBe(3);
    expect(stdout).toContain(
      "`name` in the request of `POST /cgi-bin/contact/find` is a string in the old version, and an integer in the new one",
    );
    expect(stdout).toContain("pages/find.md:8:17 only the new version has `star` in the request");
    expect(stdout).not.toContain("renamed");
    const same = await md2sdk("diff", "--wire", "spec", "spec");
    expect(same.stdout).toBe("Nothing has changed\n");
  });

  test("says what has changed since a revision, and fails where it is asked to", async () => {
    await commit();
    expect((await md2sdk("diff")).stdout).toBe("Nothing has changed\n");
    await edit("spec/external_contact.md", "`Position`", "`JobTitle`");
    await edit("spec/user.md", "用户性别", "性别");
    const { status, stdout, stderr } = await md2sdk("diff", "HEAD", "--fail-on", "breaking");
    expect({ status, stderr }).toEqual({ status: 3, stderr: "" });
    expect(stdout).toMatchInlineSnapshot(`
      "Breaking
        spec/external_contact.md:11:2 \`ExternalContact.Position\` was renamed to \`ExternalContact.JobTitle\`

      Documentation only
        spec/user.md:7:6 the documentation of \`UserGender\` has changed

      1 breaking, 1 of documentation only: a major release
      "
    `);
    await git("tag", "v1.2.3");
    expect((await md2sdk("diff", "v1.2.3", "--release")).stdout).toBe("2.0.0\n");
    const part = await md2sdk("diff", "HEAD", "spec/external_contact.md");
    expect({ status: part.status, stderr: part.stderr }).toEqual({ status: 0, stderr: "" });
    expect(part.stdout).toMatch(/^Breaking\n.*\n\n1 breaking: a major release\n$/);
    const markdown = await md2sdk("diff", "HEAD", "--reporter", "markdown");
    expect(markdown.status).toBe(0);
    expect(markdown.stdout).toMatchInlineSnapshot(`
      "### Breaking

      - \`ExternalContact.Position\` was renamed to \`ExternalContact.JobTitle\`

      ### Documentation only

      - the documentation of \`UserGender\` has changed

      1 breaking, 1 of documentation only: a major release.
      "
    `);
    const github = await md2sdk("diff", "HEAD", "--reporter", "github");
    expect(github.stdout).toBe(
      [
        "::warning file=spec/external_contact.md,line=11,col=2,title=field-renamed::`ExternalContact.Position` was renamed to `ExternalContact.JobTitle`",
        "::notice file=spec/user.md,line=7,col=6,title=documentation-changed::the documentation of `UserGender` has changed",
        "1 breaking, 1 of documentation only: a major release\n",
      ].join("\n"),
    );
    const json = JSON.parse((await md2sdk("diff", "HEAD", "--reporter", "json")).stdout) as object;
    expect(json).toMatchObject({
      changes: [
        { rule: "field-renamed", old: { revision: "HEAD", file: "spec/external_contact.md" } },
        { rule: "documentation-changed", impact: "documentation" },
      ],
      summary: { breaking: 1, additive: 0, documentation: 1, release: "major" },
    });
  });

  test("says how a shallow clone gets the revision that it lacks", async () => {
    await commit();
    await edit("spec/user.md", "用户性别", "性别");
    await git("commit", "--quiet", "--all", "--message", "y");
    await git("clone", "--quiet", "--depth", "1", `file://${project}`, "clone");
    const { status, stderr } = await md2sdk.in(join(project, "clone"))("diff", "HEAD~1");
    expect(status).toBe(2);
    expect(stderr).toContain("the clone is shallow: run `git fetch --unshallow --tags`");
    expect((await md2sdk("diff", "HEAD~2")).stderr).not.toContain("shallow");
  });

  test("compares folders, each with its own configuration", async () => {
    await cp(join(project, "spec"), join(project, "old/spec"), { recursive: true });
    await writeFile(join(project, "old/md2sdk.config.json"), '{ "enumStyle": "union" }');
    const { status, stdout } = await md2sdk("diff", "old/spec", "spec");
    expect(status).toBe(0);
    expect(stdout).toContain("enumStyle of ");
    expect(stdout).toContain("`union`, now `const-enum`");
    expect((await md2sdk("diff", "old", "spec")).stdout).toBe(stdout);
    const given = await md2sdk("diff", "old/spec", "spec", "--config", "md2sdk.config.js");
    expect(given.stdout).toBe("Nothing has changed\n");
  });

  test("reads a revision with the configuration that it holds", async () => {
    await writeFile(join(project, "names.js"), 'export const id = "userKey";\n');
    await writeFile(
      join(project, "md2sdk.config.js"),
      'import { id } from "./names.js";\nexport default { rename: { wireNames: { userid: id } } };\n',
    );
    await commit();
    await edit("names.js", "userKey", "userID");
    const { status, stdout, stderr } = await md2sdk("diff", "--fail-on", "breaking");
    expect({ status, stderr }).toEqual({ status: 3, stderr: "" });
    expect(stdout).toMatch(
      /^Breaking\n {2}spec\/\S+ TypeScript name of .*: `userKey`, now `userID`\n/,
    );
    expect(await git("status", "--porcelain")).toBe(" M names.js\n");
    expect((await md2sdk("diff", "HEAD", "HEAD")).stdout).toBe("Nothing has changed\n");
    await writeFile(join(project, "md2sdk.config.js"), "export default { outt: 1 };\n");
    await commit();
    await edit("md2sdk.config.js", "outt: 1", "");
    const invalid = await md2sdk("diff", "--reporter", "json");
    expect(invalid.status).toBe(2);
    expect(JSON.parse(invalid.stdout)).toMatchObject({
      diagnostics: [{ revision: "HEAD", file: "md2sdk.config.js", rule: "invalid-setting" }],
    });
  });

  test("names the configuration of a revision that cannot be read", async () => {
    await writeFile(join(project, "md2sdk.config.js"), 'throw new Error("no");\n');
    await commit();
    await writeFile(join(project, "md2sdk.config.js"), "export default {};\n");
    const { status, stdout } = await md2sdk("diff", "--reporter", "json");
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      diagnostics: [{ rule: "io", message: "cannot read HEAD:md2sdk.config.js: Error: no" }],
    });
  });

  test("never takes documents of today for those of a revision", async () => {
    await writeFile(
      join(project, "md2sdk.config.json"),
      JSON.stringify({ spec: join(project, "spec") }),
    );
    await rm(join(project, "md2sdk.config.js"));
    await commit();
    const { status, stderr } = await md2sdk("diff");
    expect(status).toBe(2);
    expect(stderr).toContain("expected one that HEAD holds");
  });

  test("says nothing of changes if a version has errors, but tells them in every form", async () => {
    await edit("spec/user.md", "UserGenderMale UserGender = 1", "UserGenderMale UserGendr = 1");
    await commit();
    await edit("spec/user.md", "UserGenderMale UserGendr = 1", "UserGenderMale UserGender = 1");
    await edit("spec/user.md", "UserGenderFemale UserGender", "UserGenderFemale UserGnder");
    const pretty = await md2sdk("diff", "--fail-on", "breaking");
    expect({ status: pretty.status, stdout: pretty.stdout }).toEqual({ status: 1, stdout: "" });
    expect(pretty.stderr).toMatch(/^HEAD:spec\/user\.md\n13:17-13:26 error/m);
    expect(pretty.stderr).toMatch(/^spec\/user\.md\n/m);
    const markdown = await md2sdk("diff", "HEAD", "--reporter", "markdown");
    expect(markdown.status).toBe(1);
    expect(markdown.stdout).toMatch(
      /^### Errors\n\n- `HEAD:spec\/user\.md:13:17` Unexpected .*\n- `spec\/user\.md:\d+:\d+` Unexpected .*\n$/,
    );
    const json = await md2sdk("diff", "HEAD", "--reporter", "json");
    expect(json.status).toBe(1);
    const report = JSON.parse(json.stdout) as object;
    expect(Object.keys(report)).toEqual(["diagnostics", "summary"]);
    expect(report).toMatchObject({
      diagnostics: [{ revision: "HEAD", file: "spec/user.md" }, { file: "spec/user.md" }],
      summary: { errors: 2 },
    });
    const github = await md2sdk("diff", "HEAD", "--reporter", "github");
    expect(github.status).toBe(1);
    expect(github.stdout).toMatch(
      /^::error title=unresolved-type::HEAD:spec\/user\.md:13:17 .*\n::error file=spec\/user\.md,line=/,
    );
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
