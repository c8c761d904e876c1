import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { JsonDiagnostic } from "../../generator/report/json.js";
import { edit, git, md2sdk, project, useProcesses, useProject } from "../support/project.js";

useProject();
useProcesses();

interface Report {
  readonly diagnostics: JsonDiagnostic[];
  readonly summary: { readonly errors: number };
}

describe("a run that fails before it reads the specification", () => {
  test.each([
    ["usage", ["lint", "--chek"], "unknown option '--chek'"],
    ["usage", ["lint", "--unresolved", "no"], "argument 'no' is invalid"],
    ["usage", ["generate", "--out", ""], "Expected a folder"],
    ["io", ["lint", "nowhere"], "spec nowhere, which is not there"],
    ["io", ["lint", "spec\n\u001b[31m::error::x"], "spec\\u{a}\\u{1b}[31m::error::x"],
    ["io", ["lint", "--config", "bad.json"], "cannot read"],
    ["io", ["lint", "--config", "bad.js"], "Error: no"],
    ["io", ["docs", "--out", "/proc/none/x"], "cannot write"],
  ])("reports %s as one object: %j", async (rule, argv, text) => {
    await writeFile(join(project, "bad.json"), "{");
    await writeFile(join(project, "bad.js"), "throw new Error('no\\nand no');");
    const json = await md2sdk(...argv, "--reporter", "json");
    expect({ status: json.status, stderr: json.stderr }).toEqual({ status: 2, stderr: "" });
    const { diagnostics, summary } = JSON.parse(json.stdout) as Report;
    expect(diagnostics).toEqual([expect.objectContaining({ rule, severity: "error" })]);
    expect(diagnostics[0]?.message).toContain(text);
    expect(summary.errors).toBe(1);
  });

  test("names the place in a file that is not JSON, relative to the working directory", async () => {
    await writeFile(join(project, "bad.json"), '{\n  "spec": x\n}');
    const { stdout } = await md2sdk("lint", "--config", "bad.json", "--reporter=github");
    expect(stdout).toContain("file=bad.json,line=2,col=11,");
  });

  test.each([
    ["usage", ["lint", "--chek"]],
    ["io", ["lint", "no\n::error::where"]],
  ])("reports %s as one annotation: %j", async (rule, argv) => {
    const { status, stdout } = await md2sdk(...argv, "--reporter=github");
    expect(status).toBe(2);
    expect(stdout).toMatch(new RegExp(`^::error title=${rule}::.*\\n$`));
  });

  test("shows names of files as they can be shown", async () => {
    const { stderr } = await md2sdk("lint", "no\u001b[31m\n::error::where");
    expect(stderr).toContain("spec no\\u{1b}[31m\\u{a}::error::where, which is not there");
  });

  test("names every file that cannot be read", async () => {
    for (const name of ["a.md", "b.md"]) {
      await symlink(join(project, "spec", name), join(project, "spec", name));
    }
    const argv = ["lint", "spec/a.md", "spec/b.md", "--reporter", "json"];
    const { status, stdout } = await md2sdk(...argv);
    expect(status).toBe(2);
    expect(JSON.parse(stdout) as Report).toMatchObject({ diagnostics: [{ rule: "io" }] });
  });
});

/** Misspells a type in a document. */
async function misspell(): Promise<void> {
  await edit("spec/user.md", "UserGenderMale UserGender = 1", "UserGenderMale UserGendr = 1");
}

describe("annotations for GitHub", () => {
  test("name files relative to the workspace", async () => {
    await misspell();
    const { stdout } = await md2sdk.in(join(project, "spec"))(
      "lint",
      "user.md",
      "--reporter",
      "github",
    );
    expect(stdout).toContain("::error file=user.md,line=13");
    await git("init", "--quiet");
    const inRepository = await md2sdk.in(join(project, "spec"))(
      "lint",
      "user.md",
      "--reporter",
      "github",
    );
    expect(inRepository.stdout).toContain("::error file=spec/user.md,line=13");
    const env = { GITHUB_WORKSPACE: join(project, "..") };
    const inWorkspace = await md2sdk.in(project, env)("lint", "--reporter", "github");
    expect(inWorkspace.stdout).toMatch(/^::error file=[^/,]+\/spec\/user\.md,line=13/);
  });

  test("escape names, and nothing else is taken for a command", async () => {
    await misspell();
    await mkdir(join(project, "spec/::error file=x,y"));
    const text = "# T\n\n## Models\n\n## 100%\n";
    await writeFile(join(project, "spec/::error file=x,y/a\u001b%.md"), text);
    const { stdout } = await md2sdk("lint", "--reporter", "github");
    const commands = stdout.trimEnd().split("\n");
    expect(commands.every((line) => /^::(error|warning) file=spec\//.test(line))).toBe(true);
    expect(stdout).toContain("file=spec/%3A%3Aerror file=x%2Cy/a\\u{1b}%25.md,line=3");
    expect(stdout).toContain("`100%25`");
  });
});
