import { Client, type ConnectionOptions } from "../client.js";
import type { Lists } from "../parameters.js";
import type { Authorizer } from "./auth.js";
import { httpProfile } from "./profile.js";

/** Behaviour of a client. */
export interface ClientOptions extends ConnectionOptions {
  /** The URL of the server or of a gateway, with a path if it has one. */
  readonly baseUrl?: string | undefined;
}

/** A client for an API over HTTP. */
export class HttpClient extends Client {
  /**
   * Throws a `TypeError` if paths cannot be appended to `baseUrl`.
   *
   * @param authorizer the authorization of requests, made by `bearer`, `basic` or `apiKey`; default none
   * @param lists the form of lists in queries and in forms; default `repeat`
   */
  constructor(
    baseUrl: string,
    options: ConnectionOptions = {},
    authorizer?: Authorizer,
    lists?: Lists,
  ) {
    super(baseUrl, httpProfile(authorizer, lists), options);
  }
}
