import type { Type } from "./type.js";

/** The properties that lead from page to page. */
export type Paging = (CursorPaging | OffsetPaging) & {
  /** The property of the response that says whether more pages follow, and its value on the last page. */
  readonly more?: { readonly property: string; readonly none: "false" | "0" };
  /** The only list of the response. */
  readonly list?: PageList;
};

export interface PageList {
  readonly property: string;
  readonly isOptional: boolean;
  readonly element: Type;
}

export interface CursorPaging {
  readonly by: "cursor";
  /** Of the request. */
  readonly cursor: string;
  /** The cursor of the first page, if every request has one. */
  readonly first?: '""' | "0" | "0n" | undefined;
  /** Of the response. */
  readonly nextCursor: string;
  readonly kind: "string" | "number" | "bigint";
}

export interface OffsetPaging {
  readonly by: "offset";
  /** Of the request. */
  readonly offset: string;
  /** The list in the response, and whether it may be absent. */
  readonly items: string;
  readonly areItemsOptional: boolean;
}
