/** Measures the tool, whole processes of it, and its peers, and prints tables of ratios. */
import { cpus, loadavg } from "node:os";
import process from "node:process";
import { parseArgs } from "node:util";
import { Samples } from "../samples.js";
import { installPeers } from "./peers.js";
import { processTable, stageTable, targetTable, variedTable } from "./report.js";
import { measureUserDocuments, measureVaried } from "./rounds.js";
import { measureStages } from "./stages.js";
import { measureWatch } from "./watch.js";

const ROWS = ["user", "varied", "stages", "watch"] as const;

/** The share of rounds for the large inputs, which take many times as long as the user's documents. */
const LARGE_SHARE = 0.3;

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "7" },
    only: { type: "string", multiple: true, default: [...ROWS] },
  },
});
const rounds = Number(values.rounds);
const unknown = values.only.filter((row) => !(ROWS as readonly string[]).includes(row));
if (!Number.isInteger(rounds) || rounds < 1 || unknown.length > 0) {
  console.error(`usage: npm run bench:generate -- [--rounds <n>] [--only ${ROWS.join("|")}]…`);
  process.exit(2);
}
const isWanted = (row: (typeof ROWS)[number]) => values.only.includes(row);

if ((loadavg()[0] ?? 0) > 1) console.error("the machine is busy with other things: expect noise");

installPeers();
const measurements = { times: new Samples(), peaks: new Samples() };
if (isWanted("user")) await measureUserDocuments(rounds, measurements);
if (isWanted("watch")) await measureWatch(rounds * 2, measurements.times);
const stages = isWanted("stages") ? measureStages(Math.ceil(rounds / 2)) : undefined;
if (isWanted("varied")) {
  await measureVaried(Math.max(1, Math.floor(rounds * LARGE_SHARE)), measurements);
}

console.log(targetTable(measurements));
if (isWanted("user")) console.log(`\n${processTable(measurements)}`);
if (isWanted("varied")) console.log(`\n${variedTable(measurements)}`);
if (stages !== undefined) console.log(`\n${stageTable(stages)}`);
console.log(`\nNode.js ${process.versions.node} on ${cpus()[0]?.model ?? process.arch}.`);
