import { typesIn } from "../go/ast.js";
import type { DeclarationDraft } from "../go/draft.js";
import type { CallDraft, DocumentDraft } from "../parse/draft.js";
import type { Report } from "../source/diagnostic.js";
import { typesOfCall } from "./call-types.js";

/**
 * Leaves out the calls and the messages of pages that a table of the dialect `go` has as well: the table counts. The
 * models of such a call go with it, unless a document names one of them.
 */
export function withoutOverridden(
  documents: readonly DocumentDraft[],
  report: Report,
): readonly DocumentDraft[] {
  const own = documents.filter(({ hasWords }) => hasWords !== true);
  if (own.length === documents.length) return documents;
  const calls = new Map(
    own.flatMap((document) => document.calls.map((call) => [keyOf(call), call] as const)),
  );
  const callbacks = new Map(
    own.flatMap((document) =>
      document.callbacks.map((callback) => [`${callback.role} ${callback.name.text}`, callback]),
    ),
  );
  const mentioned = namesIn(own);
  const dropped = new Set<string>();
  const isOverridden = (
    { name }: Pick<CallDraft, "name">,
    other: Pick<CallDraft, "name">,
    rule: "overridden-call" | "overridden-callback",
  ) => {
    const related = [{ range: other.name.range, message: "the row of the table is here" }];
    report(rule, name.range, { name: name.text, other: other.name.text }, { related });
    return true;
  };
  const kept = documents.map((document) => {
    if (document.hasWords !== true) return document;
    return {
      ...document,
      calls: document.calls.filter((call) => {
        const other = call.key === undefined ? undefined : calls.get(call.key);
        if (call.key === undefined || other === undefined) return true;
        dropped.add(call.key);
        return !isOverridden(call, other, "overridden-call");
      }),
      callbacks: document.callbacks.filter((callback) => {
        const key = `${callback.role} ${callback.name.text}`;
        const other = callbacks.get(key);
        if (other === undefined) return true;
        dropped.add(key);
        return !isOverridden(callback, other, "overridden-callback");
      }),
    };
  });
  for (const { declarations } of documents)
    for (const draft of declarations) {
      const owner = ownerOf(draft);
      if (owner !== undefined && mentioned.has(draft.name.text)) dropped.delete(owner);
    }
  return kept.map((document) => ({
    ...document,
    declarations: document.declarations.filter((draft) => !dropped.has(ownerOf(draft) ?? "")),
  }));
}

function ownerOf(draft: DeclarationDraft): string | undefined {
  return draft.kind === "constant" ? undefined : draft.heading?.call;
}

/** Returns the method and the path of a call without its query. */
function keyOf({ endpoint: { transfer, path } }: CallDraft): string {
  const text = path.map((part) => (typeof part === "string" ? part : `{${part.text}}`)).join("");
  return `${transfer.method} ${text.replace(/\?.*$/, "")}`;
}

/** Returns the names of all types that documents mention. */
function namesIn(documents: readonly DocumentDraft[]): ReadonlySet<string> {
  const types = documents.flatMap(({ calls, callbacks, declarations }) => [
    ...calls.flatMap(typesOfCall),
    ...callbacks.flatMap(({ envelope, message = envelope }) => [envelope, message]),
    ...declarations.flatMap((draft) => {
      if (draft.kind === "model") return draft.members.map(({ type }) => type);
      return draft.kind === "type" ? [draft.type] : [];
    }),
  ]);
  return new Set(
    types.flatMap(typesIn).flatMap((type) => (type.kind === "name" ? [type.name] : [])),
  );
}
