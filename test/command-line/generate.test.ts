import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { JsonDiagnostic } from "../../generator/report/json.js";
import { encode } from "../support/encode.js";
import { edit, md2sdk, project, snapshotOf, useProcesses, useProject } from "../support/project.js";

useProject();
useProcesses();

describe("generate", () => {
  test("says what it made", async () => {
    await rm(join(project, "generated"), { recursive: true });
    const { stdout, stderr } = await md2sdk("generate");
    const { documents, models, fields, enums } = await countsOfSpec();
    const counts = `${documents} documents, ${models} models, ${fields} fields, ${enums} enums, `;
    expect(stdout.slice(0, counts.length)).toBe(counts);
    expect(stdout.slice(counts.length)).toMatch(
      /^\d+ files in \d+\.\d\d s; \d+ changed\n {2}added {3}/,
    );
    expect(stderr).toBe("");
  });

  test("a second run changes nothing", async () => {
    const before = await snapshotOf("generated");
    const { status, stdout } = await md2sdk("generate");
    expect(status).toBe(0);
    expect(stdout).toContain("nothing changed");
    expect(await snapshotOf("generated")).toEqual(before);
  });

  test("needs no configuration", async () => {
    await rm(join(project, "md2sdk.config.js"));
    const { status, stdout } = await md2sdk("generate");
    expect(status).toBe(0);
    const { documents, models } = await countsOfSpec();
    expect(stdout).toContain(`${documents} documents, ${models} models`);
  });

  test("a misspelt type is told at its cell, and leaves the output as it is", async () => {
    await edit(
      "spec/external_contact.md",
      "`external_profile`|`ExternalProfile`",
      "`external_profile`|`ExternlProfile`",
    );
    const before = await snapshotOf("generated");
    const { status, stdout, stderr } = await md2sdk("generate");
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain("spec/external_contact.md\n");
    expect(stderr).toContain(
      "17:39-17:53 error Unexpected type `ExternlProfile`, expected a type of the spec; did you mean `ExternalProfile`? unresolved-type md2sdk",
    );
    expect(await snapshotOf("generated")).toEqual(before);
  });

  test("`--unresolved unknown` makes it a warning, and the type `unknown`", async () => {
    await edit(
      "spec/external_contact.md",
      "`external_profile`|`ExternalProfile`",
      "`external_profile`|`ExternlProfile`",
    );
    const { status, stderr } = await md2sdk("generate", "--unresolved", "unknown");
    expect(status).toBe(0);
    expect(stderr).toContain("17:39-17:53 warning Unexpected type `ExternlProfile`");
    const module = await readFile(join(project, "generated/src/external-contact.ts"), "utf8");
    expect(module).toContain("externalProfile: unknown;");
  });

  test("`--reporter json` prints one object and nothing else", async () => {
    await edit(
      "spec/external_contact.md",
      "`external_profile`|`ExternalProfile`",
      "`external_profile`|`ExternlProfile`",
    );
    const { status, stdout, stderr } = await md2sdk("generate", "--reporter", "json");
    expect(status).toBe(1);
    expect(stderr).toBe("");
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: JsonDiagnostic[] };
    expect(diagnostics).toEqual([
      {
        file: "spec/external_contact.md",
        line: 17,
        column: 39,
        endLine: 17,
        endColumn: 53,
        severity: "error",
        rule: "unresolved-type",
        message: "Unexpected type `ExternlProfile`, expected a type of the spec",
        hint: "did you mean `ExternalProfile`?",
      },
    ]);
  });

  test("a file that md2sdk did not make is never replaced", async () => {
    await writeFile(join(project, "generated/src/extra.ts"), "mine\n");
    await writeFile(join(project, "spec/extra.md"), "# T\n\n## Models\n\n### `Extra`\n");
    const before = await snapshotOf("generated");
    const { status, stderr } = await md2sdk("generate");
    expect(status).toBe(2);
    expect(stderr).toContain("Unexpected file generated/src/extra.ts");
    expect(await snapshotOf("generated")).toEqual(before);
  });

  test("a document that goes takes its modules along, and nothing else", async () => {
    await writeFile(join(project, "generated/mine.txt"), "mine\n");
    await writeFile(join(project, "spec/extra.md"), "# T\n\n## Models\n\n### `Extra`\n");
    expect((await md2sdk("generate")).stdout).toContain("  added   src/extra.ts");
    await rm(join(project, "spec/extra.md"));
    expect((await md2sdk("generate")).stdout).toContain("  removed src/extra.ts");
    const left = await readdir(join(project, "generated"));
    expect(left).toContain("mine.txt");
    expect(left.filter((name) => name.startsWith(".md2sdk"))).toEqual([]);
  });

  test("`lint` says the same, and writes nothing", async () => {
    await edit("spec/user.md", "UserGenderMale UserGender = 1", "UserGenderMale UserGendr = 1");
    const before = await snapshotOf("generated");
    const { status, stdout } = await md2sdk("lint", "--reporter", "github");
    expect(status).toBe(1);
    expect(stdout).toBe(
      "::error file=spec/user.md,line=13,col=17,endLine=13,endColumn=26,title=unresolved-type::Unexpected type `UserGendr`, expected a type of the spec; did you mean `UserGender`?\n",
    );
    expect(await snapshotOf("generated")).toEqual(before);
  });

  test("`--help` and `--version` are no failure", async () => {
    expect(await md2sdk("generate", "--help")).toMatchObject({ status: 0, stderr: "" });
    expect(await md2sdk("--version")).toEqual({ status: 0, stdout: "0.1.0\n", stderr: "" });
  });

  test.each([
    ["an unknown option", ["generate", "--chek"], "--check"],
    ["a bad choice", ["generate", "--reporter", "xml"], "pretty, json"],
    ["a spec that is not there", ["generate", "nowhere"], "spec nowhere, which is not there"],
    [
      "a folder without documents",
      ["lint", "generated/src"],
      "folder generated/src without documents",
    ],
    ["an output without a name", ["generate", "--out", ""], "Expected a folder"],
    ["an output that no disk has", ["generate", "--out", "/proc/none/x"], "cannot write"],
  ])("%s is a usage error", async (_name, argv, text) => {
    const { status, stderr } = await md2sdk(...argv);
    expect(status).toBe(2);
    expect(stderr).toContain(text);
  });
});

