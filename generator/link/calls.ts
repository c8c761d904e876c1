import { report } from "../diagnostics/report.js";
import type { Call } from "../ir/api.js";
import type { CallDraft } from "../ir/draft.js";
import type { GoType } from "../ir/go.js";
import { sourceOf } from "../text.js";
import { isUnknown, linkType, type Scope } from "./types.js";
import { underlyingOf } from "./underlying.js";

/** Resolves the calls of all documents; names are global, as those of types are. */
export class CallLinker {
  readonly #scope: Scope;
  readonly #first = new Map<string, CallDraft>();

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  /** The call of a draft; nothing where a type of it is none, or another call has its name. */
  link(draft: CallDraft): Call | undefined {
    const first = this.#first.get(draft.name.text);
    if (first !== undefined) {
      reportDuplicate(draft, first);
      return undefined;
    }
    this.#first.set(draft.name.text, draft);
    const request = this.#modelOf(draft.requestType);
    const response = this.#modelOf(draft.responseType);
    if (request === undefined || response === undefined) return undefined;
    const { name, accessToken, endpoint, documentation } = draft;
    return { specName: name.text, request, response, accessToken, ...endpoint, documentation };
  }

  #modelOf(type: GoType): Call["request"] | undefined {
    const linked = linkType(type, this.#scope);
    if (linked.kind === "any" || isUnknown(type, this.#scope)) return { kind: "any" };
    if (linked.kind === "reference" && underlyingOf(type, this.#scope.types).kind === "model") {
      return linked;
    }
    report("invalid-call-type", type.range, { name: sourceOf(type.range) });
    return undefined;
  }
}

/** A second call that says the same is harmless, any other contradicts the first one. */
function reportDuplicate(draft: CallDraft, first: CallDraft): void {
  const related = [{ range: first.name.range, message: "the first call is here" }];
  const agree = wordsOf(draft) === wordsOf(first);
  const { text: name, range } = draft.name;
  report(agree ? "repeated-call" : "duplicate-call", range, { name }, { related });
}

function wordsOf({ requestType, responseType, accessToken, endpoint }: CallDraft): string {
  const types = [requestType, responseType].map(({ range }) => sourceOf(range));
  return JSON.stringify([...types, accessToken, endpoint]);
}
