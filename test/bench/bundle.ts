import process from "node:process";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** The bytes that an export of the built package `workwx-sdk` costs whoever bundles it. */
export async function bundledBytes(name: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: `export { ${name} } from "workwx-sdk";`, resolveDir: process.cwd() },
    bundle: true,
    format: "esm",
    minify: true,
    write: false,
  });
  return Buffer.concat(outputFiles.map(({ contents }) => gzipSync(contents, { level: 9 }))).length;
}
