import type { Codec } from "../runtime/codec.js";
import type { JsonValue } from "../runtime/json.js";
import type { Method } from "../client/endpoint.js";

/** The types of a call: those of its request and of its response. */
export interface Call<Request, Response> {
  readonly request: Request;
  readonly response: Response;
}

/** Calls by their names. */
export type Calls<Names> = { readonly [Name in keyof Names]: Call<unknown, unknown> };

/** The members of an object in a request that the specification says something about. */
export interface Shape {
  /** The members that every request has. */
  readonly required?: readonly string[];
  /** The shapes of objects inside, and inside of lists and maps. */
  readonly inside?: () => Readonly<Record<string, Shape>>;
}

/** The members of a request that a query, a form, a path or headers write as text although they are something else. */
export interface Parameters {
  readonly numbers?: readonly string[];
  readonly booleans?: readonly string[];
  /** The members that are lists, of numbers too if `numbers` names them. */
  readonly lists?: readonly string[];
}

/** The properties that lead from page to page. */
export interface RoutePaging {
  /** The property of the request. */
  readonly cursor?: string;
  /** The property of the response. */
  readonly next?: string;
  /** The type of cursors; default `string`. */
  readonly kind?: "string" | "number" | "bigint";
  /** The property of the request with the number of items before a page, and that of the response with the items. */
  readonly offset?: string;
  readonly items?: string;
  /** The property of the response that says whether more pages follow. */
  readonly more?: string;
  /** Its value on the last page. */
  readonly none?: false | 0;
}

/** A call as the specification describes it. */
export interface Route<Request = unknown, Response = unknown> {
  readonly method: Method;
  /** The path with its parameters, and the fields in the query: `/media/{id}?type={type}`. */
  readonly path: string;
  /** Whether the call carries credentials; default true. */
  readonly token?: boolean;
  /** The fields in headers. */
  readonly headers?: readonly string[];
  /** The form of the body; default JSON for POST, PUT and PATCH, and no body otherwise. */
  readonly body?: "json" | "form" | "upload";
  /** Absent for a request of any form. */
  readonly request?: Pick<Codec<Request, JsonValue>, "parse">;
  /** Absent for a response of any form, and for a file. */
  readonly response?: Pick<
    Codec<Response, JsonValue>,
    "create" | "decode" | "encode" | "stringify"
  >;
  /** The form of the response, if it is not JSON. */
  readonly answer?: "file" | "text" | "empty";
  /** The HTTP status of the response; default 200. */
  readonly status?: number;
  readonly shape?: Shape;
  readonly parameters?: Parameters;
  readonly paging?: RoutePaging;
}

/** The routes of all calls. */
export type Routes<All extends Calls<All>> = {
  readonly [Name in keyof All]: Route<All[Name]["request"], All[Name]["response"]>;
};
