import { spawn } from "node:child_process";
import { once } from "node:events";
import { PassThrough } from "node:stream";
import { CommanderError, type Command } from "commander";
import { SaxesParser } from "saxes";
import { beforeAll, expect, test, vi } from "vitest";
import { addComplete } from "../../generator/commands/complete-command.js";
import { streamOf, type Context } from "../../generator/commands/context.js";
import { commandLine } from "../../generator/main.js";
import { junitReport } from "../../generator/report/junit.js";
import { nextVersion } from "../../generator/report/release.js";
import { sarifReport } from "../../generator/report/sarif.js";
import { rules } from "../../generator/source/rules.js";
import { root } from "../support/project.js";
import { checkSpec } from "../../generator/project/check.js";

/** The output of a command line. */
let written = "";

const stream = {
  hasColors: false,
  isTerminal: false,
  write: (text: string) => {
    written += `${text}\n`;
  },
};

const context: Context = {
  version: "1.2.3",
  directory: root,
  environment: {},
  output: stream,
  messages: stream,
  store: undefined,
};

let program: Command;

/** Runs the command line in this process; returns what it writes. */
async function linesOf(...argv: readonly string[]): Promise<string> {
  written = "";
  const write = (text: string) => {
    written += text;
  };
  for (const command of [program, ...program.commands]) {
    command.configureOutput({ writeOut: write, writeErr: write, getOutHelpWidth: () => 80 });
  }
  await program.parseAsync(argv, { from: "user" }).catch((error: unknown) => {
    // Commander has written its own errors already.
    if (!(error instanceof CommanderError)) throw error;
  });
  process.exitCode = undefined;
  return written;
}

beforeAll(async () => {
  program = commandLine(context);
  await addComplete(program, []);
});

const commands = ["init", "generate", "lint", "diff", "docs", "draft", "explain", "complete"];

test.each(commands)("the help of %s fits a screen", async (command) => {
  const help = await linesOf(command, "--help");
  expect(help).toContain(`Usage: md2sdk ${command} `);
  const lines = help.trimEnd().split("\n");
  expect(lines.length).toBeLessThanOrEqual(32);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
});

test("the help names every choice of an option", () => {
  const options = program.commands.flatMap((command) => command.options);
  const silent = options.flatMap(({ description, argChoices = [], flags }) =>
    argChoices.some((choice) => !description.includes(choice)) ? [flags] : [],
  );
  // Its choices are those of --dialect.
  expect(silent).toEqual(["--new-dialect <name>"]);
});

test.each([
  ["gen", "generate"],
  ["generaet", "generate"],
  ["dosc", "docs"],
  ["ex", "explain"],
])("suggests a command for %s", async (name, command) => {
  const message = await linesOf(name);
  expect(message).toContain(`unknown command '${name}'\n(Did you mean ${command}?)`);
});

test("suggests nothing for a word that is like no command, or like two", async () => {
  expect(await linesOf("frobnicate")).not.toContain("mean");
  expect(await linesOf("d")).not.toContain("mean");
});

test("completes commands, options and their choices", async () => {
  const completed = commandLine(context);
  await addComplete(completed, ["node", "md2sdk", "complete"]);
  const lines: string[] = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => lines.push(line));
  await completed.parseAsync(["complete", "--", "generate", "--target", ""], { from: "user" });
  await completed.parseAsync(["complete", "--", "ex"], { from: "user" });
  await completed.parseAsync(["complete", "zsh"], { from: "user" });
  vi.restoreAllMocks();
  const words = lines.map((line) => line.split("\t")[0]);
  expect(words).toEqual(expect.arrayContaining(["openapi", "json-schema", "site", "explain"]));
  expect(lines.join("\n")).toContain("#compdef md2sdk");
});

test("explains every rule, and lists all", async () => {
  const all = await linesOf("explain");
  for (const rule of Object.keys(rules)) expect(all).toContain(` ${rule}\n`);
  const explained = await linesOf("explain", "unresolved-type");
  expect(explained).toMatch(/^unresolved-type: error\n\nFor example:\n\n {2}[^]*Unexpected type/);
  expect(await linesOf("explain", "skipped-todo")).toContain('rules: { "skipped-todo": "off" }');
  const change = await linesOf("explain", "required-field-added");
  expect(change).toContain("values from the package: additive");
  expect(change).toContain("values for it: breaking");
  await expect(linesOf("explain", "unresolved-typ")).rejects.toThrow(
    "did you mean `unresolved-type`?",
  );
});

