import type { Call } from "../model/api.js";
import type { ChangePlace } from "./changes.js";
import { sidesOf, type Comparison } from "./comparison.js";
import { pairsOf } from "./pairs.js";

/** Compares the calls of all documents. */
export function compareCalls(comparison: Comparison): void {
  const { old, new: now, changes } = comparison;
  const calls = pairsOf(
    [...old.calls.values()],
    [...now.calls.values()],
    ({ specName }) => specName,
    [endpointOf, ({ documentation }) => (documentation === "" ? undefined : documentation)],
  );
  for (const { specName: name } of calls.removed) {
    changes.add("call-removed", { name }, { old: old.rangeOf(`call ${name}`) });
  }
  for (const { specName: name } of calls.added) {
    changes.add("call-added", { name }, { new: now.rangeOf(`call ${name}`) });
  }
  for (const [one, other] of calls.renamed) {
    // A name that the configuration has kept is the same to those who call it.
    if (one.names.call === other.names.call) continue;
    const names = { old: one.specName, new: other.specName };
    changes.add("call-renamed", names, placeOf(one, other, comparison));
  }
  for (const [one, other] of calls.kept) {
    const names = { old: one.names.call, new: other.names.call };
    if (names.old === names.new) continue;
    const place = placeOf(one, other, comparison);
    changes.addSetting("typescript-name-changed", other.specName, names, place);
  }
  for (const [one, other] of [...calls.kept, ...calls.renamed]) compareCall(one, other, comparison);
}

function compareCall(old: Call, now: Call, comparison: Comparison): void {
  const { changes } = comparison;
  const { specName: name } = now;
  const place = placeOf(old, now, comparison);
  for (const side of ["request", "response"] as const) {
    const before = { owner: `${side} ${old.specName}`, type: old[side] };
    const after = { owner: `${side} ${name}`, type: now[side] };
    if (comparison.types.differenceOf(before.type, after.type).change === undefined) continue;
    const types = sidesOf(before, after, comparison);
    changes.add("call-type-changed", { name, side, ...types }, place);
  }
  if ((old.kind === "upload") !== (now.kind === "upload")) {
    changes.add("upload-changed", { name, upload: now.kind === "upload" }, place);
  }
  if (endpointOf(old) !== endpointOf(now)) {
    const endpoints = { old: endpointOf(old), new: endpointOf(now) };
    changes.add("endpoint-changed", { name, ...endpoints }, place);
  }
  if (old.accessToken !== now.accessToken) {
    changes.add("access-token-changed", { name, accessToken: now.accessToken }, place);
  }
  if (old.documentation !== now.documentation) {
    changes.add("documentation-changed", { name }, place);
  }
}

function placeOf(old: Call, now: Call, comparison: Comparison): ChangePlace {
  return {
    old: comparison.old.rangeOf(`call ${old.specName}`),
    new: comparison.new.rangeOf(`call ${now.specName}`),
  };
}

/** Where a call goes. */
function endpointOf({ kind, path }: Call): string {
  return `${kind === "get" ? "GET" : "POST"} ${path}`;
}
