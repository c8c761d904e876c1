/** Measures the parsing of XML, and callbacks: contenders take turns, and the least of the rounds counts. */
import process from "node:process";
import { timePerRun } from "../measure.js";
import { measureCallbacks } from "./callbacks.js";
import { peers } from "./contenders.js";
import { payloads } from "./payloads.js";
import { buildXmlSdk, generated } from "./sdk.js";

buildXmlSdk();
const contenders = { generated: await generated(), ...peers };
const rounds = Number(process.argv[2] ?? 15);

console.log("| parse | microseconds | to by hand |\n| :-- | --: | --: |");
for (const payload of ["event", "news"] as const) {
  const text = payloads[payload];
  const least = new Map<string, number>();
  for (let round = 0; round < rounds; round++) {
    for (const [name, { [payload]: parse }] of Object.entries(contenders)) {
      const time = timePerRun(() => parse(text), 50);
      least.set(name, Math.min(time, least.get(name) ?? Infinity));
    }
  }
  const base = least.get("by hand") ?? 1;
  for (const [name, time] of least) {
    console.log(`| ${payload}, ${name} | ${time.toFixed(1)} | ${(time / base).toFixed(2)} |`);
  }
}

await measureCallbacks(rounds);
