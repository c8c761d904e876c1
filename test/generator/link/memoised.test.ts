import { expect, test } from "vitest";
import { linkApi } from "../../../generator/link/api.js";
import { parseDocument } from "../../../generator/parse/document.js";

const text = [
  "# T",
  "## Models",
  "### `A`\n\nName|Type\n-|-\n`X`|`Missing`\n`Y`|`string`\n`Y`|`string`",
].join("\n\n");

test("drafts that are linked again give the same diagnostics, and no more", () => {
  const { value: draft, diagnostics: parsed } = parseDocument({ path: "t.md", text });
  const link = () => linkApi([draft], { unresolved: "error", isExternal: () => false }).diagnostics;
  const first = link();
  expect(first.map(({ rule }) => rule)).toContain("unresolved-type");
  expect([link(), link()]).toEqual([first, first]);
  expect(parsed).toEqual(parseDocument({ path: "t.md", text }).diagnostics);
});
