import type { AnswerType, AnyType, Call, Reference } from "../model/api.js";
import type { SymbolId } from "../model/index.js";
import { typeTexts, type Comparison, type Match } from "./comparison.js";
import { compareItems, documentationKey, itemName } from "./items.js";
import { pairsOf } from "./pairs.js";

/** Compares the calls of all documents. */
export function compareCalls(comparison: Comparison): void {
  const { old, new: now } = comparison;
  const pairs = pairsOf(old.calls, now.calls, itemName, [endpointText, documentationKey]);
  compareItems(
    pairs,
    {
      kind: "call",
      added: () => "call-added",
      idOf: callId,
      compare: compareCall,
    },
    comparison,
  );
}

function compareCall(old: Call, now: Call, match: Match): void {
  const { name, place, comparison } = match;
  const { changes, types } = comparison;
  const sides = {
    request: [old.request, now.request],
    response: [old.response, now.response],
  } as const;
  for (const side of ["request", "response"] as const) {
    const [oldType, newType] = sides[side];
    if (!isJson(oldType) || !isJson(newType)) continue;
    const before = { owner: callId(old), type: oldType };
    const after = { owner: callId(now), type: newType };
    if (types.differenceOf(before, after).change === undefined) continue;
    const texts = typeTexts(before, after, side, comparison);
    changes.add("call-type-changed", { name, side, ...texts }, place);
  }
  const answers = { old: answersText(old), new: answersText(now) };
  if (answers.old !== answers.new && !isDownload(old) && !isDownload(now))
    changes.add("answers-changed", { name, ...answers }, place);
  compareErrors(old, now, match);
  if (isUpload(old) !== isUpload(now)) {
    changes.add("upload-changed", { name, upload: isUpload(now) }, place);
  }
  if (isDownload(old) !== isDownload(now)) {
    changes.add("download-changed", { name, download: isDownload(now) }, place);
  }
  if (endpointText(old) !== endpointText(now)) {
    const endpoints = { old: endpointText(old), new: endpointText(now) };
    changes.add("endpoint-changed", { name, ...endpoints }, place);
  }
  // A page that says nothing of a token does not contradict.
  const [had = true, has = true] = [old.accessToken, now.accessToken];
  if (had !== has) {
    changes.add("access-token-changed", { name, accessToken: has }, place);
  }
}

function callId({ name }: Call): SymbolId {
  return `call ${name}`;
}

/** Returns the method and the path of a call, and the places of its request that these do not tell. */
function endpointText({ transfer, path, headers, answers = [] }: Call): string {
  const isInBody = transfer.carrier === "body" && transfer.method === "DELETE";
  const file = transfer.carrier === "upload" ? (transfer.file ?? "") : "";
  const form =
    transfer.carrier === "body" && transfer.isForm
      ? "(form)"
      : isInBody
        ? "(body)"
        : file === ""
          ? ""
          : `(media:${file})`;
  const others = headers === undefined ? "" : ` with the headers ${headers.join(", ")}`;
  const [{ status } = {}, ...more] = answers;
  const answer = status === undefined || more.length > 0 ? "" : ` with the status ${status}`;
  return `${transfer.method}${form} ${path}${others}${answer}`;
}

/** Returns the forms of the answers of a call; that of a single one in JSON says nothing of its type. */
function answersText({ response, answers = [] }: Call): string {
  if (answers.length < 2) return isJson(response) ? "JSON" : response.kind;
  const texts = answers.map(({ status, type }) => {
    return `${status} ${type.kind === "reference" ? type.name : type.kind}`;
  });
  return texts.join(", ");
}

function isJson(answer: AnswerType): answer is Reference | AnyType {
  return answer.kind === "reference" || answer.kind === "any";
}

/** Compares the answers with an error status. */
function compareErrors(old: Call, now: Call, { name, place, comparison }: Match): void {
  const { changes, types } = comparison;
  const before = new Map(old.errors?.map(({ status, type }) => [status, type]));
  const after = new Map(now.errors?.map(({ status, type }) => [status, type]));
  for (const [status, type] of before) {
    const other = after.get(status);
    const sides = [
      { owner: callId(old), type },
      { owner: callId(now), type: other ?? type },
    ] as const;
    if (other === undefined) changes.add("error-removed", { name, status }, place);
    else if (types.differenceOf(...sides).change !== undefined) {
      const texts = typeTexts(...sides, "response", comparison);
      changes.add("error-changed", { name, status, ...texts }, place);
    }
  }
  for (const status of after.keys())
    if (!before.has(status)) changes.add("error-added", { name, status }, place);
}

function isDownload({ response }: Call): boolean {
  return response.kind === "binary";
}

function isUpload({ transfer }: Call): boolean {
  return transfer.carrier === "upload";
}
