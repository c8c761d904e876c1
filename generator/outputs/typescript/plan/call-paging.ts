import type * as model from "../../../model/api.js";
import type { ModelPlanner } from "./models.js";
import type { Paging } from "./paging.js";
import type { TypePlanner } from "./types.js";

/** The values that say no, by the kinds of types. */
const NONE: Readonly<Partial<Record<string, "false" | "0">>> = {
  boolean: "false",
  integer: "0",
};

/** The types of cursors in TypeScript, by the kinds of theirs; any other is a text. */
const CURSOR_KINDS: Readonly<Partial<Record<string, "number" | "bigint">>> = {
  integer: "number",
  long: "bigint",
};

/** The cursors of the first page, by the types of cursors. */
const FIRST_CURSORS = { string: '""', number: "0", bigint: "0n" } as const;

interface Planners {
  readonly types: TypePlanner;
  readonly models: ModelPlanner;
}

/** Plans how the response of a call leads to the next page, where it has several. */
export function planPaging(
  { request, response, paging }: model.Call,
  planners: Planners,
): Paging | undefined {
  const { types, models } = planners;
  if (paging === undefined || response.kind !== "reference") return undefined;
  const fieldIn = (type: model.Type, wireName: string) => {
    const resolved = types.resolved(type);
    const fields = resolved.kind === "model" ? resolved.json : [];
    const field = fields?.find(({ json }) => json.name === wireName);
    return field && models.fieldOf(field);
  };
  const last = paging.more === undefined ? undefined : fieldIn(response, paging.more);
  const none = last && NONE[last.structure.kind];
  const facts = {
    ...(none === undefined ? {} : { more: { property: last?.property ?? "", none } }),
    ...pageListOf(response, planners),
  };
  if (paging.by === "offset") {
    const offset = fieldIn(request, paging.offset);
    const items = fieldIn(response, paging.items);
    if (offset?.structure.kind !== "integer" || items === undefined) return undefined;
    const areItemsOptional = items.optional;
    return {
      by: "offset",
      offset: offset.property,
      items: items.property,
      areItemsOptional,
      ...facts,
    };
  }
  const cursor = fieldIn(request, paging.cursor);
  const nextCursor = fieldIn(response, paging.nextCursor);
  if (cursor === undefined || nextCursor === undefined) return undefined;
  const kind = CURSOR_KINDS[cursor.structure.kind] ?? "string";
  return {
    by: "cursor",
    cursor: cursor.property,
    kind,
    ...(cursor.facts.required === true ? { first: FIRST_CURSORS[kind] } : {}),
    nextCursor: nextCursor.property,
    ...facts,
  };
}

/** Returns the only list of a response. */
function pageListOf(response: model.Type, { types, models }: Planners): Pick<Paging, "list"> {
  const { json = [] } = types.resolved(response) as Partial<model.Model>;
  const [only, ...others] = json.flatMap((field) => {
    const { property, optional, type } = models.fieldOf(field);
    return type.kind === "list" ? [{ property, isOptional: optional, element: type.element }] : [];
  });
  return only === undefined || others.length > 0 ? {} : { list: only };
}
