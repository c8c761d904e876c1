import type { ElementContent } from "hast";
import { refractor } from "refractor/core";
import typescript from "refractor/typescript";

refractor.register(typescript);

/** TypeScript with its words marked, for the style sheet to colour. */
export function highlight(code: string): ElementContent[] {
  return refractor.highlight(code, "typescript").children as ElementContent[];
}
