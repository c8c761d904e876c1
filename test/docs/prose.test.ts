import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { inlineProse, plainText } from "../../generator/outputs/site/prose.js";

const html = (text: string) => toHtml({ type: "root", children: inlineProse(text) });

test.each([
  ["图片尺寸 520*416*3，1~64，[0, 2^32)", "图片尺寸 520*416*3，1~64，[0, 2^32)"],
  ["一<br>二<BR/>三", "一<br>二<br>三"],
  [
    "见[文档](https://work.weixin.qq.com/a)",
    '见<a href="https://work.weixin.qq.com/a" rel="noreferrer">文档</a>',
  ],
  [
    "<https://a.example/b>",
    '<a href="https://a.example/b" rel="noreferrer">https://a.example/b</a>',
  ],
  [
    "见 https://a.example/b 。",
    '见 <a href="https://a.example/b" rel="noreferrer">https://a.example/b</a> 。',
  ],
  ["`code` 和 a|b", "<code>code</code> 和 a|b"],
  ["# 不是标题", "# 不是标题"],
  ["- 不是列表", "- 不是列表"],
  ["> 不是引用", "> 不是引用"],
  ["![x](y.png)", "![x](y.png)"],
  ["[x](javascript:alert(1))", "[x](javascript:alert(1))"],
  ["<b onclick=x>粗</b>", "&#x3C;b onclick=x>粗&#x3C;/b>"],
  ["一\n\n二", "<p>一</p>\n<p>二</p>"],
])("%s", (documentation, expected) => {
  expect(html(documentation)).toBe(expected);
});

test("plain text has the words of a link", () => {
  expect(plainText("见[文档](https://a.example/)<br>二")).toBe("见文档\n二");
});
