import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const dist = new URL("../dist/", import.meta.url);

test("the scripts of the command line are ASCII, as they are read", () => {
  const scripts = readdirSync(dist).filter((name) => name.endsWith(".cjs"));
  expect(scripts.length).toBeGreaterThan(3);
  const others = scripts.flatMap((name) => {
    const found = /[^\0-\x7f].{0,20}/.exec(readFileSync(new URL(name, dist), "utf8"));
    return found === null ? [] : `${name}: ${found[0]}`;
  });
  expect(others).toEqual([]);
});
