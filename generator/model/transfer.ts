/**
 * The method of HTTP of a call, the carrier of the fields of its request that are not in the path, and the form of
 * its answer.
 */
export type Transfer =
  | {
      readonly carrier: "query";
      readonly method: "GET" | "HEAD" | "DELETE";
      readonly isBinary?: true;
    }
  | {
      readonly carrier: "body";
      readonly method: "POST" | "PUT" | "PATCH" | "DELETE";
      /** Whether the body is a form and not JSON (`application/x-www-form-urlencoded`). */
      readonly isForm?: true;
      /** Whether the answer is a file and not JSON. */
      readonly isBinary?: true;
    }
  /** The request is in the query, and a file in the body. */
  | {
      readonly carrier: "upload";
      readonly method: "POST";
      /** The name of the file in the form; default `media`. */
      readonly file?: string;
      readonly isBinary?: never;
    };

/** The fields that lead from page to page, by their names in JSON. */
export type Paging = (CursorPaging | OffsetPaging) & {
  /** A field of the response that says whether there are more pages: a boolean, or 0 and 1. */
  readonly more?: string;
};

export interface CursorPaging {
  readonly by: "cursor";
  /** A field of the request. */
  readonly cursor: string;
  /** A field of the response. */
  readonly nextCursor: string;
}

export interface OffsetPaging {
  readonly by: "offset";
  /** A field of the request: the number of items before the page. */
  readonly offset: string;
  /** The list in the response. */
  readonly items: string;
}
