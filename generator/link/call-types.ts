import type { GoType } from "../go/ast.js";
import type { CallDraft } from "../parse/draft.js";

/** Returns the types of the request of a call, and of all its answers. */
export function typesOfCall({
  requestType,
  responseType,
  answers = [],
  errors = [],
}: CallDraft): readonly GoType[] {
  const all = [requestType, responseType, ...[...answers, ...errors].map(({ type }) => type)];
  return [...new Set(all)].filter((type) => type !== undefined);
}
