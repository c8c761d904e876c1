import process from "node:process";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** The bytes that an export of the built package `workwx-sdk` costs whoever bundles it. */
export function bundledBytes(name: string): Promise<number> {
  return bundledBytesOf([name]);
}

/** The bytes that some exports cost together. */
export async function bundledBytesOf(
  names: readonly string[],
  folder = process.cwd(),
  from = "workwx-sdk",
): Promise<number> {
  const contents = `export { ${names.join(", ")} } from "${from}";`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    format: "esm",
    minify: true,
    write: false,
  });
  return Buffer.concat(outputFiles.map(({ contents }) => gzipSync(contents, { level: 9 }))).length;
}
