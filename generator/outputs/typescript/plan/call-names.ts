import type * as model from "../../../model/api.js";
import { upperFirst } from "../../../names.js";
import type { PlanScope } from "./enums.js";
import type { Identifiers } from "./identifiers.js";
import { nameWithPlace } from "./places.js";
import type { CallNames } from "./plan.js";

/** Takes the identifiers of a call. */
export function takeCall(
  { name, paging, errors, answers = [] }: model.Call,
  identifiers: Identifiers,
  { settings, index }: PlanScope,
): CallNames {
  const text = nameWithPlace(`call ${name}`, name, index);
  const call = settings.callName(name);
  const pages = `${call}Pages`;
  const items = `${call}Items`;
  const error = `${upperFirst(call)}Error`;
  const isError = `is${error}`;
  const isFree = identifiers.takeCall(call, text);
  if (isFree && paging !== undefined)
    for (const identifier of [pages, items]) identifiers.take(identifier, text);
  if (isFree && errors !== undefined && settings.client?.readsStatus === true)
    for (const identifier of [error, isError]) identifiers.take(identifier, text);
  const answer = `${upperFirst(call)}Answer`;
  if (isFree && answers.length > 1) identifiers.take(answer, text);
  return { call, pages, items, error, isError, answer };
}
