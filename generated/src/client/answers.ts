import { TransportError } from "./errors.js";
import type { Interpreter, Reading } from "./receiver.js";

/** One of several answers of a call, which its status tells from the others. */
export interface StatusAnswer<Status extends number, Body> {
  readonly status: Status;
  readonly body: Body;
}

/** Takes the text of an answer as it is. */
export const plainText: Interpreter<string> = { interpret: ({ text }) => text };

/** Takes an answer for done, whatever its body has. */
export const noBody: Interpreter<void> = { interpret: () => undefined };

/** The value of a reading. */
type ValueOf<Read> = Read extends Reading<infer Value> ? Value : never;

/** The statuses that a key stands for: `2XX` for all others. */
type StatusOf<Key> = Key extends number ? Key : number;

/** The answers of readings by their statuses. */
type AnswersOf<Readings> = {
  [Key in keyof Readings]: StatusAnswer<StatusOf<Key>, ValueOf<Readings[Key]>>;
}[keyof Readings];

/**
 * Reads an answer by its status.
 *
 * @throws {TransportError} if the documentation does not have the status
 */
export function byStatus<const Readings extends Readonly<Record<string, Reading<unknown>>>>(
  readings: Readings,
): Interpreter<AnswersOf<Readings>> {
  return {
    interpret: ({ response: { status } }, { name }, read) => {
      const reading = readings[status] ?? readings["2XX"];
      if (reading === undefined)
        throw new TransportError(name, "status", `unexpected HTTP status ${status}`);
      return { status, body: read(reading) } as AnswersOf<Readings>;
    },
  };
}
