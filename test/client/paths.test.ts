import { describe, expect, test } from "vitest";
import { EncodeError } from "../../generated/src/index.js";
import { fillPath } from "../../generated/src/client/path.js";

const endpoint = { name: "get", method: "GET", path: "/users/{user_id}/pages/{page}" } as const;

describe("the parameters of a path", () => {
  test("are fields of the request, which are not sent again", () => {
    const request = { user_id: "张/三?", page: 0, name: "a" };
    expect(fillPath(endpoint, request)).toEqual([
      { ...endpoint, path: "/users/%E5%BC%A0%2F%E4%B8%89%3F/pages/0" },
      { name: "a" },
    ]);
    expect(Object.keys(request)).toEqual(["user_id", "page", "name"]);
  });

  test("may be beside what is sent as text", () => {
    const [, body] = fillPath(endpoint, { user_id: "a", page: false, id: 1 }, JSON.stringify);
    expect(body).toBe('{"id":1}');
  });

  test("are refused all at once", () => {
    const request = { user_id: { a: 1 }, page: "\ud800" };
    expect(() => fillPath(endpoint, request)).toThrow(/user_id: expected .* got object[^]*page: /);
  });

  test("lead to no other path together", () => {
    const dotted = { ...endpoint, path: "/users/.{user_id}" };
    expect(() => fillPath(dotted, { user_id: "." })).toThrow("user_id: expected a segment");
    expect(fillPath(dotted, { user_id: "x" })[0].path).toBe("/users/.x");
  });

  test.each([undefined, null, "", ".", ".."])("lead to no other path by %j", (page) => {
    const request = { user_id: "a", ...(page !== undefined && { page }) };
    expect(() => fillPath(endpoint, request)).toThrow(EncodeError);
    expect(() => fillPath(endpoint, request)).toThrow(/^.*page: expected a segment of a path/s);
  });

  test("are no names that objects inherit", () => {
    const inherited = { ...endpoint, path: "/{constructor}/{__proto__}" };
    expect(() => fillPath(inherited, {})).toThrow(EncodeError);
  });
});
