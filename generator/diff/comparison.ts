import type { Changes } from "./changes.js";
import type { TypeComparison } from "./types.js";
import type { Version } from "./version.js";

/** Two versions of a spec, and what their comparison has found so far. */
export interface Comparison {
  readonly old: Version;
  readonly new: Version;
  readonly types: TypeComparison;
  readonly changes: Changes;
}
