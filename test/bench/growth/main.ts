/**
 * Measures how the time of the tool grows with each dimension of a specification, and prints the
 * exponents: 1 is linear, 2 quadratic.
 */
import process from "node:process";
import { parseArgs } from "node:util";
import { dimensions } from "./dimensions.js";
import { COMMANDS, measureGrowth, startTime, type CommandName } from "./measure.js";

const { values } = parseArgs({
  options: {
    command: { type: "string", multiple: true, default: [...COMMANDS] },
    only: { type: "string", default: "" },
    above: { type: "string", default: "0" },
  },
});
const isCommand = (name: string): name is CommandName =>
  (COMMANDS as readonly string[]).includes(name);
const commands = values.command.filter(isCommand);
const chosen = Object.entries(dimensions).filter(([name]) => name.includes(values.only));
const above = Number(values.above);
if (commands.length < values.command.length || chosen.length === 0 || Number.isNaN(above)) {
  console.error(
    `usage: npm run bench:growth -- [--command ${COMMANDS.join("|")}]… [--only <part of a dimension's name>] [--above <exponent>]`,
  );
  process.exit(2);
}

console.log("| dimension | command | size | user time | exponent | most memory |");
console.log("| :-- | :-- | --: | --: | --: | --: |");
for (const command of commands) {
  const start = await startTime(command);
  for (const [name, dimension] of chosen) {
    const growth = await measureGrowth(dimension, command, start);
    if (growth.exponent < above) continue;
    const { size, milliseconds, exponent, megabytes, isCut } = growth;
    const cells = [
      name,
      command,
      size.toLocaleString("en"),
      `${isCut ? "> " : ""}${(milliseconds / 1000).toFixed(2)} s`,
      exponent.toFixed(2),
      `${megabytes.toFixed(0)} MB`,
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
}
