/** Where a call goes. */
export interface Endpoint {
  /** The name of the call, for messages. */
  readonly name: string;
  readonly method: "GET" | "POST";
  readonly path: string;
  /** Whether the call carries the access token; default true. */
  readonly token?: boolean;
}
