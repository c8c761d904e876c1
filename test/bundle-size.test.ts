import { expect, test } from "vitest";
import { bundledBytes, bundledBytesOf } from "./bench/bundle.js";

/**
 * What a codec costs whoever bundles it: minified, compressed. It may become less, and then these
 * numbers do, too.
 */
test.each([
  ["decodeExternalContact", 1442],
  // About 100 of them show integers that `JSON.parse` has rounded with their digits.
  ["ExternalContactCodec", 2307],
])("%s takes at most %i bytes", async (name, most) => {
  expect(await bundledBytes(name)).toBeLessThanOrEqual(most);
});

test("the client takes at most 2585 bytes where one call is used as a function", async () => {
  const codecs = ["encodeReqExternalContactGet", "decodeRespExternalContactGet"];
  const whole = await bundledBytesOf(["externalContactGet", "Client"]);
  expect(whole - (await bundledBytesOf(codecs))).toBeLessThanOrEqual(2585);
});
