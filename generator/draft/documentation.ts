import type { Documented } from "../model/api.js";
import { paragraphs } from "../source/text.js";

/** Returns documentation with the passage that says that a thing is deprecated. */
export function documentationOf({
  documentation,
  deprecated,
}: Pick<Documented, "documentation" | "deprecated">): string {
  return deprecated === undefined
    ? documentation
    : paragraphs([documentation, `Deprecated: ${deprecated}`.trimEnd()]);
}
