import type { Call } from "../model/api.js";
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

function compareCall(old: Call, now: Call, { name, place, comparison }: Match): void {
  const { changes, types } = comparison;
  for (const side of ["request", "response"] as const) {
    const before = { owner: callId(old), type: old[side] };
    const after = { owner: callId(now), type: now[side] };
    if (types.differenceOf(before, after).change === undefined) continue;
    const texts = typeTexts(before, after, side, comparison);
    changes.add("call-type-changed", { name, side, ...texts }, place);
  }
  if (isUpload(old) !== isUpload(now)) {
    changes.add("upload-changed", { name, upload: isUpload(now) }, place);
  }
  if (endpointText(old) !== endpointText(now)) {
    const endpoints = { old: endpointText(old), new: endpointText(now) };
    changes.add("endpoint-changed", { name, ...endpoints }, place);
  }
  if (old.accessToken !== now.accessToken) {
    changes.add("access-token-changed", { name, accessToken: now.accessToken }, place);
  }
}

function callId({ name }: Call): SymbolId {
  return `call ${name}`;
}

/** Returns the method and the path of a call. */
function endpointText({ transfer, path }: Call): string {
  return `${transfer.method} ${path}`;
}

function isUpload({ transfer }: Call): boolean {
  return transfer.carrier === "upload";
}
