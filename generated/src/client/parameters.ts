import type { JsonObject, JsonValue } from "../runtime/json.js";
import type { SearchParams } from "../runtime/web.js";

/** The form of a list in a query or in a form: `a=1&a=2`, `a=1,2` or `a[]=1&a[]=2`. */
export type Lists = "repeat" | "comma" | "brackets";

/** Returns the parameters that fields of a request are in a query or in a form; `null` is left out. */
export function parametersOf(fields: JsonObject, lists?: Lists): SearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (!Array.isArray(value)) {
      if (value != null) parameters.append(name, textOf(value));
    } else if (lists === "comma") {
      if (value.length > 0) parameters.append(name, value.map(textOf).join());
    } else {
      for (const item of value as readonly JsonValue[]) {
        parameters.append(lists === "brackets" ? `${name}[]` : name, textOf(item));
      }
    }
  }
  return parameters;
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
