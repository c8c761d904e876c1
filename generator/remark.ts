import { relative, resolve } from "node:path";
import type { Plugin } from "unified";
import type { VFile } from "vfile";
import { checkSpec } from "./project/check.js";
import { joinDiagnostics } from "./project/suppress.js";
import { forEachPackage, readInput, type Input, type InputOptions } from "./read/input.js";
import type { SpecFile } from "./source/spec-file.js";
import { causeOf, messageOf, replacementOf } from "./report/message.js";
import { reasonOf, type Diagnostic } from "./source/diagnostic.js";
import { sourceOf } from "./source/text.js";

/**
 * Paths are relative to the working directory. Names are global, so that a document can only be
 * checked beside the others: `spec` says which.
 */
export type RemarkOptions = InputOptions;

/** The page of the rules: the package holds it, beside what is built. */
const RULES = new URL("../generator/source/README.md", import.meta.url).href;

/**
 * A remark plugin that reports what md2sdk has to say about a document, so that remark-cli and
 * editors show it. The text of the document is the plugin's input, saved or not; the others are read
 * from the disk.
 *
 * @throws {ReadError} where the documents of the spec, or the configuration, cannot be read
 */
const remarkMd2sdk: Plugin<[RemarkOptions?]> = (options = {}) => {
  return async (_tree: unknown, file: VFile): Promise<void> => {
    const path = relative(file.cwd, resolve(file.cwd, file.path ?? "document.md"));
    const own: SpecFile = { path: path.replaceAll("\\", "/"), value: String(file) };
    const inputs = await forEachPackage((position) =>
      readInput(file.cwd, { ...options, position }),
    );
    if ("diagnostics" in inputs) {
      // Their places are in the configuration.
      for (const diagnostic of inputs.diagnostics) {
        const { rule: ruleId, range } = diagnostic;
        const text = `${range.source.path}: ${reasonOf(diagnostic)}`;
        file.message(text, { ruleId, source: "md2sdk" }).fatal = true;
      }
      return;
    }
    const checked = inputs.flatMap((input) => checkBeside(own, input, inputs.length === 1));
    for (const diagnostic of joinDiagnostics(checked)) {
      const message = messageOf(diagnostic);
      message.url = `${RULES}#${diagnostic.rule}`;
      message.cause = causeOf(diagnostic);
      const replacement = replacementOf(diagnostic);
      if (replacement !== undefined) {
        message.actual = sourceOf(diagnostic.range);
        message.expected = [replacement];
      }
      file.messages.push(message);
    }
  };
};

/** Checks a document beside the others of its specification. */
function checkBeside(own: SpecFile, { specFiles, settings }: Input, isOnly: boolean) {
  const others = specFiles.filter((other) => other.path !== own.path);
  // Of several specifications, a document belongs to those that list it.
  if (!isOnly && others.length === specFiles.length) return [];
  const { diagnostics, drafts } = checkSpec([own, ...others], settings);
  const isOwn = ({ range }: Diagnostic) => range.source.path === own.path;
  return [{ drafts, diagnostics: diagnostics.filter(isOwn) }];
}

export default remarkMd2sdk;
