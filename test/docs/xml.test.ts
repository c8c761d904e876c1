import { expect, test } from "vitest";
import { siteOf } from "../support/site.js";

const value = `# T

## Models

### \`Both\` 两者

Name|JSON|XML|Type|Doc
-|-|-|-|-
\`X\`|\`-\`|\`PicUrl,omitempty\`|\`string\`|只在 XML
\`Y\`|\`y\`|\`-\`|\`string\`|只在 JSON
\`Z\`|\`z\`|\`a>b\`|\`[]string\`|两者
\`N\`|\`-\`|\`-\`|\`string\`|都不在

### \`OnlyXML\` 只有 XML

Name|XML|Type|Doc
-|-|-|-
\`ID\`|\`id,attr\`|\`int\`|标识
\`N\`|\`-\`|\`string\`|不在
`;

const site = await siteOf([{ path: "t.md", value }], { unresolved: "unknown" });
const page = site.get("t.html") ?? "";
const search = [...site].find(([path]) => path.includes("search"))?.[1] ?? "";

/** Returns the texts of the cells of the first table behind a heading, row by row. */
function tableOf(id: string): string[][] {
  const html = page.slice(page.indexOf(`id="${id}"`));
  const [, table = ""] = /<table>(.*?)<\/table>/s.exec(html) ?? [];
  return table.split(/<tr[^>]*>/).flatMap((row) => {
    const cells = [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)];
    return cells.length === 0
      ? []
      : [cells.map(([, cell = ""]) => cell.replaceAll(/<[^>]*>/g, "").replaceAll("&#x3E;", ">"))];
  });
}

test("a model in JSON and XML has a column for each", () => {
  expect(tableOf("Both")).toEqual([
    ["属性", "JSON", "XML", "类型", "说明"],
    ["x?", "", "PicUrl", "string", "只在 XML"],
    ["y", "y", "", "string", "只在 JSON"],
    ["z", "z", "a>b", "string[]", "两者"],
  ]);
  expect(page).toContain("不出现在 JSON、XML 中。");
});

test("a model in XML alone has no column for JSON", () => {
  expect(tableOf("OnlyXML")).toEqual([
    ["属性", "XML", "类型", "说明"],
    ["id", "id,attr", "numberint", "标识"],
  ]);
  expect(page).toContain("不出现在 XML 中。");
});

test("fields are found by their names in XML", () => {
  expect(search).toContain("PicUrl");
});
