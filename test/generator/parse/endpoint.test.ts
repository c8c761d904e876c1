import { expect, test } from "vitest";
import { endpointIn } from "../../../generator/parse/outline/endpoint.js";

function pathIn(text: string): string | undefined {
  const source = { path: "spec/a.md", text };
  return endpointIn({ text, range: { source, start: 0, end: text.length } }).path?.text;
}

test.each([
  "原文地址：https://books.example.com/document/path/1",
  "原文：[借书](https://books.example.com/document/path/1)",
  "> 官方文档: <https://books.example.com/loan>",
  "接口文档地址：https://books.example.com/loan",
  "Source: https://books.example.com/loan",
  "https://developer.books.example.com/document/path/1",
])("%s is a link to the page, and no endpoint", (text) => {
  expect(pathIn(text)).toBeUndefined();
});

test.each([
  ["请求地址：https://books.example.com/documents/1", "/documents/1"],
  ["https://open.books.example.com/open-apis/loan", "/open-apis/loan"],
  ["https://developer.api.example.com/loan", "/loan"],
  ["POST https://docs.example.com/docs/loan", "/docs/loan"],
])("%s is an endpoint", (text, path) => {
  expect(pathIn(text)).toBe(path);
});
