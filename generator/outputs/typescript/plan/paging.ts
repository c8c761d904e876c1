/** The properties that lead from page to page. */
export type Paging = (CursorPaging | OffsetPaging) & {
  /** The property of the response that says whether more pages follow, and its value on the last page. */
  readonly more?: { readonly property: string; readonly none: "false" | "0" };
};

export interface CursorPaging {
  readonly by: "cursor";
  /** Of the request. */
  readonly cursor: string;
  /** Whether every request has a cursor, an empty one at first. */
  readonly isCursorRequired: boolean;
  /** Of the response. */
  readonly nextCursor: string;
}

export interface OffsetPaging {
  readonly by: "offset";
  /** Of the request. */
  readonly offset: string;
  /** The list in the response, and whether it may be absent. */
  readonly items: string;
  readonly areItemsOptional: boolean;
}
