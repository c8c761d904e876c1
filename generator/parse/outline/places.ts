/** The part of a request that a row says its field is in. */
export interface Place {
  /** Whether the field is in the query, whatever the method of the call is. */
  readonly isInQuery?: boolean;
  /** Whether the field is a header of the request. */
  readonly isHeader?: boolean;
  readonly isInBody?: boolean;
  /** Whether a column says where the field is. */
  readonly isPlaced?: boolean;
}

/** Reads the cell of a column of positions. */
export function placeOf(position: string): Place {
  if (position === "") return {};
  return {
    isPlaced: true,
    ...(QUERY.test(position) && { isInQuery: true }),
    ...(BODY.test(position) && { isInBody: true }),
  };
}

/** Returns the place of the fields below a heading, if it says that they are in the query. */
export function placeOfTitle(title: string): Place | undefined {
  return /\bquery\b|^查询(?:参数|字符串)/i.test(title)
    ? { isPlaced: true, isInQuery: true }
    : undefined;
}

/** The part of a request that a URL ends with. */
const QUERY = /\bquery\b|查询/i;

/** The head of a request. */
export const HEADER = /\bheaders?\b|请求头|头部/i;

/** The body of a request. */
const BODY = /^(?:request\s*)?body$/i;

/** Parts of a request that no model has. */
export const OUTSIDE = /\bcookies?\b/i;
