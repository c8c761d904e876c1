import { describe, expect, test } from "vitest";
import * as read from "../../templates/typescript/src/runtime/read.js";
import { readMember } from "./read-member.js";

describe("time", () => {
  test.each([
    "2024-02-29T00:00:00Z",
    "2000-02-29T23:59:59Z",
    "0000-02-29T00:00:00Z",
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999999999Z",
    "2023-12-31T12:00:00+08:00",
    "2023-12-31T12:00:00-00:00",
    "2023-04-30T12:00:00.000000000000001Z",
    // What Go's layout lets pass:
    "2023-04-30T1:00:00Z",
    "2023-04-30T12:00:00,5Z",
    "2023-04-30T12:00:00+24:60",
  ])("takes %s, as it is", (value) => {
    expect(readMember(read.time, value)).toEqual({ value });
  });

  test.each([
    "",
    "2023-02-29T00:00:00Z",
    "1900-02-29T00:00:00Z",
    "2023-04-31T00:00:00Z",
    "2023-00-10T00:00:00Z",
    "2023-13-10T00:00:00Z",
    "2023-01-00T00:00:00Z",
    "2023-01-32T00:00:00Z",
    "2023-01-01T24:00:00Z",
    "2023-01-01T00:60:00Z",
    "2023-01-01T00:00:60Z",
    "2023-01-01T00:00:00",
    "2023-01-01T00:00:00z",
    "2023-01-01t00:00:00Z",
    "2023-01-01 00:00:00Z",
    "2023-01-01",
    "2023-1-01T00:00:00Z",
    "2023-01-01T00:00Z",
    "2023-01-01T00:00:00.Z",
    "2023-01-01T00:00:00+0800",
    "2023-01-01T00:00:00+25:00",
    "2023-01-01T00:00:00+08:61",
    "+2023-01-01T00:00:00Z",
    "12023-01-01T00:00:00Z",
    " 2023-01-01T00:00:00Z",
    "2023-01-01T00:00:00Z\n",
    "２０２３-01-01T00:00:00Z",
  ])("refuses %j", (value) => {
    expect(readMember(read.time, value)).toMatch(/^expected RFC 3339 time, got string/);
  });
});

describe("bytes", () => {
  test.each(["", "AA==", "AAE=", "AAEC", "+/+/", "AA\r\nEC", "AA=\n=", "\n", "/w==", "/x=="])(
    "takes %j, as it is",
    (value) => expect(readMember(read.bytes, value)).toEqual({ value }),
  );

  test.each([
    "A",
    "AA",
    "AAE",
    "AA=",
    "A===",
    "====",
    "AA==AA==",
    "-_-_",
    "AA EC",
    "中文中文",
    "AAE=\u0000",
  ])("refuses %j", (value) =>
    expect(readMember(read.bytes, value)).toMatch(/^expected base64, got string/),
  );
});
