import type { Type } from "../model/api.js";
import type { Changes, ChangePlace } from "./changes.js";
import { typeTexts } from "./shape.js";
import type { TypeComparison } from "./types.js";
import type { Version } from "./version.js";

/** Two versions of a spec, and what their comparison has found so far. */
export interface Comparison {
  readonly old: Version;
  readonly new: Version;
  readonly types: TypeComparison;
  readonly changes: Changes;
}

/** A type of one version, by the name of what has it in the specification. */
export interface OwnedType {
  readonly owner: string;
  readonly type: Type;
}

/** Compares the types of something in two versions. */
export function compareTypesOf(
  name: string,
  old: OwnedType,
  now: OwnedType,
  { place, comparison }: { readonly place: ChangePlace; readonly comparison: Comparison },
): void {
  const { changes, types } = comparison;
  const { change, int64 } = types.differenceOf(old.type, now.type);
  if (change !== undefined) {
    changes.add(change, { name, ...sidesOf(old, now, comparison) }, place);
  }
  if (int64 !== undefined) changes.addSetting("int64-changed", name, int64, place);
}

/** Returns the texts of two types that differ. */
export function sidesOf(old: OwnedType, now: OwnedType, comparison: Comparison) {
  const written = ({ owner, type }: OwnedType, version: Version) => {
    return { type, text: version.typeOf(owner), version };
  };
  return typeTexts(written(old, comparison.old), written(now, comparison.new));
}
