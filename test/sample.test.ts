import { expect, test } from "vitest";
import { checkSpec } from "../generator/project/check.js";
import { featuresOf } from "./support/features.js";
import { sample } from "./support/sample.js";
import { config, spec } from "./support/spec.js";

test("the sample has every feature of the specification, and no mistake", () => {
  const [whole, part] = [spec, sample].map((documents) => checkSpec(documents, config));
  expect(part?.diagnostics).toEqual([]);
  const found = part && featuresOf(part.api);
  const lost = whole && [...featuresOf(whole.api)].filter((feature) => !found?.has(feature));
  expect(lost).toEqual([]);
});
