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

  test("leave a body of text as it is", () => {
    const [, body] = fillPath(endpoint, { user_id: "a", page: false }, '{"page":9007199254740993}');
    expect(body).toBe('{"page":9007199254740993}');
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
