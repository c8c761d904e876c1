import { code } from "./code.js";
import { error, warning } from "./rule.js";

/** The messages about tags for XML, and about what they do to fields. */
export const xmlRules = {
  "dubious-tag": warning<{ tag: string; expected: string }>(
    ({ tag, expected }) => `Unexpected tag ${code(tag)}, expected ${expected}`,
  ),
  "conflicting-tag": error<{ tag: string; name: string; other: string; otherName: string }>(
    ({ tag, name, other, otherName }) =>
      `Unexpected XML tag ${code(tag)} of ${code(name)}, expected one that does not overlap ${code(other)} of ${code(otherName)}`,
  ),
  "unsupported-xml-type": warning<{ type: string; expected: string; effect: string }>(
    ({ type, expected, effect }) =>
      `Unexpected type ${code(type)} in XML, expected ${expected}; ${effect}`,
  ),
  "repeated-place": warning<{ tag: string; name: string; first: string }>(
    ({ tag, name, first }) =>
      `Unexpected second field ${code(name)} with the tag ${code(tag)}, expected one; reading fills ${code(first)} alone`,
  ),
  "untagged-model": warning<{ name: string; wire: string }>(
    ({ name, wire }) =>
      `Unexpected model ${code(name)} in ${wire}, expected a model with tags for ${wire}; its fields have their names as written there`,
  ),
};
