import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { globSync } from "tinyglobby";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Sentences without a subject that a reader can name. */
const UNCLEAR =
  /(?:\/\*\*|\/\/) (?:What|Who)\b|\b(?:for|of) who\b|\b(?:is|are) none\b|\bthat of which\b/;

test("comments have nouns for subjects", () => {
  const patterns = ["generator/**/*.{ts,js}", "templates/**/*.{ts,js}"];
  const paths = globSync(patterns, { cwd: root, ignore: ["**/node_modules/**"] });
  const unclear = paths.toSorted().flatMap((path) => {
    const lines = readFileSync(`${root}${path}`, "utf8").split("\n");
    return lines.flatMap((line, index) =>
      UNCLEAR.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [],
    );
  });
  expect(unclear).toEqual([]);
});
