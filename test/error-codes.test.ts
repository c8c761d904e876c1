import { readFileSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";
import { expect, test } from "vitest";
import { explanationOf } from "../generated/src/client/wecom/error-codes.js";
import { root } from "./support/project.js";

/** The forms in which documents name the code of an error: a member of an example, and a code in words. */
const CODES = /(?:"?errcode"?\s*[:：=]\s*|错误码\s*[:：为]?\s*)`?(-?\d+)/g;

test("each error code that documents of WeCom name has an explanation", () => {
  const pages = globSync(["spec/*.md", "test/cases/wecom/*.md"], { cwd: root });
  const codes = pages.flatMap((page) =>
    Array.from(readFileSync(join(root, page), "utf8").matchAll(CODES), ([, code]) => Number(code)),
  );
  expect(codes.length).toBeGreaterThan(3);
  expect(codes.filter((code) => explanationOf(code) === undefined)).toEqual([]);
  // The page about groups of members in service names this one.
  expect(explanationOf(90_501)).toBe("群聊不是外部群");
  expect(explanationOf(1)).toBeUndefined();
});
