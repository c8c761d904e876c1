import { expect, test } from "vitest";
import { checkSpec } from "../../../generator/project/check.js";

const PAGE = `发消息

**请求方式：** POST（**HTTPS** ）
**请求地址：** https://books.example.com/cgi-bin/note/send?access_token=ACCESS_TOKEN

## 跳转

**请求示例：**

    {"kind": "a", "card": {"jump": {"appid": "A"}}}

**参数说明：**

参数| 必须| 说明
---|---|---
kind| 是| 类型
jump| 否| 跳转
jump.appid| 否| 小程序

## 引用

**请求示例：**

    {"kind": "b", "card": {"quote": {"type": 1}}}

**参数说明：**

参数| 必须| 说明
---|---|---
kind| 是| 类型
quote| 否| 引用
quote.type| 否| 引用的类型
quote.appid| 否| 引用的小程序，示例没有
`;

test("a row without an example has the object of its path, and the type that another form shows", () => {
  const { api, diagnostics } = checkSpec([{ path: "a.md", value: PAGE }], {
    dialect: "wecom",
    client: { profile: "wecom" },
  });
  const rules = diagnostics.map(({ rule }) => rule);
  expect(rules).not.toContain("missing-example");
  expect(rules).not.toContain("misplaced-row");
  const models = api.documents.flatMap(({ declarations }) =>
    declarations.filter((declaration) => declaration.kind === "model"),
  );
  expect(models.map(({ name }) => name)).toEqual([
    "NoteSendRequest",
    "NoteSendRequestCard",
    "NoteSendRequestCardJump",
    "NoteSendRequestCardQuote",
  ]);
  const fields = models.at(-1)?.fields.map(({ name, type }) => `${name} ${type.kind}`);
  expect(fields).toEqual(["type integer", "appid string"]);
});
