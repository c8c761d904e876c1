import { stringify } from "yaml";
import type { Json } from "../../schema/json.js";

/** Writes a value as YAML 1.2 without comments; texts that YAML 1.1 takes for other values are quoted. */
export function yamlText(value: Json): string {
  return stringify(value, { aliasDuplicateObjects: false, compat: "yaml-1.1", lineWidth: 0 });
}
