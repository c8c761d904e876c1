import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { globSync } from "tinyglobby";
import { describe, expect, test } from "vitest";
import { rules } from "../generator/diagnostics/rules.js";
import { rerunCase } from "./support/case.js";

const directory = fileURLToPath(new URL("cases/", import.meta.url));
const paths = globSync("**/*.md", { cwd: directory, absolute: true }).toSorted();

// `npm test -- --update` records the cases anew; read what changed before you commit it.
describe("cases", () => {
  test.each(paths.map((path) => [path.slice(directory.length), path]))(
    "%s",
    async (_name, path) => {
      const text = await readFile(path, "utf8");
      await expect(await rerunCase(text)).toMatchFileSnapshot(path);
    },
  );

  test("every rule appears in a case", async () => {
    const texts = await Promise.all(paths.map((path) => readFile(path, "utf8")));
    const shown = new Set(
      texts.flatMap((text) =>
        [...text.matchAll(/ (?:error|warning|notice) ([a-z-]+)$/gm)].map(([, rule]) => rule),
      ),
    );
    expect(Object.keys(rules).filter((rule) => !shown.has(rule))).toEqual([]);
  });
});
