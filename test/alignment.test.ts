import { expect, test } from "vitest";
import { checkSpec } from "../generator/project/check.js";
import { fixTexts } from "../generator/project/fix.js";

/** Returns a document with lines below a model. */
function modelText(...lines: readonly string[]): string {
  return ["# T", "", "## Models", "", "### `M`", "", ...lines, ""].join("\n");
}

/** Returns a document as `lint --fix` leaves it. */
function fixed(text: string): string | undefined {
  const { texts } = fixTexts(new Map([["spec/t.md", text]]), (changed) => {
    const files = Array.from(changed, ([path, value]) => ({ path, value }));
    return checkSpec(files).diagnostics;
  });
  return texts.get("spec/t.md");
}

test.each([
  {
    name: "a cell that fits takes the space of its padding",
    before: [
      "| Name      | Type     | Doc  |",
      "| --------- | -------- | ---- |",
      "| `Account` | string   | 帐号 |",
      "| `Age`     | `int32`  | 年龄 |",
    ],
    after: [
      "| Name      | Type     | Doc  |",
      "| --------- | -------- | ---- |",
      "| `Account` | `string` | 帐号 |",
      "| `Age`     | `int32`  | 年龄 |",
    ],
  },
  {
    name: "a column grows in all rows that are drawn",
    before: [
      "| Name | Doc  | Type  |",
      "| :--- | ---- | ----: |",
      "| `A`  | 帐号 | int64 |",
      "| Long | 年龄 | `int` |",
      "| `C` | not drawn | `int` |",
    ],
    after: [
      "| Name   | Doc  | Type    |",
      "| :----- | ---- | ------: |",
      "| `A`    | 帐号 | `int64` |",
      "| `Long` | 年龄 | `int`   |",
      "| `C` | not drawn | `int` |",
    ],
  },
  {
    name: "a row that was not drawn is, if it changes",
    before: [
      "| Name   | Type     | Doc  |",
      "| ------ | -------- | ---- |",
      "| `Name` | `string` | 名字 |",
      "|Age|int32|年",
      "| `Kind` | `int64` |",
    ],
    after: [
      "| Name   | Type     | Doc  |",
      "| ------ | -------- | ---- |",
      "| `Name` | `string` | 名字 |",
      "| `Age`  | `int32`  | 年   |",
      "| `Kind` | `int64`  |      |",
    ],
  },
  {
    name: "rows of dashes fill their columns",
    before: [
      "名称     | Type     | Doc",
      "- | -",
      "`UserID` | `string` | 帐号",
      "`Age`    | `int32`  | 年龄",
    ],
    after: [
      "名称     | Type     | Doc",
      "-------- | -------- | ---",
      "`UserID` | `string` | 帐号",
      "`Age`    | `int32`  | 年龄",
    ],
    title: "the last column has no bar behind it",
  },
  {
    name: "a compact table stays compact, even with rows of one length",
    before: ["Name|Type|Doc", "-|-|-", "`A`|`int`|x", "`B`|int|y", "`C`|`int`|z"],
    after: ["Name|Type|Doc", "-|-|-", "`A`|`int`|x", "`B`|`int`|y", "`C`|`int`|z"],
  },
  {
    name: "rows of one length get a compact header",
    before: ["`A`|`int`|x", "`B`|`int`|y"],
    after: ["Name|Type|Doc", "-|-|-", "`A`|`int`|x", "`B`|`int`|y"],
  },
  {
    name: "rows of different lengths get a header that is drawn as they are",
    before: ["| `A`  | `int`    | x |", "| `BC` | `string` | y |"],
    after: [
      "| Name | Type     | Doc |",
      "| ---- | -------- | --- |",
      "| `A`  | `int`    | x   |",
      "| `BC` | `string` | y   |",
    ],
  },
  {
    name: "a table that is not drawn is left so",
    before: ["| Name | Type |", "| --- | --- |", "| `Account` | string |", "| `Age` | `int` |"],
    after: ["| Name | Type |", "| --- | --- |", "| `Account` | `string` |", "| `Age` | `int` |"],
  },
  {
    name: "a pasted table is drawn if all others are",
    before: [
      "Name\tType\tDoc",
      "id\tint64\t编号",
      "name\tstring\tthe name",
      "",
      "### `Other`",
      "",
      "| Name      | Type     |",
      "| --------- | -------- |",
      "| `Account` | `string` |",
    ],
    after: [
      "| Name   | Type     | Doc      |",
      "| ------ | -------- | -------- |",
      "| `id`   | `int64`  | 编号     |",
      "| `name` | `string` | the name |",
      "",
      "### `Other`",
      "",
      "| Name      | Type     |",
      "| --------- | -------- |",
      "| `Account` | `string` |",
    ],
  },
])("$name", ({ before, after }) => {
  const text = fixed(modelText(...before));
  expect(text).toBe(modelText(...after));
  expect(fixed(text ?? "")).toBe(text);
});
