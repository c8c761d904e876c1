import { isModel } from "./reader.js";
import { isObject, objectOf, textOf, type Value, type ValueObject } from "./value.js";

/** Returns the addresses that a value refers to. */
export function referencesIn(
  value: Value,
  isIgnored: (key: string) => boolean = () => false,
  found: Set<string> = new Set(),
): Set<string> {
  if (Array.isArray(value)) {
    for (const item of value as readonly Value[]) referencesIn(item, isIgnored, found);
  }
  if (!isObject(value)) return found;
  const address = textOf(value["$ref"]);
  if (address !== "") found.add(address);
  for (const [key, member] of Object.entries(value)) {
    if (!isIgnored(key)) referencesIn(member, isIgnored, found);
  }
  return found;
}

/** Returns the addresses of models that bodies in XML have, and that nothing in JSON refers to. */
export function xmlOnly(value: ValueObject): ReadonlySet<string> {
  const schemas = objectOf(objectOf(value["components"])["schemas"]);
  const { components, ...rest } = value;
  const { schemas: _schemas, ...others } = objectOf(components);
  const all = closureOf(referencesIn([rest, others]), schemas);
  const inJson = closureOf(referencesIn([rest, others], isXml), schemas);
  return new Set(
    [...all].filter((address) => !inJson.has(address) && isModel(schemaAt(address, schemas))),
  );
}

function isXml(key: string): boolean {
  return /^[\w.-]+\/(?:[\w.-]+\+)?xml\b/.test(key);
}

/** Adds what the schemas at addresses refer to. */
function closureOf(addresses: ReadonlySet<string>, schemas: ValueObject): Set<string> {
  const found = new Set<string>();
  const open = [...addresses];
  for (let address = open.pop(); address !== undefined; address = open.pop()) {
    if (found.has(address)) continue;
    found.add(address);
    open.push(...referencesIn(schemaAt(address, schemas)));
  }
  return found;
}

function schemaAt(address: string, schemas: ValueObject): ValueObject {
  return objectOf(schemas[address.replace("#/components/schemas/", "")]);
}
