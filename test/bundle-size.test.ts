import { readFileSync, rmSync } from "node:fs";
import { build } from "esbuild";
import { afterAll, describe, expect, test } from "vitest";
import { bundledBytes, bundledBytesOf } from "./bench/bundle.js";
import { buildPackage, packageOf } from "./support/package.js";

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

// About 230 of them let profiles differ, send headers of every request and wait as long as answers ask for,
// 123 write lists into queries in three forms, and 81 let an answer be a file.
test("the client takes at most 3020 bytes where one call is used as a function", async () => {
  const codecs = ["encodeReqExternalContactGet", "decodeRespExternalContactGet"];
  const whole = await bundledBytesOf(["externalContactGet", "WeComClient"]);
  expect(whole - (await bundledBytesOf(codecs))).toBeLessThanOrEqual(3020);
});

/** The cost of callbacks in a bundle: all messages and replies of the package, with the toolkit. */
test.each([
  // The other documents of the package change the order in which esbuild gives out short names: 1 and 3 bytes.
  ["parseCallback", "workwx-sdk/callbacks", 9097],
  ["Callbacks", "workwx-sdk/callbacks", 14115],
  // The toolkit without any message.
  ["CallbackReceiver", "./templates/typescript/src/callbacks/index.ts", 6676],
])("%s of %s takes at most %i bytes", async (name, from, most) => {
  expect(await bundledBytesOf([name], undefined, from)).toBeLessThanOrEqual(most);
});

test("no module has a statement that bundlers keep without a use", async () => {
  const { outputFiles } = await build({
    stdin: { contents: `import "workwx-sdk"; import "workwx-sdk/callbacks";`, resolveDir: "." },
    bundle: true,
    format: "esm",
    write: false,
    plugins: [
      {
        // Otherwise `sideEffects` of the package drops whole modules.
        name: "side-effects",
        setup: ({ onResolve, resolve }) =>
          onResolve({ filter: /./ }, async ({ path, pluginData, ...options }) => {
            if (pluginData === "resolved") return undefined;
            const found = await resolve(path, { ...options, pluginData: "resolved" });
            return { ...found, sideEffects: true };
          }),
      },
    ],
  });
  const lines = outputFiles.flatMap(({ text }) => text.split("\n"));
  // The variable makes integers faster to read; esbuild does not know that the property has no getter.
  expect(lines.filter((line) => line !== "" && !line.startsWith("//"))).toEqual([
    "var isInt = Number.isSafeInteger;",
  ]);
});

describe("of a package with XML", async () => {
  const path = "xml_rx_models.md";
  const value = readFileSync(new URL(`vectors/xml/${path}`, import.meta.url), "utf8");
  const folder = buildPackage(await packageOf([{ path, value }]));
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ["parseRxTextMessageSpecificsXml", 2950],
    ["stringifyRxTextMessageSpecificsXml", 1290],
    ["RxTextMessageSpecificsXmlCodec", 3520],
    ["RxMessageCommonXmlCodec", 3960],
  ])("%s takes at most %i bytes", async (name, most) => {
    expect(await bundledBytesOf([name], folder, "./dist/index.js")).toBeLessThanOrEqual(most);
  });

  test("a codec for JSON has no byte of it, nor has a package without XML", async () => {
    const bytes = await bundledBytesOf(["decodeMessageType"], folder, "./dist/index.js");
    expect(bytes).toBeLessThanOrEqual(874);
    const both = ["decodeMessageType", "parseRxTextMessageSpecificsXml"];
    const whole = await bundledBytesOf(both, folder, "./dist/index.js");
    expect(whole - bytes).toBeLessThanOrEqual(2255);
    const files = await packageOf([{ path, value: value.replaceAll("|XML|", "|JSON|") }]);
    expect([...files.keys()].filter((file) => file.includes("/xml/"))).toEqual([]);
  });
});