test("an output among the documents is none of them", async () => {
  expect((await md2sdk("generate", "spec", "--out", "spec/sdk")).status).toBe(0);
  expect(await md2sdk("generate", "spec", "--out", "spec/sdk")).toMatchObject({
    status: 0,
    stderr: "",
  });
});

test("neither is one whose path is absolute", async () => {
  const out = join(project, "spec/sdk");
  expect((await md2sdk("generate", "spec", "--out", out)).status).toBe(0);
  expect(await md2sdk("generate", "spec", "--out", out)).toMatchObject({ status: 0, stderr: "" });
});

test("a document in another encoding is told like any other error, beside the rest", async () => {
  await writeFile(join(project, "spec/gbk.md"), encode("# A\n\n## 模型\n", "gbk"));
  await edit("spec/user.md", "UserGenderMale UserGender = 1", "UserGenderMale UserGendr = 1");
  const { status, stdout } = await md2sdk("lint", "--reporter", "json");
  expect(status).toBe(1);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: JsonDiagnostic[] };
  expect(diagnostics).toMatchObject([
    { file: "spec/gbk.md", rule: "unknown-section" },
    { file: "spec/gbk.md", line: 3, column: 5, rule: "invalid-encoding" },
    { file: "spec/user.md", rule: "unresolved-type" },
  ]);
});

describe("generate --check", () => {
  test("is content with what is up to date", async () => {
    expect((await md2sdk("generate", "--check")).status).toBe(0);
  });

  test("finds a changed file", async () => {
    await edit("generated/src/user.ts", "export", "export ");
    await expectStale("changed src/user.ts");
  });

  test("finds a missing file", async () => {
    await rm(join(project, "generated/src/user.ts"));
    await expectStale("added   src/user.ts");
  });

  test("finds a file of the old manifest that is no longer made", async () => {
    await writeFile(join(project, "spec/extra.md"), "# T\n\n## Models\n\n### `Extra`\n");
    expect((await md2sdk("generate")).status).toBe(0);
    await rm(join(project, "spec/extra.md"));
    await expectStale("removed src/extra.ts");
  });
});

/** Expects `--check` to say this line, and to change nothing. */
async function expectStale(line: string): Promise<void> {
  const before = await snapshotOf("generated");
  const { status, stdout } = await md2sdk("generate", "--check");
  expect(status).toBe(3);
  expect(stdout).toContain(`  ${line}\n`);
  expect(stdout).toContain("run `md2sdk generate`");
  expect(await snapshotOf("generated")).toEqual(before);
}

/** Counts the lines of the documents that declare something. */
async function countsOfSpec() {
  const names = await readdir(join(project, "spec"));
  const texts = await Promise.all(
    names.map((name) => readFile(join(project, "spec", name), "utf8")),
  );
  const countOf = (line: RegExp) => texts.join("\n").match(line)?.length ?? 0;
  return {
    documents: names.length,
    models: countOf(/^### /gm),
    fields: countOf(/^\|?`\w+`\|/gm),
    enums: countOf(/^type \w+ \w+$/gm),
  };
}
