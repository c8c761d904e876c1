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

/** A value in a text about a message that differs from that of the message. */
export interface ValueContradiction {
  readonly name: string;
  /** The value of the example. */
  readonly value: string;
  readonly other: string;
}

/** Messages about examples in JSON and in XML. */
export const exampleRules = {
  "invalid-example": lossWarning<{ mistake: string; language: string }>(
    ({ mistake, language }) => `Unexpected mistake in an example of ${language}: ${mistake}`,
  ),
  "unread-message": lossWarning<{ fields?: readonly string[] }>(({ fields }) =>
    fields === undefined
      ? "Unexpected message in XML beside JSON, expected it in a section of its own: it is left out"
      : `Unexpected message without the fields that tell it from others, expected ${fields.map(code).join(" or ")}: it is left out with its tables`,
  ),
  "repeated-callback": notice`Unexpected second callback ${"name"}, expected one; both agree`,
  "overridden-callback": notice`Unexpected message ${"name"} on a page beside the row ${"other"} of a table, expected one of them; the row counts`,
  "assumed-value": notice`Unexpected text about ${"name"} without its value, expected one such as \`此时固定为 …\`; the value of the example counts: ${"value"}`,
  "contradicting-value": warning<ValueContradiction>(
    ({ name, value, other }) =>
      `Unexpected value ${code(other)} of ${code(name)}, expected ${code(value)} as in the example; the example counts`,
  ),
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
  "missing-example": notice`Unexpected field ${"name"} without a type and an example, expected it in the example of the section; its type is ${"type"}`,
  "undocumented-member": notice<{ names: readonly string[] }>(
    ({ names }) =>
      `Unexpected ${names.length === 1 ? "member" : "members"} ${listed(names)} of an example, expected a row of a table; the types are those of the example`,
  ),
  "optional-member": notice`Unexpected required field ${"name"}, expected an optional one, as not every object of the examples has it; it is optional`,
  "missing-member": warning`Unexpected example without ${"name"}, expected it as ${"model"} requires it`,
  "misplaced-row": notice`Unexpected path ${"path"} of a field, expected ${"expected"} as in the example`,
};
