import { relative, resolve } from "node:path";
import type { Root } from "mdast";
import type { Plugin } from "unified";
import { VFile } from "vfile";
import { checkSpec } from "./check.js";
import { readInput, type InputOptions } from "./input.js";
import type { SpecFile } from "./ir/files.js";

/**
 * Paths are relative to the working directory. Names are global, so that a document can only be
 * checked beside the others: `spec` says which.
 */
export type RemarkOptions = InputOptions;

/**
 * A remark plugin that reports what md2sdk has to say about a document, so that remark-cli and
 * editors show it. The text of the document is the plugin's input, saved or not; the others are read
 * from the disk.
 *
 * @throws {ReadError} where the documents of the spec, or the configuration, cannot be read
 */
const remarkMd2sdk: Plugin<[RemarkOptions?], Root> = (options = {}) => {
  return async (_tree: Root, file: VFile): Promise<void> => {
    const path = relative(file.cwd, resolve(file.cwd, file.path ?? "document.md"));
    const own: SpecFile = { path: path.replaceAll("\\", "/"), value: String(file) };
    const input = await readInput(file.cwd, options);
    if (input instanceof VFile) {
      // Their places are in the configuration.
      for (const { reason, ruleId, source } of input.messages) {
        file.message(`${input.path}: ${reason}`, { ruleId, source }).fatal = true;
      }
      return;
    }
    const others = input.specFiles.filter((other) => other.path !== own.path);
    const { documents } = checkSpec([own, ...others], input.settings);
    const checked = documents.find((document) => document.path === own.path);
    for (const message of checked?.messages ?? []) file.messages.push(message);
  };
};

export default remarkMd2sdk;
