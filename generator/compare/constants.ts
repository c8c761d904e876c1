import type { Constant, Enum, EnumMember } from "../model/api.js";
import type { Comparison } from "./comparison.js";
import { compareItems, documentationKey, itemName } from "./items.js";
import { pairsOf, type Pairs } from "./pairs.js";
import { declarationId } from "./version.js";

/** Compares the constants that belong to no enum. */
export function compareConstants(comparison: Comparison): void {
  const { old, new: now } = comparison;
  const pairs = pairsOf(old.constants, now.constants, itemName, [
    (constant) => `${valueText(constant)} ${constant.documentation}`,
  ]);
  compareConstantValues("constant", pairs, comparison);
}

/** Compares the members of an enum: a member that keeps its identifier or its value has been renamed. */
export function compareMembers(old: Enum, now: Enum, comparison: Comparison): void {
  const pairs = pairsOf(old.members, now.members, itemName, [
    (member, side) => comparison[side].identifierOf(declarationId(member)),
    valueText,
    documentationKey,
  ]);
  compareConstantValues("member", pairs, comparison);
}

function compareConstantValues<Kind extends "constant" | "member">(
  kind: Kind,
  pairs: Pairs<Constant | EnumMember>,
  comparison: Comparison,
): void {
  compareItems(
    pairs,
    {
      kind,
      added: () => `${kind}-added`,
      idOf: declarationId,
      compare: (old, now, { name, place }) => {
        const values = { old: valueText(old), new: valueText(now) };
        if (values.old === values.new) return;
        comparison.changes.add(`${kind}-value-changed`, { name, ...values }, place);
      },
    },
    comparison,
  );
}

/** Returns a value as it is written: a text in quotation marks, an integer with all its digits. */
export function valueText({ value }: Pick<Constant, "value">): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
