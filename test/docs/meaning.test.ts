import { expect, test } from "vitest";
import { siteOf } from "../support/site.js";

const SPEC = `# 用户

## Models

### \`User\` 已废弃，请用 \`<b>Member</b>\`。成员

Name|JSON|Type|Required|Default|Example|Deprecated|Since|Values|Limits|Doc
-|-|-|-|-|-|-|-|-|-|-
\`ID\`|\`id\`|\`string\`|是|-|\`zhangsan\`|-|1.2|-|1~64 个字符|标识
\`Old\`|\`old\`|\`int\`|创建时必填|3|-|请用 \`ID\` <i>|-|1, 2|-|旧的
\`Kind\`|\`kind\`|\`Kind\`|否|\`A\`|-|-|-|-|-|-

\`\`\`go
type Kind int

const (
	KindA Kind = 1
	KindB Kind = 2 // 已废弃
)
\`\`\`

## API calls

Name|Request Type|Response Type|Access Token|URL|Doc
-|-|-|-|-|-
\`execFind\`|\`User\`|\`User\`|+|\`POST /find\`|已废弃
`;

const site = await siteOf([{ path: "spec/user.md", value: SPEC }]);
const html = site.get("user.html") ?? "";

test.each([
  ["a deprecated model", "<h2><s><code>User</code></s>"],
  ["the reason", `<div class="note">已废弃：请用 <code>&#x3C;b>Member&#x3C;/b></code></div>`],
  ["a deprecated field", `<td data-title="属性"><s><code>old</code></s>`],
  ["its reason as text", "请用 <code>ID</code> &#x3C;i>"],
  ["a deprecated member", '<td data-title="成员"><s><code>B</code></s></td>'],
  ["a deprecated call", "<h2><s><code>find</code></s>"],
  ["an optional field", `<code>kind</code><span class="optional" title="可选">?</span>`],
  ["a condition", "必填条件：创建时必填"],
  ["a default", "默认值：<code>Kind.A</code>"],
  ["an example", `示例：<code>"zhangsan"</code>`],
  ["values", "取值：1, 2"],
  ["limits", "限制：1~64 个字符"],
  ["a version", "起始版本：1.2"],
])("the site shows %s", (_, part) => {
  expect(html).toContain(part);
});

test("the sample of a call has what is required, with its example", () => {
  const code = html.slice(html.indexOf("<h3>代码</h3>"));
  const sample = code.slice(code.indexOf("<pre"), code.indexOf("</pre>"));
  expect(sample.replaceAll(/<[^>]*>/g, "")).toContain('find({ id: "zhangsan" })');
  // The samples in JSON have defaults and examples, and the values of enums.
  expect(html).toContain('<code>{\n  "id": "zhangsan",\n  "old": 3,\n  "kind": 1\n}</code>');
});
