/** Measures the generated codecs and their peers, and prints tables of ratios. */
import { cpus, loadavg } from "node:os";
import process from "node:process";
import { parseArgs } from "node:util";
import { bundledBytes } from "./bundle.js";
import { contenderNames, loadContender } from "./contenders/index.js";
import { contenderTable, targetTable, textTable } from "./report.js";
import { measureConversions, measureFailures, type Effort } from "./rounds.js";
import { Samples } from "./samples.js";
import { buildSdk } from "./sdk.js";
import { measureStartup } from "./startup.js";

const FULL: Effort = {
  generations: 3,
  rounds: 12,
  sliceMilliseconds: 20,
  warmUpMilliseconds: 600,
};
const QUICK: Effort = { ...FULL, generations: 1, rounds: 7 };

const { values } = parseArgs({ options: { quick: { type: "boolean", default: false } } });
const effort = values.quick ? QUICK : FULL;

// The build before has kept one processor busy for some seconds.
if ((loadavg()[0] ?? 0) > 1) console.error("the machine is busy with other things: expect noise");

buildSdk();
const samples = new Samples();
for (let generation = 0; generation < effort.generations; generation++) {
  console.error(`processes ${generation + 1} of ${effort.generations}`);
  await measureConversions(generation, effort, samples);
  await measureFailures(generation, effort, samples);
}
const costs = {
  startupMilliseconds: measureStartup(effort.generations * 7),
  decodeBytes: await bundledBytes("decodeExternalContact"),
  codecBytes: await bundledBytes("ExternalContactCodec"),
};
const notes = new Map<string, string>();
for (const name of contenderNames) notes.set(name, (await loadContender(name)).note);

console.log(targetTable(samples, costs));
console.log(`\n${contenderTable(samples, notes)}`);
console.log(`\n${textTable(samples)}`);
console.log(`\nNode.js ${process.versions.node} on ${cpus()[0]?.model ?? process.arch}.`);
