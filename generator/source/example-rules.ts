import { code } from "./code.js";
import { lossWarning, notice, warning } from "./rule.js";

/** Returns names in code, of which only the first ones are written out. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).map(code).join(", ");
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}

/** A column of types that contradicts an example. */
export interface ColumnMismatch {
  readonly name: string;
  readonly shape: string;
  /** The side that is believed. */
  readonly counts: "example" | "column";
}

/** A member whose values in the examples have no type in common. */
export interface Mixture {
  readonly name: string;
  /** The kinds of the values in words. */
  readonly kinds: readonly string[];
  /** Whether a column has a type for it. */
  readonly isTyped: boolean;
}

/** A value of an example that is not one of the type. */
export interface ValueMismatch {
  readonly found: string;
  /** The names of the members that lead to it. */
  readonly path: string;
  readonly expected: string;
}

/** Messages about examples in JSON. */
export const exampleRules = {
  "invalid-example": lossWarning<{ mistake: string }>(
    ({ mistake }) => `Unexpected mistake in an example of JSON: ${mistake}`,
  ),
  "unread-message": lossWarning`Unexpected message in XML, expected JSON: the tables below it are left out`,
  "example-mismatch": warning<ColumnMismatch | ValueMismatch>((mismatch) =>
    "counts" in mismatch
      ? `Unexpected type of ${code(mismatch.name)}, expected ${mismatch.shape} as in the example; the ${mismatch.counts} counts`
      : `Unexpected ${mismatch.found} for ${code(mismatch.path)} in an example, expected ${mismatch.expected} as in the specification`,
  ),
  "mixed-example": warning<Mixture>(
    ({ name, kinds, isTyped }) =>
      `Unexpected mixture of ${kinds.join(" and ")} for ${code(name)} in the examples, expected values of one kind; ${isTyped ? "the column counts" : "their type is `unknown`"}`,
  ),
  "unknown-word": warning`Unexpected type ${"name"}, expected a type of the spec; the type of the example counts`,
  "unplaced-section": lossWarning`Unexpected section about the member ${"name"}, expected a call on the page that has it; its table is left out`,
  "unknown-member": warning`Unexpected member ${"name"} of an example, expected a field of ${"model"}`,
  "missing-example": notice`Unexpected field ${"name"} without a type and an example, expected it in the JSON of the section; its type is \`unknown\``,
  "undocumented-member": notice<{ names: readonly string[] }>(
    ({ names }) =>
      `Unexpected ${names.length === 1 ? "member" : "members"} ${listed(names)} of an example, expected a row of a table; the types are those of the example`,
  ),
  "optional-member": notice`Unexpected required field ${"name"}, expected an optional one, as not every object of the examples has it; it is optional`,
  "missing-member": warning`Unexpected example without ${"name"}, expected it as ${"model"} requires it`,
  "misplaced-row": notice`Unexpected path ${"path"} of a field, expected ${"expected"} as in the example`,
};
