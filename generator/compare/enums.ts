import type { Constant, Enum, EnumMember } from "../model/api.js";
import type { ChangePlace } from "./changes.js";
import { compareTypesOf, type Comparison } from "./comparison.js";
import { pairsOf } from "./pairs.js";

/** Compares the base and the members of an enum. */
export function compareEnums(old: Enum, now: Enum, comparison: Comparison): void {
  const name = now.specName;
  const place = { old: comparison.old.rangeOf(old.specName), new: comparison.new.rangeOf(name) };
  const before = { owner: old.specName, type: old.base };
  compareTypesOf(name, before, { owner: name, type: now.base }, { place, comparison });
  compareStyles(old, now, place, comparison);
  compareMembers(old, now, comparison);
}

/** Returns a value as it is written: a text in quotation marks, an integer with all its digits. */
export function valueText(value: Constant["value"]): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

/** A `const enum` and an ordinary one are the same to other packages; an `as-const` object is a union, and more. */
function compareStyles(old: Enum, now: Enum, place: ChangePlace, { changes }: Comparison): void {
  if (old.style === now.style) return;
  const isExtended = (isEnum(old) && isEnum(now)) || (old.style === "union" && !isEnum(now));
  const rule = isExtended ? "enum-style-extended" : "enum-style-changed";
  changes.addSetting(rule, now.specName, { old: old.style, new: now.style }, place);
}

function isEnum({ style }: Enum): boolean {
  return style === "const-enum" || style === "enum";
}

function compareMembers(old: Enum, now: Enum, comparison: Comparison): void {
  const { changes } = comparison;
  const members = pairsOf(old.members, now.members, ({ name }) => name, [
    ({ value }) => `${typeof value} ${value}`,
    ({ documentation }) => (documentation === "" ? undefined : documentation),
  ]);
  for (const { specName: name } of members.removed) {
    changes.add("member-removed", { name }, { old: comparison.old.rangeOf(name) });
  }
  for (const { specName: name } of members.added) {
    changes.add("member-added", { name }, { new: comparison.new.rangeOf(name) });
  }
  for (const [one, other] of members.renamed) {
    const names = { old: one.specName, new: other.specName };
    const place = placeOf(one, other, comparison);
    if (names.old !== names.new) changes.add("member-renamed", names, place);
    else {
      const identifiers = { old: one.name, new: other.name };
      changes.addSetting("typescript-name-changed", names.new, identifiers, place);
    }
  }
  for (const [one, other] of [...members.kept, ...members.renamed]) {
    const place = placeOf(one, other, comparison);
    const { specName: name } = other;
    // A long integer may be a text now: then the setting has changed, and not the value.
    const isText = old.base.kind === "string" || now.base.kind === "string";
    const isSame = isText ? one.value === other.value : `${one.value}` === `${other.value}`;
    if (!isSame) {
      const values = { old: valueText(one.value), new: valueText(other.value) };
      changes.add("member-value-changed", { name, ...values }, place);
    }
    if (one.documentation !== other.documentation) {
      changes.add("documentation-changed", { name }, place);
    }
  }
}

function placeOf(old: EnumMember, now: EnumMember, comparison: Comparison): ChangePlace {
  return {
    old: comparison.old.rangeOf(old.specName),
    new: comparison.new.rangeOf(now.specName),
  };
}
