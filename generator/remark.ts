import { relative, resolve } from "node:path";
import type { Root } from "mdast";
import type { Plugin } from "unified";
import type { VFile } from "vfile";
import { checkSpec, type CheckOptions } from "./check.js";
import type { SpecFile } from "./ir/files.js";
import { readDocuments } from "./read.js";

export interface RemarkOptions extends CheckOptions {
  /**
   * The documents of the spec, as files, folders or globs; default `spec/`. Names are global, so
   * that a document can only be checked beside the others.
   */
  readonly spec?: readonly string[] | undefined;
}

/**
 * A remark plugin that reports what md2sdk has to say about a document, so that remark-cli and
 * editors show it. The text of the document is the plugin's input, saved or not; the others are read
 * from the disk.
 *
 * @throws {ReadError} where the documents of the spec cannot be read
 */
const remarkMd2sdk: Plugin<[RemarkOptions?], Root> = ({ spec = ["spec/"], unresolved } = {}) => {
  return async (_tree: Root, file: VFile): Promise<void> => {
    const path = relative(file.cwd, resolve(file.cwd, file.path ?? "document.md"));
    const own: SpecFile = { path: path.replaceAll("\\", "/"), value: String(file) };
    const others = await readDocuments(spec, file.cwd);
    const specFiles = [own, ...others.filter((other) => other.path !== own.path)];
    const { documents } = checkSpec(specFiles, { unresolved });
    const checked = documents.find((document) => document.path === own.path);
    file.messages.push(...(checked?.messages ?? []));
  };
};

export default remarkMd2sdk;
