import { isMap, isSeq, parse, parseDocument, stringify } from "yaml";

/** Writes a value as YAML 1.2 without comments; texts that YAML 1.1 takes for other values are quoted. */
export function yamlText(value: unknown): string {
  return stringify(value, { aliasDuplicateObjects: false, compat: "yaml-1.1", lineWidth: 0 });
}

/**
 * Reads a text of YAML or JSON; whole numbers are exact.
 *
 * @throws {Error} that says where the text is neither
 */
export function yamlValue(text: string): unknown {
  return parse(text, { intAsBigInt: true });
}

/**
 * Adds an item to a list of a text of YAML; comments stay.
 *
 * @returns nothing if the text has no list where one should be
 */
export function withListItem(text: string, key: string, item: string): string | undefined {
  const document = parseDocument(text);
  const { contents } = document;
  if (document.errors.length > 0 || !(contents === null || isMap(contents))) return undefined;
  const known: unknown = document.get(key);
  if (known !== undefined && !isSeq(known)) return undefined;
  if (known === undefined) document.set(key, document.createNode([item]));
  else if ((known.toJSON() as readonly unknown[]).includes(item)) return text;
  else known.add(item);
  return String(document);
}
