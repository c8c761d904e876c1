import { code } from "./code.js";
import { lossNotice, lossWarning } from "./rule.js";

/** The messages about what OpenAPI cannot express. */
export const openApiRules = {
  "repeated-operation": lossWarning<{ endpoint: string; name: string }>(
    ({ endpoint, name }) =>
      `Unexpected second call ${code(name)} of ${code(endpoint)}, expected one, as OpenAPI has one operation for a method and a path; the description leaves it out`,
  ),
  "unplaced-field": lossNotice`Unexpected place of ${"name"} in XML, expected an element or an attribute, as OpenAPI knows no other; the description leaves it out`,
};
