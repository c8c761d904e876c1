/** Namespaces, for the fields that name one. */
import { source, type Attribute } from "./source.js";

/** The namespaces that the attributes of an element declare, by their prefixes. */
const declared = /* @__PURE__ */ new WeakMap<readonly Attribute[], ReadonlyMap<string, string>>();

/** Whether the open element is in a namespace. */
export function isIn(namespace: string): boolean {
  return namespaceOf(source.names[source.depth] ?? "") === namespace;
}

/** Whether the attribute read last is in a namespace; one without a prefix is in none. */
export function isAttributeIn(namespace: string): boolean {
  const name = source.names[source.depth + 1] ?? "";
  return name.includes(":") && namespaceOf(name) === namespace;
}

/** Returns the namespace of a name; a prefix that nothing declares stands for itself, as in Go. */
function namespaceOf(name: string): string {
  const prefix = /^([^:]+):[^:]+$/.exec(name)?.[1] ?? "";
  if (prefix === "xml") return "http://www.w3.org/XML/1998/namespace";
  for (let depth = source.depth; depth > 0; depth--) {
    const attributes = source.attributes[depth];
    const namespace = attributes && declarationsOf(attributes).get(prefix);
    if (namespace !== undefined) return namespace;
  }
  return prefix;
}

function declarationsOf(attributes: readonly Attribute[]): ReadonlyMap<string, string> {
  let namespaces = declared.get(attributes);
  if (namespaces === undefined) {
    const declarations = attributes.filter(({ name }) => /^xmlns(?::|$)/.test(name));
    namespaces = new Map(declarations.map(({ name, value }) => [name.slice(6), value]));
    declared.set(attributes, namespaces);
  }
  return namespaces;
}
