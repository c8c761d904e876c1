import { expect, test } from "vitest";
import { checkSpec } from "../../generator/project/check.js";
import { githubReport } from "../../generator/report/github.js";

test("a path with every sign that ends a property stays one property", () => {
  const value = "# T\n\n## Models\n\n### `A`\n\nName|Type\n-|-\n`X`|`Missing`\n";
  const { diagnostics } = checkSpec([{ path: "a,b:c%d=e.md", value }]);
  const [command = ""] = githubReport(diagnostics, "").split("\n");
  expect(command).toMatch(/^::error file=[^,:]*a%2Cb%3Ac%25d=e\.md,line=9,/);
});
