import callbacks from "../vectors/xml/callbacks.json" with { type: "json" };
import { plainTexts } from "./texts.js";
import { expectedOf, outcomeOf, type CallbackVector } from "./vectors.js";

// Runs all vectors, and prints those that do not hold.
const vectors = callbacks.vectors as unknown as readonly CallbackVector[];
const failures: string[] = [];
for (const vector of vectors) {
  const [expected, outcome] = [expectedOf(vector), await outcomeOf(vector, plainTexts)];
  if (JSON.stringify(outcome) !== JSON.stringify(expected)) failures.push(vector.id);
}
console.log(JSON.stringify({ vectors: vectors.length, failures }));
