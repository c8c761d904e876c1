import type { Signal } from "../runtime/web.js";
import type { Answer } from "./answer.js";
import type { Decode, Endpoint } from "./endpoint.js";
import type { Secrets } from "./secrets.js";

/** Takes the response of a call from an answer whose body is still to be read. */
export interface Receiver<Value> {
  /** Tells whether the head of an answer says that it is a file; the body of any other is read first. */
  readonly isFile: (response: Answer["response"]) => boolean;
  readonly take: (answer: OpenAnswer) => Value;
}

/** The function that makes the response of a call from its answer. */
export type Reading<Value> = Decode<Value> | Receiver<Value> | Interpreter<Value>;

/** Makes the response of a call from its whole answer, which has no error of the API. */
export interface Interpreter<Value> {
  readonly interpret: (
    answer: Answer,
    endpoint: Endpoint,
    /** Reads the answer in another way. */
    read: (reading: Reading<unknown>) => unknown,
  ) => Value;
}

/** An answer whose body is still to be read. */
export interface OpenAnswer {
  readonly response: Answer["response"];
  readonly body: unknown;
  /** The name of the call. */
  readonly call: string;
  readonly secrets: Secrets;
  /** The longest time in milliseconds to wait for a part of the body. */
  readonly timeout: number;
  /** The signal of the caller. */
  readonly user: Signal | undefined;
  /** Ends the connection. */
  readonly close: () => void;
}
