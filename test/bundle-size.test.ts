import { readFileSync, rmSync } from "node:fs";
import { build } from "esbuild";
import { afterAll, describe, expect, test } from "vitest";
import { bundledBytes, bundledBytesOf } from "./bench/bundle.js";
import { buildPackage, packageOf } from "./support/package.js";

/**
 * What a codec costs whoever bundles it: minified, compressed. It may become less, and then these
 * numbers do, too. Up to 12 of them are the base class of all errors, and readers that go on where a client says so.
 */
test.each([
  ["decodeExternalContact", 1443],
  // About 100 of them show integers that `JSON.parse` has rounded with their digits.
  ["ExternalContactCodec", 2312],
])("%s takes at most %i bytes", async (name, most) => {
  expect(await bundledBytes(name)).toBeLessThanOrEqual(most);
});

// About 230 of them let profiles differ, send headers of every request and wait as long as answers ask for,
// 123 write lists into queries in three forms, 81 let an answer be a file, and 26 one be empty or a text. 1,770 came with
// answers in errors (text, JSON, status, cause, code) and excerpts of what is no JSON, lenient answers, control characters
// in strings, a limit of the size, no redirects, options that are checked, extra parts, a timeout of the whole call,
// pacing, tokens from elsewhere and secrets in every form. Calls with a query do without the code for bodies.
test("the client takes at most 4717 bytes where one call is used as a function", async () => {
  const codecs = ["encodeReqExternalContactGet", "decodeRespExternalContactGet"];
  const whole = await bundledBytesOf(["externalContactGet", "WeComClient"]);
  expect(whole - (await bundledBytesOf(codecs))).toBeLessThanOrEqual(4717);
  const told = `${(whole / 1000).toFixed(1)} KB`;
  for (const page of ["README.md", "README.zh-CN.md"]) {
    const text = readFileSync(new URL(`../templates/${page}`, import.meta.url), "utf8");
    expect(text).toContain(told);
  }
});

/**
 * The cost of callbacks in a bundle: all messages and replies of the package, with the toolkit. Up to 171 of them check
 * options and timestamps, name the option of an unset variable, and take `null` and an empty text for no reply.
 */
test.each([
  ["parseCallback", "workwx-sdk/callbacks", 9090],
  ["Callbacks", "workwx-sdk/callbacks", 14274],
  // The toolkit without any message.
  ["CallbackReceiver", "./templates/typescript/src/callbacks/index.ts", 6818],
])("%s of %s takes at most %i bytes", async (name, from, most) => {
  expect(await bundledBytesOf([name], undefined, from)).toBeLessThanOrEqual(most);
});

test("no module has a statement that bundlers keep without a use", async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `import "workwx-sdk"; import "workwx-sdk/callbacks"; import "workwx-sdk/testing";`,
      resolveDir: ".",
    },
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

test("the package has nothing of its fake server but in a module of its own", async () => {
  const bytes = await bundledBytesOf(["FakeWorkWx"], undefined, "workwx-sdk/testing");
  expect(bytes).toBeGreaterThan(0);
  const text = readFileSync(new URL("../generated/dist/index.js", import.meta.url), "utf8");
  expect(text).not.toMatch(/fake/i);
});

describe("of a package with XML", async () => {
  const path = "xml_rx_models.md";
  const value = readFileSync(new URL(`vectors/xml/${path}`, import.meta.url), "utf8");
  const folder = buildPackage(await packageOf([{ path, value }]));
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ["parseRxTextMessageSpecificsXml", 2957],
    ["stringifyRxTextMessageSpecificsXml", 1297],
    ["RxTextMessageSpecificsXmlCodec", 3527],
    ["RxMessageCommonXmlCodec", 3967],
  ])("%s takes at most %i bytes", async (name, most) => {
    expect(await bundledBytesOf([name], folder, "./dist/index.js")).toBeLessThanOrEqual(most);
  });

  test("a codec for JSON has no byte of it, nor has a package without XML", async () => {
    const bytes = await bundledBytesOf(["decodeMessageType"], folder, "./dist/index.js");
    expect(bytes).toBeLessThanOrEqual(884);
    const both = ["decodeMessageType", "parseRxTextMessageSpecificsXml"];
    const whole = await bundledBytesOf(both, folder, "./dist/index.js");
    expect(whole - bytes).toBeLessThanOrEqual(2255);
    const files = await packageOf([{ path, value: value.replaceAll("|XML|", "|JSON|") }]);
    expect([...files.keys()].filter((file) => file.includes("/xml/"))).toEqual([]);
  });
});
