import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { SpecFile } from "../../../generator/source/spec-file.js";
import { LIMIT, runNode, type ProcessRun } from "../generate/process.js";
import { only, small, type Dimension, type Sample } from "./spec.js";

export const COMMANDS = ["lint", "generate", "docs", "diff"] as const;

export type CommandName = (typeof COMMANDS)[number];

/** How the time of a command grows with a dimension. */
export interface Growth {
  /** The largest size that was measured. */
  readonly size: number;
  /** The user time that it took, without the start of the process. */
  readonly milliseconds: number;
  readonly megabytes: number;
  /** The power of the size that the time is proportional to, from a quarter of the size to the whole. */
  readonly exponent: number;
  /** Whether it took so long that it was ended. */
  readonly isCut: boolean;
}

/** The tool as it is built. Paths start at the root of the repository. */
const TOOL = resolve("dist/md2sdk.cjs");

/** Less time than this, in milliseconds, is that of the start, and of code that is not compiled yet. */
const SHORTEST = 400;

/** The sizes to begin with, and to end with if even that takes no time. */
const SMALLEST = 128;
const LARGEST = 30_000;

const ARGUMENTS: Readonly<Record<CommandName, readonly string[]>> = {
  lint: ["lint"],
  generate: ["generate", "--no-cache"],
  docs: ["docs"],
  diff: ["diff", "old/spec", "spec"],
};

/** The user time of a command on next to nothing, in milliseconds. */
export async function startTime(command: CommandName): Promise<number> {
  const runs = [];
  for (let round = 0; round < 3; round++) runs.push(await runOn(only(small("M")), command));
  return Math.min(...runs.map((run) => run?.userMilliseconds ?? 0));
}

/**
 * Enlarges a size until it takes a time that can be measured, and then doubles it twice.
 *
 * @param start the user time of the start in milliseconds
 */
export async function measureGrowth(
  dimension: Dimension,
  command: CommandName,
  start: number,
): Promise<Growth> {
  const timeOf = (run: ProcessRun | undefined) => {
    return Math.max(1, (run?.userMilliseconds ?? LIMIT) - start);
  };
  let size = SMALLEST;
  let run = await runOn(dimension(size), command);
  while (timeOf(run) < SHORTEST && size < LARGEST) {
    size *= 4;
    run = await runOn(dimension(size), command);
  }
  const first = { size, time: timeOf(run) };
  while (run !== undefined && size < first.size * 4) {
    size *= 2;
    run = await runOn(dimension(size), command);
  }
  return {
    size,
    milliseconds: timeOf(run),
    megabytes: run?.peakMegabytes ?? Number.NaN,
    exponent: Math.log2(timeOf(run) / first.time) / Math.log2(size / first.size),
    isCut: run === undefined,
  };
}

/** Runs a command in a process of its own, on a specification in a new folder. */
async function runOn(
  { documents, config = {}, old = documents.map(earlier) }: Sample,
  command: CommandName,
): Promise<ProcessRun | undefined> {
  const folder = mkdtempSync(join(tmpdir(), "md2sdk-growth-"));
  try {
    write(folder, "package.json", '{ "private": true, "type": "module" }\n');
    write(folder, "md2sdk.config.json", JSON.stringify(config));
    for (const { path, value } of documents) write(folder, path, value);
    for (const { path, value } of command === "diff" ? old : []) {
      write(folder, join("old", path), value);
    }
    return await runNode([TOOL, ...ARGUMENTS[command]], folder, {}, [0, 1]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A document with another type in most rows, and another text. */
function earlier({ path, value }: SpecFile): SpecFile {
  return { path, value: value.replaceAll("|`int`|", "|`string`|").replaceAll("说明 ", "说明: ") };
}

function write(folder: string, path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
