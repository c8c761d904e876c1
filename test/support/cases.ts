import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { globSync } from "tinyglobby";

const directory = fileURLToPath(new URL("../cases/", import.meta.url));

/** All cases in order of their names. */
export const cases: readonly {
  readonly name: string;
  readonly path: string;
  readonly text: string;
}[] = globSync("**/*.md", { cwd: directory })
  .toSorted()
  .map((name) => ({ name, path: directory + name, text: readFileSync(directory + name, "utf8") }));