const value =
  "# T\n\n## Models\n\n### `A` <&>\n\nName|Type|JSON\n-|-|-\n`B`|`strin`|`b`\n`C`|TODO|`c`\n";
const { diagnostics } = checkSpec([{ path: "spec/某 t.md", value }]);

test("reports in SARIF, with places relative to the repository", () => {
  const log = JSON.parse(sarifReport(diagnostics, "sub", "1.2.3")) as {
    readonly runs: readonly {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly object[];
    }[];
  };
  const [run] = log.runs;
  expect(run?.tool.driver).toMatchObject({ name: "md2sdk", version: "1.2.3" });
  const types = run?.results.find((result) =>
    (result as { ruleId: string }).ruleId.includes("type"),
  );
  expect(types).toMatchObject({
    ruleId: "unresolved-type",
    ruleIndex: run?.tool.driver.rules.findIndex(({ id }) => id === "unresolved-type"),
    level: "error",
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: "sub/spec/%E6%9F%90%20t.md" },
          region: { startLine: 9, startColumn: 6, endLine: 9, endColumn: 11 },
        },
      },
    ],
  });
  expect(run?.results).toHaveLength(diagnostics.length);
});

test("reports as JUnit: errors fail, and other messages are skipped", () => {
  const failures: string[] = [];
  const parser = new SaxesParser();
  let attributes: unknown;
  parser.on("opentag", ({ name, attributes: found }) => {
    if (name === "failure") failures.push(String(found["message"]));
    if (name === "testsuites") attributes = found;
  });
  parser.write(junitReport(diagnostics, { documents: 1 })).close();
  expect(failures).toEqual([expect.stringMatching(/^spec\/某 t\.md:9:6 Unexpected type `strin`/)]);
  const tests = String(diagnostics.length);
  expect(attributes).toMatchObject({ tests, failures: "1", errors: "0" });
  expect(junitReport([], { documents: 3 })).toContain('tests="1" failures="0"');
});

test("JUnit holds characters that XML does not have", () => {
  const path = "spec/\u0001\ud800\uffff&.md";
  const strange = checkSpec([{ path, value: "# T\n\n## Models\n\n### `A`\n\nx|y\n-|-\n1|2\n" }]);
  expect(strange.diagnostics.length).toBeGreaterThan(0);
  const parser = new SaxesParser();
  expect(() =>
    parser.write(junitReport(strange.diagnostics, { documents: 1 })).close(),
  ).not.toThrow();
});

test.each([
  ["1.2.3", "major", "2.0.0"],
  ["v1.2.3", "minor", "1.3.0"],
  ["1.2.3", "patch", "1.2.4"],
  ["1.2.3", "none", "1.2.3"],
  ["0.3.1", "major", "0.4.0"],
  ["0.3.1", "minor", "0.3.2"],
  ["2.0.0-beta.1", "major", "2.0.0"],
  ["HEAD", "major", undefined],
] as const)("after %s, a %s release is %s", (version, release, next) => {
  expect(nextVersion(version, release)).toBe(next);
});

test.each([
  [{}, false],
  [{ FORCE_COLOR: "1" }, true],
  [{ FORCE_COLOR: "" }, true],
  [{ FORCE_COLOR: "0" }, false],
])("colors of a pipe with %j: %s", (environment, hasColors) => {
  const pipe = new PassThrough() as unknown as NodeJS.WriteStream;
  expect(streamOf(pipe, environment).hasColors).toBe(hasColors);
});

test("ends without a trace when the reader of a pipe goes away", async () => {
  const child = spawn(process.execPath, [`${root}dist/md2sdk.cjs`, "explain"]);
  child.stdout.destroy();
  let messages = "";
  child.stderr.on("data", (data: Buffer) => (messages += data.toString()));
  const [status] = await once(child, "close");
  expect({ status, messages }).toEqual({ status: 0, messages: "" });
});
