import { expect } from "vitest";
import { safeDecode } from "../../templates/src/runtime/decode.js";
import * as read from "../../templates/src/runtime/read.js";

/** What a reader makes of a value in an object, or its message. */
export function readMember<T>(reader: read.Reader<T>, json: unknown): unknown {
  const result = safeDecode((whole) => reader(read.object(whole).member), { member: json });
  if (result.ok) return { value: result.value };
  expect(result.issues.map(({ path }) => path[0])).toEqual(result.issues.map(() => "member"));
  return result.issues.map(({ message }) => message).join("; ");
}
