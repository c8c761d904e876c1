import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { plainTexts } from "./texts.js";
import { expectedOf, outcomeOf, type CallbackVector } from "./vectors.js";

const path = new URL("../vectors/xml/callbacks.json", import.meta.url);
const { vectors } = JSON.parse(readFileSync(path, "utf8")) as { vectors: CallbackVector[] };

describe("callbacks mean what WeCom's own libraries mean", () => {
  test("there are all vectors", () => {
    expect(vectors).toHaveLength(128);
  });

  test.each(vectors)("$id $case", async (vector) => {
    expect(await outcomeOf(vector, plainTexts)).toEqual(expectedOf(vector));
  });
});
