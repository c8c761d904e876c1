import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { RUNTIME_EXPORTS } from "../../generator/emit/barrel.js";
import { USED_BY_OUTPUT } from "../../generator/link/identifiers.js";

const index = readFileSync(
  new URL("../../templates/src/runtime/index.ts", import.meta.url),
  "utf8",
);

/** The names that the runtime exports, with `type` where they are types. */
const offered = [...index.matchAll(/^export (type )?\{ (.+) \}/gm)].flatMap(
  ([, type = "", names = ""]) => names.split(", ").map((name) => type + name),
);

test("what the package exports of the runtime is there", () => {
  expect(offered).toEqual(expect.arrayContaining([...RUNTIME_EXPORTS]));
});

test("what the runtime exports is no name for a type of the spec", () => {
  const names = offered.map((name) => name.replace("type ", ""));
  expect(USED_BY_OUTPUT).toEqual(expect.arrayContaining(names));
});
