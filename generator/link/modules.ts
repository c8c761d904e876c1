import { report } from "../diagnostics/report.js";
import type { DocumentDraft } from "../ir/draft.js";
import type { SourceRange } from "../ir/source.js";
import type { Settings } from "./settings.js";

/** The modules that the output makes for itself. */
const RESERVED = new Set(["", "client", "error-codes", "index", "package", "runtime", "workwx"]);

/** The module name of each document; documents that would share one are reported. */
export function nameModules(
  documents: readonly DocumentDraft[],
  settings: Settings,
): ReadonlyMap<DocumentDraft, string> {
  const names = new Map<DocumentDraft, string>();
  const owners = new Map<string, DocumentDraft>();
  for (const document of documents) {
    const module = settings.moduleName(document.file.stem ?? "");
    const owner = owners.get(module);
    if (RESERVED.has(module)) {
      report("invalid-document-name", startOf(document), { module });
    } else if (owner !== undefined) {
      const related = [{ range: startOf(owner), message: "the first document is here" }];
      report("duplicate-document", startOf(document), { module }, { related });
    }
    owners.set(module, owner ?? document);
    names.set(document, module);
  }
  return names;
}

function startOf({ file, topics }: DocumentDraft): SourceRange {
  return topics[0]?.range ?? { file, start: 0, end: 0 };
}
