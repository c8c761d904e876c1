import { markdownTable } from "markdown-table";

/** A table in Markdown; the first row is its head, and each letter of `align` one column's side. */
export function table(rows: readonly (readonly string[])[], align: string): string {
  return markdownTable(rows, { align: [...align] });
}

/** A ratio, with as many digits as mean something. */
export function factor(ratio: number | undefined): string {
  if (ratio === undefined) return "–";
  return ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0);
}
