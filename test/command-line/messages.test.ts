import { appendFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { md2sdk, project, snapshotOf, useProject } from "../support/project.js";

useProject();

/** A warning and a notice. */
const SPEC = "## Models\n\n### `A`\n\nName|Type\n-|-\n`B`|`string`\n`C`|TODO\n";

beforeEach(async () => {
  await rm(join(project, "spec"), { recursive: true });
  await mkdir(join(project, "spec"));
  await rm(join(project, "md2sdk.config.js"));
  await writeFile(join(project, "spec/extra.md"), SPEC);
});

/** Writes the configuration of the project with the severities of rules. */
async function grade(rules: Readonly<Record<string, string>>): Promise<void> {
  await writeFile(join(project, "md2sdk.config.json"), JSON.stringify({ rules }));
}

describe("severities of rules", () => {
  test("a rule that is off tells nothing", async () => {
    await grade({ "missing-topic": "off", "skipped-todo": "off" });
    expect(await md2sdk("lint")).toMatchObject({ status: 0, stderr: "" });
  });

  test("a rule that is graded up stops writing", async () => {
    await grade({ "skipped-todo": "error" });
    const before = await snapshotOf("generated");
    const { status, stderr } = await md2sdk("generate");
    expect(status).toBe(1);
    expect(stderr).toMatch(/8:5-8:9 +error +Unexpected `TODO`/);
    expect(await snapshotOf("generated")).toEqual(before);
  });

  test("every package of a project has them", async () => {
    const outputs = [{ target: "typescript", out: "a" }];
    const packages = [{ spec: "spec/extra.md", outputs }];
    const rules = { "missing-topic": "off", "skipped-todo": "error" };
    await writeFile(join(project, "md2sdk.config.json"), JSON.stringify({ rules, packages }));
    const { status, stdout } = await md2sdk("lint", "--reporter", "json");
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ summary: { errors: 1, warnings: 0, notices: 0 } });
  });

  test("an unknown rule is an error of the configuration", async () => {
    await grade({ "missing-topics": "off" });
    const { status, stderr } = await md2sdk("lint");
    expect(status).toBe(2);
    expect(stderr).toContain("1:12-1:26 error Unexpected setting `rules.missing-topics`");
    expect(stderr).toContain("did you mean `missing-topic`?");
  });
});

describe("comments that suppress messages", () => {
  const comment = "<!-- md2sdk-disable skipped-todo -- not decided yet -->";

  test("suppress them in each run, also of drafts that are cached", async () => {
    await grade({ "missing-topic": "off" });
    const file = join(project, "spec/extra.md");
    await writeFile(file, `${comment}\n\n${SPEC}`);
    const silent = { status: 0, stderr: "" };
    expect(await md2sdk("lint")).toMatchObject(silent);
    expect(await md2sdk("generate")).toMatchObject(silent);
    await writeFile(join(project, "spec/other.md"), "# T\n");
    expect(await md2sdk("generate")).toMatchObject(silent);
    expect(await md2sdk("generate", "--check")).toMatchObject(silent);
    await writeFile(file, SPEC);
    expect((await md2sdk("generate")).stderr).toContain("Unexpected `TODO`");
  });

  test("an unused one is told, but not by a run that makes only a site", async () => {
    const unused = "<!-- md2sdk-disable differing-property -- as the vendor writes it -->";
    await writeFile(join(project, "spec/extra.md"), `${unused}\n\n# T\n`);
    const told = "Unexpected suppression of `differing-property`";
    expect((await md2sdk("lint")).stderr).toContain(told);
    expect((await md2sdk("generate")).stderr).toContain(told);
    expect((await md2sdk("docs", "--out", "site")).stderr).not.toContain(told);
  });
});

describe("--quiet", () => {
  test.each(["lint", "generate"])("%s prints only errors, and counts all", async (command) => {
    const pretty = await md2sdk(command, "--quiet");
    expect(pretty).toMatchObject({
      status: 0,
      stderr: "1 warning and 1 notice not shown (--quiet)\n",
    });
    const { stdout } = await md2sdk(command, "--quiet", "--reporter", "json");
    const summary = { errors: 0, warnings: 1, notices: 1 };
    expect(JSON.parse(stdout)).toMatchObject({ diagnostics: [], summary });
    await appendFile(join(project, "spec/extra.md"), "`D`|`E`\n");
    const { stderr } = await md2sdk(command, "--quiet");
    expect(stderr).toContain("error Unexpected type `E`");
    expect(stderr).not.toContain("TODO");
  });

  test("what was not shown is shown again without it", async () => {
    await md2sdk("generate", "--quiet");
    expect((await md2sdk("generate")).stderr).toContain("Unexpected `TODO`");
  });
});

