import { expect } from "vitest";
import { safeDecode } from "../../templates/typescript/src/runtime/decode.js";
import * as read from "../../templates/typescript/src/runtime/read.js";

/** What a reader makes of a value in an object, or its message. */
export function readMember<T>(reader: read.Reader<T>, json: unknown): unknown {
  const whole: read.Reader<T> = (...place) => {
    const wire = read.object(...place);
    return reader(wire.member, wire, "member");
  };
  const result = safeDecode(whole, { member: json });
  if (result.ok) return { value: result.value };
  expect(result.issues.map(({ path }) => path[0])).toEqual(result.issues.map(() => "member"));
  return result.issues.map(({ message }) => message).join("; ");
}
