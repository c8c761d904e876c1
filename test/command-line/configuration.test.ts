import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { md2sdk, project, snapshotOf, useProcesses, useProject } from "../support/project.js";

useProject();
useProcesses();

describe("the configuration", () => {
  const spec = "# T\n\n## Models\n\n### `A`\n\nName|Type\n-|-\n`UserID`|`string`\n";

  test.each([
    [
      "md2sdk.config.ts",
      (config: string) => `const config: object = ${config};\nexport default config;`,
    ],
    ["md2sdk.config.js", (config: string) => `export default ${config};`],
    ["md2sdk.config.mts", (config: string) => `export default ${config} as object;`],
    ["md2sdk.config.mjs", (config: string) => `export default ${config};`],
    ["md2sdk.config.cjs", (config: string) => `module.exports = ${config};`],
    ["md2sdk.config.json", (config: string) => config],
    [
      "md2sdk.config.jsonc",
      (config: string) => `{ // "out": "no",\n "$schema": "x.json", ${config.slice(1, -1)}, }`,
    ],
    ["other.json", (config: string) => config],
  ])("%s says what to read, where to write, and how to name", async (file, write) => {
    await rm(join(project, "md2sdk.config.js"));
    await writeFile(join(project, "t.md"), spec);
    const rename = { names: { A: "B" }, wireNames: { UserID: "user" } };
    await writeFile(
      join(project, file),
      write(JSON.stringify({ spec: ["t.md"], out: "sdk", rename })),
    );
    const argv = file === "other.json" ? ["--config", file] : [];
    expect(await md2sdk("generate", ...argv)).toMatchObject({ status: 0, stderr: "" });
    const output = await readFile(join(project, "sdk/src/t.ts"), "utf8");
    expect(output).toContain("export interface B {\n  user: string;\n}");
  });

  test("arguments count more", async () => {
    await writeFile(join(project, "t.md"), spec);
    expect((await md2sdk("generate", "t.md", "--out", "elsewhere")).status).toBe(0);
    expect(await readdir(join(project, "elsewhere/src"))).toContain("t.ts");
  });

  test.each([
    ["md2sdk.config.mjs", 'import { defineConfig } from "md2sdk";\nexport default defineConfig'],
    ["md2sdk.config.ts", 'import { defineConfig } from "md2sdk";\nexport default defineConfig'],
    ["md2sdk.config.cjs", 'module.exports = require("md2sdk").defineConfig'],
  ])("%s may import defineConfig where the tool is not installed", async (file, start) => {
    await rm(join(project, "md2sdk.config.js"));
    await writeFile(join(project, "t.md"), spec);
    await writeFile(join(project, file), `${start}({ spec: "t.md", out: "sdk" });\n`);
    // The modules that jiti transforms: the configuration, but not the tool.
    const transformed = join(project, "jiti");
    const run = md2sdk.in(project, { TMPDIR: project, TMP: project, TEMP: project });
    expect(await run("generate")).toMatchObject({ status: 0, stderr: "" });
    expect((await readdir(transformed)).length).toBeLessThanOrEqual(1);
  });

  test("JSON that is wrong is told at its place", async () => {
    await writeFile(join(project, "bad.jsonc"), '{\n  "out": "a"\n  "spec": "b"\n}');
    const { status, stderr } = await md2sdk("lint", "--config", "bad.jsonc");
    expect(status).toBe(2);
    expect(stderr).toContain("CommaExpected at 3:3");
  });

  test("what cannot stand is told at its key, and nothing is written", async () => {
    await writeFile(
      join(project, "md2sdk.config.js"),
      'export default { spec: "spec/", outt: "x" };\n',
    );
    const before = await snapshotOf("generated");
    const { status, stdout, stderr } = await md2sdk("generate");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("1:33-1:37 error Unexpected setting `outt`, expected a known one");
    expect(await snapshotOf("generated")).toEqual(before);
  });

  test.each([
    ["that is not there", "none.json", undefined, "none.json"],
    ["that is no JSON", "bad.json", "{", "bad.json"],
    ["that throws", "bad.js", "throw new Error('no');", "Error: no"],
  ])("a file %s is a usage error", async (_name, file, text, expected) => {
    if (text !== undefined) await writeFile(join(project, file), text);
    const { status, stderr } = await md2sdk("lint", "--config", file);
    expect(status).toBe(2);
    expect(stderr).toContain(expected);
  });
});
