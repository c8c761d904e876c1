/**
 * Changes sampled statements of each folder, runs the tests that reach them, and prints which share
 * of the changes made a test fail, and the changes that did not.
 */
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { sampleOf } from "./sample.js";
import { scoreTable, survivorLines } from "./table.js";

const FOLDERS = [
  "generator/parse",
  "generator/link",
  "generator/compare",
  "generator/outputs/typescript/plan",
  "generator/outputs/typescript/emit",
  "generator/write",
  "generator/report",
  "templates/src/client",
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    statements: { type: "string", default: "10" },
    seed: { type: "string", default: "1" },
  },
});
const count = Number(values.statements);
const seed = Number(values.seed);
const folders = positionals.length > 0 ? positionals : FOLDERS;
const ranges = folders.flatMap((folder) => sampleOf(folder, count, seed));
if (!Number.isInteger(count) || !Number.isInteger(seed) || ranges.length === 0) {
  console.error(
    "usage: npm run test:mutation -- [--statements <count>] [--seed <integer>] [folder…]",
  );
  process.exit(2);
}

// The files may be edited during the run.
const texts = new Map(
  ranges.map((range) => {
    const path = range.replace(/:\d+:\d+-\d+:\d+$/, "");
    return [path, readFileSync(path, "utf8")];
  }),
);

// Stryker changes a copy of the repository and removes it afterwards.
const results = await new Stryker({
  mutate: ranges,
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "test/mutation/vitest.config.ts", related: false },
  coverageAnalysis: "perTest",
  concurrency: 1,
  timeoutMS: 60_000,
  dryRunTimeoutMinutes: 15,
  // A change of a module-level constant needs all tests, each in a new process.
  ignoreStatic: true,
  // TypeScript 7 has no compiler API, with which Stryker would read tsconfig.json.
  tsconfigFile: "none",
  tempDirName: join(tmpdir(), "md2sdk-mutation"),
  cleanTempDir: "always",
  ignorePatterns: ["dist", "test/bench/dist"],
  reporters: ["dots"],
  allowConsoleColors: false,
}).runMutationTest();

const mutants = results.map(({ fileName, ...mutant }) => ({
  ...mutant,
  path: relative(process.cwd(), fileName).replaceAll("\\", "/"),
}));
console.log(`\n\n${scoreTable(folders, mutants)}\n`);
for (const line of survivorLines(mutants, texts)) console.log(line);
