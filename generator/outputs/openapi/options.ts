import type { SchemaOptions } from "../../schema/style.js";

/** The options of a description in OpenAPI. */
export interface OpenApiOptions extends SchemaOptions {
  /** The title of the API; default the name of the package beside it, else `API`. */
  readonly title?: string | undefined;
  /** The version of the API; default that of the package beside it, else `0.0.0`. */
  readonly version?: string | undefined;
  /** An introduction in Markdown. */
  readonly description?: string | undefined;
  /** The addresses that the paths of calls are below; default the `baseUrl` of the client beside it. */
  readonly servers?: readonly string[] | undefined;
  /** The way in which calls carry the access token; default that of the client beside it, else a bearer token. */
  readonly security?: SecurityScheme | undefined;
}

/** A security scheme of OpenAPI for tokens. */
export type SecurityScheme =
  | { readonly type: "http"; readonly scheme: "bearer" | "basic" }
  | { readonly type: "apiKey"; readonly in: "query" | "header" | "cookie"; readonly name: string };
