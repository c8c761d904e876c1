import type { Decode } from "./endpoint.js";
import type { Profile } from "./profile.js";
import type { Secrets } from "./secrets.js";

/** Takes the response of a call from an answer whose body is still to be read. */
export interface Receiver<Value> {
  /** Returns nothing if the answer is not what the call is for: then it tells an error. */
  readonly receive: (answer: OpenAnswer) => Value | undefined;
}

/** The function that makes the response of a call from its answer. */
export type Reading<Value> = Decode<Value> | Receiver<Value>;

/** An answer whose body is still to be read. */
export interface OpenAnswer {
  readonly response: Response;
  /** The name of the call. */
  readonly call: string;
  readonly profile: Profile;
  readonly secrets: Secrets;
  /** The longest time in milliseconds to wait for a part of the body. */
  readonly timeout: number;
  /** The signal of the caller. */
  readonly user: AbortSignal | undefined;
  /** Ends the connection. */
  readonly close: () => void;
}
