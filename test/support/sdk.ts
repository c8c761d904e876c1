import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import type { CheckOptions } from "../../generator/project/check.js";
import { generate } from "../../generator/project/generate.js";
import type { SpecFile } from "../../generator/source/spec-file.js";
import { printed } from "./printed.js";
import { templates } from "./templates.js";

/** What a generated package exports. */
export type Sdk = Readonly<Record<string, unknown>>;

/** Generates a package, and imports modules of it. */
export async function sdkOf(
  documents: readonly SpecFile[],
  settings: CheckOptions = {},
  modules: readonly string[] = ["index"],
): Promise<Sdk> {
  const folder = mkdtempSync(join(tmpdir(), "md2sdk-sdk-"));
  const { files } = await generate(documents, {
    client: { profile: "wecom" },
    ...settings,
    templates,
    memo: printed,
  });
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const outfile = join(folder, "index.mjs");
  const contents = modules.map((module) => `export * from "./src/${module}.js";`).join("\n");
  const stdin = { contents, resolveDir: folder };
  await build({ stdin, outfile, bundle: true, format: "esm" });
  const sdk = (await import(pathToFileURL(outfile).href)) as Sdk;
  rmSync(folder, { recursive: true });
  return sdk;
}
