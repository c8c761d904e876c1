import type { XmlField } from "../plan/plan.js";

/** Returns the prefixes of the namespaces of attributes, as Go's encoding/xml makes them (`createAttrPrefix`). */
export function prefixOf(attributes: readonly XmlField[]): ReadonlyMap<string, string> {
  const prefixes = new Map<string, string>([["http://www.w3.org/XML/1998/namespace", "xml"]]);
  let count = 0;
  for (const { namespace } of attributes) {
    if (namespace === undefined || prefixes.has(namespace)) continue;
    const last = namespace.replace(/\/+$/, "").split("/").at(-1) ?? "";
    const name = /^[\p{L}_][-.\p{L}\p{N}_]*$/u.test(last) ? last : "_";
    const base = /^xml/i.test(name) ? `_${name}` : name;
    const taken = new Set(prefixes.values());
    let prefix = base;
    while (taken.has(prefix)) prefix = `${base}_${++count}`;
    prefixes.set(namespace, prefix);
  }
  return prefixes;
}