describe("--max-warnings", () => {
  test.each(["lint", "generate"])("%s fails where there are more, and says so", async (command) => {
    const before = await snapshotOf("generated");
    const { status, stderr } = await md2sdk(command, "--max-warnings", "0");
    expect(status).toBe(1);
    expect(stderr).toContain("Unexpected 1 warning, expected at most 0 as `--max-warnings` says");
    expect(await snapshotOf("generated")).toEqual(before);
    expect((await md2sdk(command, "--max-warnings", "1")).status).toBe(0);
    const last = await md2sdk(command, "--max-warnings=0", "--quiet", "--reporter=json");
    expect(last.status).toBe(1);
    expect(JSON.parse(last.stdout)).toMatchObject({ diagnostics: [{ rule: "max-warnings" }] });
  });

  test.each(["-1", "1.5", "many", ""])("%s is no number of warnings", async (text) => {
    expect((await md2sdk("lint", `--max-warnings=${text}`)).status).toBe(2);
  });
});

describe("--baseline", () => {
  const BASELINE = ["--baseline", "known.json"];

  test("lint writes it, and then lint and generate tell only new messages", async () => {
    await grade({});
    const written = await md2sdk("lint", ...BASELINE, "--update-baseline");
    expect(written).toMatchObject({ status: 0, stderr: "" });
    const text = await readFile(join(project, "known.json"), "utf8");
    expect(text).toContain('"spec/extra.md": {\n      "missing-topic": {');
    const silent = { status: 0, stderr: "" };
    expect(await md2sdk("lint", ...BASELINE, "--max-warnings", "0")).toMatchObject(silent);
    expect(await md2sdk("generate", ...BASELINE, "--max-warnings", "0")).toMatchObject(silent);
    // The names of files are relative to the baseline.
    const above = await md2sdk.in(join(project, "spec"))("lint", "--baseline", "../known.json");
    expect(above).toMatchObject(silent);
    await appendFile(join(project, "spec/extra.md"), "`D`|TODO\n");
    for (const command of ["lint", "generate"]) {
      const { stderr } = await md2sdk(command, ...BASELINE);
      expect(stderr).toContain("9:5-9:9 info Unexpected `TODO`");
      expect(stderr).not.toContain("missing-topic");
    }
    expect((await md2sdk("generate")).stderr).toContain("missing-topic");
  });

  test("messages that no longer occur are told, until it is written anew", async () => {
    await md2sdk("lint", ...BASELINE, "--update-baseline");
    await writeFile(join(project, "spec/extra.md"), `# T\n\n${SPEC}`);
    for (const command of ["lint", "generate"]) {
      const { status, stderr } = await md2sdk(command, ...BASELINE);
      expect(status).toBe(0);
      expect(stderr).toContain("known.json\n6:9-6:76 warning Unexpected 1 of `missing-topic`");
    }
    // A part says nothing of the others.
    expect((await md2sdk("lint", "spec/extra.md", ...BASELINE)).stderr).not.toContain("stale");
    await md2sdk("lint", ...BASELINE, "--update-baseline");
    expect((await md2sdk("lint", ...BASELINE)).stderr).toBe("");
    expect(await readFile(join(project, "known.json"), "utf8")).not.toContain("missing-topic");
  });

  test("an error is told, and nothing is written", async () => {
    await appendFile(join(project, "spec/extra.md"), "`D`|`E`\n");
    const { status, stderr } = await md2sdk("lint", ...BASELINE, "--update-baseline");
    expect(status).toBe(1);
    expect(stderr).toContain("unresolved-type");
    await expect(readFile(join(project, "known.json"))).rejects.toThrow("ENOENT");
  });

  test.each([
    ["a file that is not there", ["lint", ...BASELINE], "cannot read"],
    ["no file", ["lint", "--update-baseline"], "needs '--baseline <file>'"],
    ["a part", ["lint", "spec/extra.md", ...BASELINE, "--update-baseline"], "for a part"],
    ["another file", ["generate", "--baseline", "md2sdk.manifest.json"], "cannot read"],
    ["a document", ["lint", "--baseline", "spec/extra.md"], "expected a baseline; write one with"],
  ])("%s is an error of the usage", async (_name, argv, message) => {
    const { status, stderr } = await md2sdk(...argv);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});
