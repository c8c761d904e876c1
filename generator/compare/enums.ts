import type { Enum } from "../model/api.js";
import { compareTypesOf, type Match } from "./comparison.js";
import { compareMembers } from "./constants.js";
import { declarationId } from "./version.js";
import type { EnumStyle } from "./view.js";

/** Compares the base, the style and the members of an enum. */
export function compareEnums(old: Enum, now: Enum, match: Match): void {
  const { name, place, comparison } = match;
  const before = { owner: declarationId(old), type: old.base };
  const after = { owner: declarationId(now), type: now.base };
  compareTypesOf(before, after, match);
  const styles = {
    old: comparison.old.enumStyleOf(old),
    new: comparison.new.enumStyleOf(now),
  };
  if (styles.old !== styles.new) {
    const isExtended = EXTENDED[styles.old] === styles.new;
    const rule = isExtended ? "enum-style-extended" : "enum-style-changed";
    comparison.changes.addSetting(rule, name, styles, place);
  }
  compareMembers(old, now, comparison);
}

/**
 * The styles that have all of another one. To other packages a `const enum` and an ordinary one are the
 * same; an `as-const` object comes with a union.
 */
const EXTENDED: Readonly<Partial<Record<EnumStyle, EnumStyle>>> = {
  "const-enum": "enum",
  enum: "const-enum",
  union: "as-const",
};
