import { relative, resolve } from "node:path";
import type { Root } from "mdast";
import type { Plugin } from "unified";
import { VFile } from "vfile";
import { checkSpec } from "./check.js";
import { checkConfig } from "./config/config.js";
import type { SpecFile } from "./ir/files.js";
import type { Config } from "./ir/settings.js";
import { readConfig, readDocuments } from "./read.js";

/** Paths are relative to the working directory of the file that is checked. */
export interface RemarkOptions {
  /** The configuration file, relative to the working directory; default `md2sdk.config.{ts,js,json}`. */
  readonly config?: string | undefined;
  /**
   * The documents of the spec, as files, folders or globs; default the configuration's, else
   * `spec/`. Names are global, so that a document can only be checked beside the others.
   */
  readonly spec?: readonly string[] | undefined;
  /** What to do about a type that no document defines; default the configuration's, else `error`. */
  readonly unresolved?: Config["unresolved"];
}

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
    const configFile = await readConfig(file.cwd, options.config);
    const config = configFile && checkConfig(configFile.config, new VFile(configFile.value));
    const { spec = [config?.spec ?? "spec/"].flat(), unresolved = config?.unresolved } = options;
    const others = await readDocuments(spec, file.cwd);
    const specFiles = [own, ...others.filter((other) => other.path !== own.path)];
    const { documents } = checkSpec(specFiles, { ...config, unresolved });
    const checked = documents.find((document) => document.path === own.path);
    file.messages.push(...(checked?.messages ?? []));
  };
};

export default remarkMd2sdk;
