// Compiles src/ to dist/, and makes the enums of its declarations ordinary ones.
//
// An exported `declare const enum` is an error (TS2748) for every consumer with `isolatedModules`
// or `verbatimModuleSyntax`; the compiled modules hold the enum objects, so that nothing is lost.
import { execSync } from "node:child_process";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);
const dist = new URL("dist/", root);

await rm(dist, { recursive: true, force: true });
execSync("tsc", { cwd: fileURLToPath(root), stdio: "inherit" });

for (const name of await readdir(dist)) {
  if (!name.endsWith(".enums.d.ts")) continue;
  const declarations = await readFile(new URL(encodeURIComponent(name), dist), "utf8");
  const ordinary = declarations.replaceAll(/^export declare const enum /gm, "export declare enum ");
  await writeFile(new URL(encodeURIComponent(name), dist), ordinary);
}
