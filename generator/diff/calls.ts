import type { Call } from "../ir/api.js";
import type { Comparison } from "./comparison.js";
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
    changes.add(
      "call-renamed",
      { old: one.specName, new: other.specName },
      {
        old: old.rangeOf(`call ${one.specName}`),
        new: now.rangeOf(`call ${other.specName}`),
      },
    );
  }
  for (const [one, other] of [...calls.kept, ...calls.renamed]) compareCall(one, other, comparison);
}

function compareCall(old: Call, now: Call, comparison: Comparison): void {
  const { changes } = comparison;
  const { specName: name } = now;
  const place = {
    old: comparison.old.rangeOf(`call ${old.specName}`),
    new: comparison.new.rangeOf(`call ${name}`),
  };
  for (const side of ["request", "response"] as const) {
    if (comparison.types.changeOf(old[side], now[side]) === undefined) continue;
    changes.add(
      "call-type-changed",
      {
        name,
        old: comparison.old.typeOf(`${side} ${old.specName}`),
        new: comparison.new.typeOf(`${side} ${name}`),
      },
      place,
    );
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

/** Where a call goes. */
function endpointOf({ kind, path }: Call): string {
  return `${kind === "get" ? "GET" : "POST"} ${path}`;
}
