import { describe, expect, test } from "vitest";
import * as sdk from "../generated/src/index.js";
import type { JsonObject } from "../generated/src/index.js";
import { spec } from "./support/spec.js";
import { codecOf, inputOf, vectors } from "./support/vectors.js";

const full = vectors.filter((vector) => vector.case === "full");

describe("models", () => {
  test("every model with vectors has a full payload", () => {
    const headings = spec.flatMap(({ value }) => [...value.matchAll(/^### `(\w+)`/gm)]);
    const models = new Set(headings.map(([, name]) => name));
    const tried = new Set(vectors.map(({ type }) => type).filter((type) => models.has(type)));
    expect(tried).not.toEqual(new Set());
    expect(new Set(full.map(({ type }) => type))).toEqual(tried);
  });

  test.each(full)("$type: every known field comes back", (vector) => {
    const input = inputOf(vector);
    const codec = codecOf(vector.type);
    const json = JSON.parse(input) as JsonObject;
    const value = codec.parse(input);
    expect(codec.encode(value as never)).toEqual(json);
    expect(codec.decode(JSON.parse(codec.stringify(value as never)))).toEqual(value);
    expect(codec.create(value as never)).toEqual(value);
    expect(codec.safeDecode(json)).toEqual({ ok: true, value });
  });

  test.each(vectors.filter((vector) => vector.case === "unknown-fields"))(
    "$type: unknown members are dropped",
    (vector) => {
      const codec = codecOf(vector.type);
      const value = codec.parse(inputOf(vector));
      const known = Object.keys(codec.encode(value as never));
      expect(known).not.toContain("zz_unknown_first");
      expect(codec.decode(codec.encode(value as never))).toEqual(value);
    },
  );

  test("embedded fields are flat, and `FollowUser` is a `FollowUserInfo`", () => {
    const followUser = sdk.decodeFollowUser({ userid: "zhangsan", tags: [{ tag_name: "重要" }] });
    expect(sdk.FollowUserInfoCodec.create(followUser).userId).toBe("zhangsan");
    expect(sdk.encodeFollowUser({ userId: "zhangsan", tags: [{ tagName: "重要" }] })).toEqual({
      userid: "zhangsan",
      tags: [{ tag_name: "重要" }],
    });
  });

  test("our own: `ExternalContactUnassigned`", () => {
    const json = { handover_userid: "lisi", external_userid: "wm1", dimission_time: 1546300800 };
    const value = sdk.decodeExternalContactUnassigned(json);
    expect(value).toEqual({
      handoverUserId: "lisi",
      externalUserId: "wm1",
      dimissionTime: 1546300800,
    });
    expect(sdk.encodeExternalContactUnassigned(value)).toEqual(json);
  });
});

describe("presence", () => {
  test("what is absent or null is the zero value, or stays absent where it may", () => {
    const absent = sdk.decodeExternalAttr({});
    expect(absent).toStrictEqual({
      type: 0,
      name: "",
      text: undefined,
      web: undefined,
      miniProgram: undefined,
    });
    expect(sdk.decodeExternalAttr({ type: null, name: null, text: null })).toStrictEqual(absent);
    expect(sdk.encodeExternalAttr(absent)).toStrictEqual({ type: 0, name: "" });
    expect(sdk.encodeExternalAttr({})).toStrictEqual({});
  });

  test("a null in a list is the zero value of its elements", () => {
    const { tags } = sdk.decodeFollowUser({ tags: [null] });
    expect(tags).toEqual([sdk.FollowUserTagCodec.create()]);
  });
});

describe("enums", () => {
  test.each([
    ["ExternalUserType", 2],
    ["FollowUserTagType", 1],
    ["FollowUserAddWay", 202],
    ["ExternalContactTransferStatus", 5],
    ["UserGender", 2],
  ])("%s comes back, also with a value that it does not know", (type, value) => {
    const codec = codecOf(type);
    for (const number of [value, 0, 99]) {
      expect(codec.encode(codec.decode(number) as never)).toBe(number);
    }
    expect(codec.safeDecode("1")).toMatchObject({ ok: false });
  });

  test("their members are there at run time", () => {
    expect(sdk.FollowUserAddWay.Admin).toBe(202);
    expect(sdk.ExternalUserTypeCodec.decode(1)).toBe(sdk.ExternalUserType.WeChat);
  });
});
