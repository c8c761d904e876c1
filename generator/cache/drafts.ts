import { deserialize, serialize } from "node:v8";
import { VFile } from "vfile";
import type { VFileMessage } from "vfile-message";
import { digestOf } from "../digest.js";
import type { DocumentDraft } from "../ir/draft.js";
import type { Store } from "./store.js";

/** Reads a document, and reports what is wrong with it in the file. */
type Parse = (file: VFile) => DocumentDraft;

/** A document as it was read, whose messages stand beside it: an error loses what it carries. */
interface Entry {
  readonly draft: DocumentDraft;
  readonly messages: readonly VFileMessage[];
}

/**
 * Reads a document as it was read before, where it has not changed since. The draft's own file stands
 * for the document then.
 */
export function cachedParse(parse: Parse, store: Store): Parse {
  return (file) => {
    const name = `${digestOf(file.path)}.draft`;
    const known = draftOf(store.read(name), file);
    if (known !== undefined) return known;
    const draft = parse(file);
    const { messages } = file;
    file.messages = [];
    store.write(
      name,
      serialize({ draft, messages: messages.map((message) => ({ ...message })) } satisfies Entry),
    );
    file.messages = messages;
    return draft;
  };
}

/** The draft of an entry, with the file in place of the one that it was read from. */
function draftOf(content: Buffer | undefined, file: VFile): DocumentDraft | undefined {
  if (content === undefined) return undefined;
  const { draft, messages } = deserialize(content) as Entry;
  if (draft.file.value !== file.value) return undefined;
  // The ranges of the draft refer to its file, which has lost its class.
  const restored = Object.setPrototypeOf(draft.file, VFile.prototype) as VFile;
  Object.assign(restored, new VFile({ path: file.path, value: file.value }));
  for (const message of messages) {
    const { reason, place, ruleId, source } = message;
    Object.assign(restored.message(reason, { place, ruleId, source }), message);
  }
  return draft;
}
