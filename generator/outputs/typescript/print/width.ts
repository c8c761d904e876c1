import { plainColumns } from "../../../source/width.js";
import { STYLE } from "./style.js";

/** Whether a line is within the width of the output; nothing is known of it with emojis, marks and the like. */
export function isWithinWidth(line: string): boolean | undefined {
  // No character takes more than two columns.
  if (line.length * 2 <= STYLE.printWidth) return true;
  const columns = plainColumns(line);
  return columns === undefined ? undefined : columns <= STYLE.printWidth;
}

/** Whether a line is known to be within the width of the output. */
export function fits(line: string): boolean {
  return isWithinWidth(line) === true;
}
