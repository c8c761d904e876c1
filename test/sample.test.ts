import { expect, test } from "vitest";
import { checkSpec } from "../generator/project/check.js";
import { featuresOf } from "./support/features.js";
import { sample } from "./support/sample.js";
import { config, spec } from "./support/spec.js";

test("the sample has the features of the specification, and no mistake", () => {
  const whole = featuresOf(checkSpec(spec, config).api);
  const { api, diagnostics } = checkSpec(sample, config);
  expect(diagnostics).toEqual([]);
  const found = featuresOf(api);
  const lost = [...whole].filter((feature) => !found.has(feature));
  // A document may be the first one with a feature: only a sample that is out of date fails.
  expect(lost.length < whole.size / 20 ? [] : lost).toEqual([]);
});
