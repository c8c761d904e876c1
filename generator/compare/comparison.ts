import type { Cells } from "../model/index.js";
import type { ChangePlace, Changes } from "./changes.js";
import { shapeOf } from "./shape.js";
import type { Sides } from "./sentence.js";
import type { TypeComparison } from "./types.js";
import type { OwnedType, Version } from "./version.js";

/** Two versions of a specification, and the changes found so far. */
export interface Comparison {
  readonly old: Version;
  readonly new: Version;
  readonly types: TypeComparison;
  readonly changes: Changes;
}

/** Something that both versions have: its name for messages, and its places. */
export interface Match {
  readonly name: string;
  readonly place: ChangePlace;
  readonly comparison: Comparison;
}

/** Compares the types of a field, an alias or an enum in two versions. */
export function compareTypesOf(
  old: OwnedType,
  now: OwnedType,
  { name, place, comparison }: Match,
): void {
  const { changes, types } = comparison;
  const { change, int64 } = types.differenceOf(old, now);
  if (change !== undefined) {
    changes.add(change, { name, ...typeTexts(old, now, "type", comparison) }, place);
  }
  if (int64 !== undefined) changes.addSetting("int64-changed", name, int64, place);
}

/** Returns two types as they are written; if both are written alike, their targets. */
export function typeTexts(
  old: OwnedType,
  now: OwnedType,
  cell: keyof Cells,
  comparison: Comparison,
): Sides {
  const written = {
    old: comparison.old.textOf(old.owner, cell),
    new: comparison.new.textOf(now.owner, cell),
  };
  if (written.old !== written.new && written.old !== "" && written.new !== "") return written;
  return { old: shapeOf(old, comparison.old), new: shapeOf(now, comparison.new) };
}
