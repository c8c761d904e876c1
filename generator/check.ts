import type { VFile } from "vfile";
import { settingRange } from "./config/range.js";
import { countsOf } from "./counts.js";
import { report } from "./diagnostics/report.js";
import { documentOf, inOrder, normalized } from "./documents.js";
import { collisionsOf } from "./emit/collisions.js";
import type { Api, Counts } from "./ir/api.js";
import type { DocumentDraft } from "./ir/draft.js";
import type { SpecFile } from "./ir/files.js";
import type { ApiSettings } from "./ir/settings.js";
import { linkApi, type UnresolvedMode } from "./link/api.js";
import { Settings } from "./link/settings.js";
import { parseDocument } from "./parse/document.js";

export interface CheckOptions extends ApiSettings {
  /** What to do about a type that no document defines; default `error`. */
  readonly unresolved?: UnresolvedMode | undefined;
  /** The file that the settings come from; what they do not match is reported in it. */
  readonly configFile?: SpecFile | undefined;
  /** How a document is read, for who keeps drafts; what is wrong with it is reported in its file. */
  readonly parse?: ((file: VFile) => DocumentDraft) | undefined;
}

export interface CheckResult {
  /** The documents in order of their names, with everything that was reported about them. */
  readonly documents: readonly VFile[];
  /** What the documents say; it must not be emitted where one of them has an error. */
  readonly api: Api;
  /** The documents before they were linked: what they say, and where. */
  readonly drafts: readonly DocumentDraft[];
  readonly counts: Counts;
}

/**
 * Reads the documents of a spec and reports what is wrong with them. The order of the documents
 * does not matter. It never throws on account of a document.
 */
export function checkSpec(
  specFiles: readonly SpecFile[],
  { unresolved = "error", configFile, parse = parseDocument, ...apiSettings }: CheckOptions = {},
): CheckResult {
  const config = configFile && documentOf(configFile);
  const settings = new Settings(apiSettings);
  const drafts: DocumentDraft[] = [];
  const specs = inOrder(specFiles).map((specFile) => {
    const file = documentOf(specFile);
    if (specFile.unread !== undefined) return reportUnread(file, specFile.unread);
    const draft = parse(file);
    reportEncoding(specFile, draft.file);
    drafts.push(draft);
    return draft.file;
  });
  const { api, identifiers } = linkApi(drafts, { unresolved, settings });
  identifiers.reportMeetings(collisionsOf(api));
  if (config !== undefined) reportUnused(settings, config);
  const documents = config?.messages.length ? [...specs, config] : specs;
  return { documents, api, drafts, counts: countsOf(api) };
}

/** Reports a file that stands among the documents and is not read as one. */
function reportUnread(file: VFile, reason: NonNullable<SpecFile["unread"]>): VFile {
  const start = { file, start: 0, end: 0 };
  if (reason === "link") report("broken-link", start, {});
  else report("unread-document", start, { suffix: file.extname ?? "" });
  return file;
}

function reportUnused(settings: Settings, config: VFile): void {
  for (const { path, speller } of settings.unused()) {
    const hint = speller.suggest(path.at(-1) ?? "");
    report("unused-setting", settingRange(path, config), { path: path.join(".") }, { hint });
  }
  for (const path of settings.ineffective()) {
    const [, of = ""] = path;
    report("ineffective-setting", settingRange(path, config), { path: path.join("."), of });
  }
}

/** Reports a document that is not UTF-8 at the first wrong byte. */
function reportEncoding({ value, encodingError }: SpecFile, file: VFile): void {
  if (encodingError === undefined) return;
  const { byte, encoding } = encodingError;
  const start = normalized(value.slice(0, encodingError.offset)).length;
  const range = { file, start, end: Math.min(start + 1, String(file).length) };
  const hint =
    encoding === undefined
      ? "the rest of the document is UTF-8"
      : `the document is probably ${encoding}; save it as UTF-8`;
  report("invalid-encoding", range, { byte }, { hint });
}
