import { code } from "../source/code.js";
import type { Report } from "../source/diagnostic.js";
import type { DocumentDraft } from "../model/draft.js";
import { hasKnownLetters } from "../letters.js";
import { nameOf, type SourceRange } from "../source/source.js";
import type { Settings } from "./settings.js";

/** The modules that the output makes for itself. */
const RESERVED = new Set(["client", "error-codes", "index", "package", "runtime", "workwx"]);

/** The folders that the output makes for itself. */
const RESERVED_FOLDERS = new Set(["client", "runtime"]);

/** The names of devices, which Windows keeps for itself in every folder and with every suffix. */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])$/i;

/** The module name of each document; documents that would share one are reported. */
export function nameModules(
  documents: readonly DocumentDraft[],
  settings: Settings,
  report: Report,
): ReadonlyMap<DocumentDraft, string> {
  const names = new Map<DocumentDraft, string>();
  const owners = new Map<string, DocumentDraft>();
  for (const document of documents) {
    const stem = nameOf(document.source).replace(/\.[^./]+$/, "");
    const module = settings.moduleName(stem);
    // Some file systems take letters of either case for the same.
    const key = module.toUpperCase();
    const owner = owners.get(key);
    const hint = `name the module in \`rename.modules\` under ${code(stem)}`;
    const isReserved = isReservedName(module);
    if (isReserved || !isUsable(module)) {
      report("invalid-document-name", startOf(document), { module, isReserved }, { hint });
    } else if (owner !== undefined) {
      const related = [{ range: startOf(owner), message: "the first document is here" }];
      report("duplicate-document", startOf(document), { module }, { hint, related });
    }
    owners.set(key, owner ?? document);
    names.set(document, module);
  }
  return names;
}

function isReservedName(module: string): boolean {
  const [folder = "", ...others] = module.split("/");
  return others.length === 0 ? RESERVED.has(folder) : RESERVED_FOLDERS.has(folder);
}

/** Whether every file system can store a module of that name, and every compiler knows its letters. */
function isUsable(module: string): boolean {
  return (
    hasKnownLetters(module) && module.split("/").every((part) => part !== "" && !DEVICE.test(part))
  );
}

function startOf({ source, topics }: DocumentDraft): SourceRange {
  return topics[0]?.range ?? { source, start: 0, end: 0 };
}
