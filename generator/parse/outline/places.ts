/** The part of a request that a URL ends with. */
export const QUERY = /\bquery\b|查询/i;

/** Parts of a request that no model has. */
export const OUTSIDE = /\bheaders?\b|\bcookies?\b|请求头|头部/i;
