import { parse, stringify } from "yaml";

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
