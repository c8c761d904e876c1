import { VFile } from "vfile";
import { reporter } from "vfile-reporter";
import { printable } from "../diagnostics/code.js";

/**
 * The messages of the documents as people read them, in the format of the unified ecosystem; empty
 * where there are none.
 */
export function prettyReport(documents: readonly VFile[], color: boolean): string {
  const named = documents.map(({ path, messages }) => {
    return Object.assign(new VFile({ path: printable(path) }), { messages });
  });
  return reporter(named, { color, quiet: true, verbose: true });
}
