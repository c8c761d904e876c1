import type { JsonObject } from "../runtime/json.js";
import type { Lists } from "../client/parameters.js";
import type { FakeFile, ReceivedFile } from "./file.js";
import type { Refusal, Violation } from "./refusal.js";

/** A request as credentials are looked up in it. */
export interface HttpRequest {
  readonly method: string;
  readonly headers: Readable;
}

/** The place of a request. */
export interface HttpUrl {
  readonly pathname: string;
  readonly searchParams: Readable;
}

interface Readable {
  readonly get: (name: string) => string | null;
}

/** The conventions of an API, as its server has them. */
export interface Conventions {
  /** The URL before the paths of calls; requests to other hosts are answered too. */
  readonly baseUrl: string;
  /** The form of lists in queries and in forms; default `repeat`. */
  readonly lists?: Lists | undefined;
  /** Returns the time in milliseconds. */
  readonly now: () => number;
  /** Answers a request that precedes calls, such as the one for a token. */
  readonly answer?: (request: HttpRequest, url: HttpUrl) => JsonObject | Refusal | undefined;
  /** Returns the refusal of a request with bad credentials, or the reason why the specification forbids it. */
  readonly authorize: (request: HttpRequest, url: HttpUrl) => Refusal | string | undefined;
  /** Returns the answer to a request that the specification forbids. */
  readonly refuse: (violation: Violation) => Refusal;
  /** Returns the answer to a request beyond the rate limit. */
  readonly limit: (seconds: number) => Refusal;
  /** Puts what every answer has around the text of a response; default nothing. */
  readonly envelope?: (text: string) => string;
  /** Returns the members of the answer to an upload, out of those that its response has. */
  readonly store?: (file: ReceivedFile) => JsonObject;
  /** Returns the answer to a download. */
  readonly load?: (request: JsonObject) => FakeFile | Refusal;
}
