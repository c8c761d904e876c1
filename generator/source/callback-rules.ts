import { code } from "./code.js";
import { error, warning } from "./rule.js";

/** The messages about sections of callbacks. */
export const callbackRules = {
  "duplicate-callback": error`Unexpected second callback ${"name"}, expected one`,
  "reserved-callback": error`Unexpected callback ${"name"}, expected another name: it is that of messages which no row describes`,
  "invalid-callback-type": error`Unexpected type ${"name"}, expected a model`,
  "disjoint-callback": error<{ name: string; envelope: string }>(
    ({ name, envelope }) =>
      `Unexpected model ${code(name)}, expected one that is in XML or in JSON as ${code(envelope)} is`,
  ),
  "invalid-callback-field": error<{ name: string; envelope: string; isField: boolean }>(
    ({ name, envelope, isField }) =>
      isField
        ? `Unexpected type of the field ${code(name)} of ${code(envelope)}, expected a text, an integer or a boolean`
        : `Unexpected column ${code(name)}, expected the name of a field of ${code(envelope)}`,
  ),
  "invalid-callback-value": error`Unexpected value ${"text"}, expected a constant, a text in quotation marks, an integer, or \`true\` or \`false\``,
  "shared-rest": warning<{ name: string; other: string }>(
    ({ name, other }) =>
      `Unexpected field ${code(name)} of all other elements, expected named ones; it also has those of ${code(other)}`,
  ),
  "shadowed-callback": error`Unexpected callback ${"name"}, expected it above ${"other"}, whose values all of its messages have`,
  "ambiguous-callback": error`Unexpected callback ${"name"}, expected values that no message has together with those of ${"other"}`,
};
