import type { Model, Type } from "../model/api.js";
import type { Paging } from "../model/transfer.js";

/** The names of a cursor in requests, and of the next one in responses. */
const CURSORS = [
  ["cursor", "next_cursor"],
  ["new_cursor", "new_next_cursor"],
] as const;

/** Returns the fields that lead from page to page, if a request and its response have such. */
export function pagingOf(
  request: Model | undefined,
  response: Model | undefined,
  kindOf: (type: Type) => Type["kind"],
): Paging | undefined {
  const kindIn = (model: Model | undefined, name: string) => {
    const field = model?.json?.find(({ json }) => json.name === name && !json.quoted);
    return field && kindOf(field.type);
  };
  const isMore = /^(?:boolean|integer)$/.test(kindIn(response, "has_more") ?? "");
  const more = isMore ? { more: "has_more" } : {};
  for (const [cursor, nextCursor] of CURSORS) {
    const kind = kindIn(request, cursor);
    if (/^(?:string|integer)$/.test(kind ?? "") && kindIn(response, nextCursor) === kind)
      return { by: "cursor", cursor, nextCursor, ...more };
  }
  const [list, ...others] = (response?.json ?? []).filter(({ type }) => kindOf(type) === "list");
  const areNumbers = ["offset", "limit"].every((name) => kindIn(request, name) === "integer");
  return areNumbers && list !== undefined && others.length === 0
    ? { by: "offset", offset: "offset", items: list.json.name, ...more }
    : undefined;
}
