import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ownExports } from "../../generator/outputs/typescript/emit/barrel.js";

const index = readFileSync(
  new URL("../../templates/typescript/src/runtime/index.ts", import.meta.url),
  "utf8",
);

/** The names that the runtime exports, with `type` where they are types. */
const offered = [...index.matchAll(/^export (type )?\{ (.+) \}/gm)].flatMap(
  ([, type = "", names = ""]) => names.split(", ").map((name) => type + name),
);

test("what the package exports of the runtime is there", () => {
  expect(offered).toEqual(expect.arrayContaining([...(ownExports(undefined)[0]?.names ?? [])]));
});
