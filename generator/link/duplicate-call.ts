import type { CallDraft, PathPartDraft } from "../parse/draft.js";
import type { Report } from "../source/diagnostic.js";
import { sourceOf } from "../source/text.js";

/** Returns a path as documents write it. */
export function pathText(path: readonly PathPartDraft[]): string {
  return path.map((part) => (typeof part === "string" ? part : `{${part.text}}`)).join("");
}

/** A second call that says the same is harmless, any other contradicts the first one. */
export function reportDuplicateCall(draft: CallDraft, first: CallDraft, report: Report): void {
  const related = [{ range: first.name.range, message: "the first call is here" }];
  const agree = callSignature(draft) === callSignature(first);
  const { text: name, range } = draft.name;
  report(agree ? "repeated-call" : "duplicate-call", range, { name }, { related });
}

function callSignature(call: CallDraft): string {
  const { requestType, responseType, answers = [], accessToken, endpoint } = call;
  const all = [requestType, responseType, ...answers.map(({ type }) => type)];
  const types = all.map((type) => type && sourceOf(type.range));
  const statuses = answers.map(({ status }) => status);
  return JSON.stringify([
    ...types,
    ...statuses,
    accessToken,
    endpoint.transfer,
    pathText(endpoint.path),
  ]);
}
