import { code } from "./code.js";
import { lossWarning, notice, warning } from "./rule.js";

/** Returns names in code, of which only the first ones are written out. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).map(code).join(", ");
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}

/** Messages about examples in JSON. */
export const exampleRules = {
  "invalid-example": lossWarning<{ mistake: string }>(
    ({ mistake }) => `Unexpected mistake in an example of JSON: ${mistake}`,
  ),
  "unread-message": lossWarning`Unexpected message in XML, expected JSON: the tables below it are left out`,
  "example-mismatch": warning<{ name: string; shape: string; counts: "example" | "column" }>(
    ({ name, shape, counts }) =>
      `Unexpected type of ${code(name)}, expected ${shape} as in the example; the ${counts} counts`,
  ),
  "missing-example": notice`Unexpected field ${"name"} without a type and an example, expected it in the JSON of the section; its type is \`unknown\``,
  "undocumented-member": notice<{ names: readonly string[] }>(
    ({ names }) =>
      `Unexpected ${names.length === 1 ? "member" : "members"} ${listed(names)} of an example, expected a row of a table; the types are those of the example`,
  ),
  "misplaced-row": notice`Unexpected path ${"path"} of a field, expected ${"expected"} as in the example`,
};
