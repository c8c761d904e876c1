import type { Call } from "../plan/plan.js";

/** A client for the calls of an API: all that a package has of it beside the calls themselves. */
export interface ClientProfile {
  /** The class that has every call as a method. */
  readonly className: string;
  /** The module of that class, and the name of its instances in code. */
  readonly instance: string;
  /** The exports of the client's folder for users of the package. */
  readonly exports: readonly string[];
  /** More modules of the client's folder that users can import, by their subpaths. */
  readonly subpaths: Readonly<Record<string, string>>;
  /** The properties of the argument that makes an instance. */
  readonly credentials: string;
  /** The paragraph of the README about the client, for an example of a call. */
  readonly guideOf: (example: ClientExample) => string;
}

export interface ClientExample {
  readonly packageName: string;
  /** The function of the call. */
  readonly call: string;
  /** The arguments of the function after the client; empty if it needs none. */
  readonly request: string;
}

/** Whether a call is a good first example of a client. */
export function isExample({ transfer, accessToken }: Call): boolean {
  return accessToken && transfer.carrier !== "upload";
}
