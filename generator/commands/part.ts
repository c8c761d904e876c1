import { join } from "node:path";
import type { Input } from "../read/input.js";
import { code } from "../source/code.js";
import { manifestPathOf, type Generator } from "../project/manifest.js";
import { ReadError } from "../read/text.js";
import { readManifest } from "../write/compare.js";

/**
 * Refuses to replace an output by one that lacks documents which exist and were not asked for.
 *
 * @param folder of the output
 * @throws {ReadError} that says what to run instead
 */
export function refusePart(
  { others }: Pick<Input, "others">,
  folder: string,
  { command, file }: { readonly command: Generator; readonly file?: string | undefined },
): void {
  const { files, documents: made } = readManifest(folder, manifestPathOf(file));
  if (files.length === 0) return;
  const lacking = others.map(({ name }) => name.normalize("NFC"));
  const lost = made === undefined ? lacking : lacking.filter((name) => made.includes(name));
  if (lost.length === 0) return;
  const more = lost.length > 3 ? ` and ${lost.length - 3} more` : "";
  const run = command === "md2sdk" ? "md2sdk generate" : command;
  throw new ReadError(
    `Unexpected part of the specification: the output in ${join(folder, file ?? "")} is also made of ` +
      `${lost.slice(0, 3).map(code).join(", ")}${more}, which would be removed from it; ` +
      `run \`${run}\` for the whole specification, \`md2sdk lint\` to check a part of it, or choose another --out`,
  );
}
