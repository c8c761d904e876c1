import { serialize } from "node:v8";
import { VFile } from "vfile";
import type { VFileMessage } from "vfile-message";
import { digestOf } from "../digest.js";
import type { DocumentDraft } from "../ir/draft.js";
import { isListOf, isObject, isString, valueOf, type Loose } from "./entry.js";
import type { Store } from "./store.js";

/** Reads a document, and reports what is wrong with it in the file. */
type Parse = (file: VFile) => DocumentDraft;

/** A document as it was read, whose messages stand beside it: an error loses what it carries. */
interface Entry {
  readonly draft: DocumentDraft;
  readonly messages: readonly VFileMessage[];
}

/** Documents as they were read before: one that has not changed is not read again. */
export class DraftCache {
  readonly #parse: Parse;
  readonly #store: Store;
  /** What the last run has read of the documents that have changed, by their paths. */
  readonly #replaced = new Map<string, DocumentDraft>();

  constructor(parse: Parse, store: Store) {
    this.#parse = parse;
    this.#store = store;
  }

  /** Reads a document; of one that was read before, the draft's own file stands for the document. */
  parse(file: VFile): DocumentDraft {
    const name = `${digestOf(file.path)}.draft`;
    const known = draftOf(valueOf<Entry>(this.#store.read(name), isEntry));
    if (known?.file.path === file.path && known.file.value === file.value) {
      known.file.data = file.data;
      return known;
    }
    if (known !== undefined) this.#replaced.set(file.path, known);
    const draft = this.#parse(file);
    const { messages } = file;
    file.messages = [];
    const entry: Entry = { draft, messages: messages.map((message) => ({ ...message })) };
    this.#store.write(name, serialize(entry));
    file.messages = messages;
    return draft;
  }

  /** Reads a document of the last run, which has changed since or is gone. */
  parseOld(file: VFile): DocumentDraft {
    const known = this.#replaced.get(file.path);
    return known?.file.value === file.value ? known : this.#parse(file);
  }
}

function isEntry({ draft, messages }: Loose): boolean {
  if (!isObject(draft) || !isObject(draft["file"])) return false;
  const { history, value } = draft["file"];
  return (
    isListOf(history, isString) &&
    isString(value) &&
    isString(draft["documentation"]) &&
    [draft["topics"], draft["declarations"], draft["calls"]].every((list) =>
      isListOf(list, isObject),
    ) &&
    isListOf(messages, (message) => isObject(message) && isString(message["reason"]))
  );
}

function draftOf(entry: Entry | undefined): DocumentDraft | undefined {
  if (entry === undefined) return undefined;
  const { draft, messages } = entry;
  const { history, value } = draft.file;
  // The ranges of the draft refer to its file, which has lost its class.
  const file = Object.setPrototypeOf(draft.file, VFile.prototype) as VFile;
  Object.assign(file, new VFile({ path: history[0] ?? "", value }));
  for (const message of messages) {
    const { reason, place, ruleId, source } = message;
    Object.assign(file.message(reason, { place, ruleId, source }), message);
  }
  return draft;
}
