import { expect, test } from "vitest";
import { bundledBytes } from "./bench/bundle.js";

/**
 * What a codec costs whoever bundles it: minified, compressed. It may become less, and then these
 * numbers do, too.
 */
test.each([
  ["decodeExternalContact", 1610],
  ["ExternalContactCodec", 2390],
])("%s takes at most %i bytes", async (name, most) => {
  expect(await bundledBytes(name)).toBeLessThanOrEqual(most);
});
