import type { JsonObject } from "../runtime/json.js";
import type { Conventions } from "./conventions.js";
import type { ReadRequest } from "./request.js";
import type { Route } from "./route.js";

/** The codec of a response. */
type ResponseCodec = NonNullable<Route["response"]>;

type Members = Readonly<Record<string, unknown>>;

/**
 * Returns the answer to a call for which a test gave none: zero values, but texts, numbers and booleans that the
 * request also has are those of the request.
 */
export function defaultAnswer(
  name: string,
  { response, answer }: Route,
  { value, json, file }: ReadRequest,
  { store, load }: Conventions,
): unknown {
  if (answer === "file") return load?.(isObject(json) ? (json as JsonObject) : {}) ?? { data: "" };
  if (answer === "text") return "";
  if (answer === "empty") return undefined;
  if (response === undefined) return {};
  try {
    return filled(response, value, file && store?.(file));
  } catch (cause) {
    throw new Error(`${name}: zero values are no response; set one with \`on\``, { cause });
  }
}

function filled(response: ResponseCodec, request: unknown, stored: JsonObject = {}): object {
  const zero = response.create();
  if (!isObject(zero)) return zero as object;
  const json = response.encode(zero) as JsonObject;
  const known = Object.entries(stored).filter(
    ([member, value]) => Object.hasOwn(json, member) && typeof json[member] === typeof value,
  );
  const value = response.decode({ ...json, ...Object.fromEntries(known) }) as Members;
  const given = isObject(request) ? request : {};
  return Object.fromEntries(
    Object.entries(value).map(([property, own]) => {
      const asked = Object.hasOwn(given, property) ? given[property] : undefined;
      const isTaken = own === zero[property] && isLike(asked, own);
      return [property, isTaken ? asked : own];
    }),
  );
}

function isLike(asked: unknown, own: unknown): boolean {
  if (typeof asked === "object" || asked === undefined) return false;
  return own === undefined || typeof own === typeof asked;
}

function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
