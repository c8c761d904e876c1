/** The part of a request that a URL ends with. */
export const QUERY = /\bquery\b|查询/i;

/** The head of a request. */
export const HEADER = /\bheaders?\b|请求头|头部/i;

/** Parts of a request that no model has. */
export const OUTSIDE = /\bcookies?\b/i;
