import type { Comparison } from "./comparison.js";

/** Compares the clients of two versions that both have calls. */
export function compareClients({ old, new: now, changes }: Comparison): void {
  const [before, after] = [old.view.client, now.view.client];
  if (before === undefined || after === undefined) return;
  if (before.text !== after.text) {
    changes.add("client-changed", { old: before.text, new: after.text }, {});
    return;
  }
  const urls = { old: before.baseUrl ?? "", new: after.baseUrl ?? "" };
  if (urls.old === urls.new) return;
  if (urls.old === "") changes.add("base-url-added", { url: urls.new }, {});
  else if (urls.new === "") changes.add("base-url-removed", { url: urls.old }, {});
  else changes.add("base-url-changed", urls, {});
}
