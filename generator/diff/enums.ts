import type { Enum, EnumMember } from "../ir/api.js";
import type { Comparison } from "./comparison.js";
import { pairsOf } from "./pairs.js";

/** Compares the base and the members of an enum. */
export function compareEnums(old: Enum, now: Enum, comparison: Comparison): void {
  const { changes } = comparison;
  const name = now.specName;
  const place = { old: comparison.old.rangeOf(old.specName), new: comparison.new.rangeOf(name) };
  const change = comparison.types.changeOf(old.base, now.base);
  if (change !== undefined) {
    const types = { old: comparison.old.typeOf(old.specName), new: comparison.new.typeOf(name) };
    changes.add(change, { name, ...types }, place);
  }
  compareMembers(old, now, comparison);
}

/** A value as it is told: texts in quotes, integers with all their digits. */
export function valueText(value: EnumMember["value"]): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
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
    changes.add(
      "member-renamed",
      { old: one.specName, new: other.specName },
      {
        old: comparison.old.rangeOf(one.specName),
        new: comparison.new.rangeOf(other.specName),
      },
    );
  }
  for (const [one, other] of [...members.kept, ...members.renamed]) {
    const place = {
      old: comparison.old.rangeOf(one.specName),
      new: comparison.new.rangeOf(other.specName),
    };
    const { specName: name } = other;
    if (one.value !== other.value) {
      const values = { old: valueText(one.value), new: valueText(other.value) };
      changes.add("member-value-changed", { name, ...values }, place);
    }
    if (one.documentation !== other.documentation) {
      changes.add("documentation-changed", { name }, place);
    }
  }
}
