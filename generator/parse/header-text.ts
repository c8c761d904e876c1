import { columnNamed } from "./columns.js";
import { SURE } from "./type-text.js";

/** Titles of columns that tables of fields have elsewhere. */
const FOREIGN_TITLES = new Set(
  "key required optional nullable default example values value 变量 是否必填 是否必须 是否必选 必填 必须 必选 必要性 默认值 示例 示例值 含义 内容 值".split(
    " ",
  ),
);

/** Whether cells are the titles of a table of fields or calls: two of them at least, and most of them. */
export function isHeader(cells: readonly string[]): boolean {
  const titles = cells.filter((cell) => {
    const word = columnTitle(cell);
    return columnNamed(word) !== undefined || FOREIGN_TITLES.has(word);
  });
  const isRow = cells.some((cell) => SURE.test(columnTitle(cell)));
  return titles.length > 1 && titles.length * 2 > cells.length && !isRow;
}

/** Titles as the dialect spells them, joined to a header. */
export function headerRowOf(cells: readonly string[]): string {
  return cells.map((cell) => columnNamed(columnTitle(cell)) ?? cell).join("|");
}

function columnTitle(cell: string): string {
  return cell.replaceAll(/^[\s*_`]+|[\s*_`:：]+$/g, "").toLowerCase();
}
