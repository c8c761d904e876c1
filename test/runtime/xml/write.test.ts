import { describe, expect, test } from "vitest";
import { EncodeError } from "../../../templates/typescript/src/runtime/index.js";
import * as writeXml from "../../../templates/typescript/src/runtime/xml/write.js";
import { sampleCodec } from "./sample.js";

describe("a value", () => {
  test("becomes an element, and leaves out what is undefined", () => {
    const value = { key: '"<', name: "a&\n", id: 2n ** 60n, children: [{ count: 1 }], tags: [""] };
    expect(sampleCodec.stringify(value)).toBe(
      '<xml key="&#34;&lt;"><Name>a&amp;&#xA;</Name><Id>1152921504606846976</Id>' +
        "<Child><Count>1</Count></Child><Tags><Tag></Tag></Tags></xml>",
    );
    expect(sampleCodec.stringify({}, undefined)).toBe("<xml></xml>");
    expect(sampleCodec.stringify({}, "消息")).toBe("<消息></消息>");
  });

  test("is filled with zero values", () => {
    expect(sampleCodec.create({ children: [{ name: "a" }] })).toEqual({
      ...sampleCodec.create(),
      children: [{ ...sampleCodec.create(), name: "a" }],
    });
    expect(() => sampleCodec.create({ count: 1.5 })).toThrow(EncodeError);
  });

  test("has a path to each issue", () => {
    const value = { count: "1", children: [{}, { tags: ["a", 2], id: 2n ** 63n }], tags: "a" };
    expect(() => sampleCodec.stringify(value as never)).toThrow(
      new EncodeError([
        { path: ["xml", "Count"], message: 'expected integer, got string "1"' },
        {
          path: ["xml", "Child", 1, "Id"],
          message: "expected int64, got bigint 9223372036854775808",
        },
        { path: ["xml", "Child", 1, "Tags", "Tag", 1], message: "expected string, got number 2" },
        { path: ["xml", "Tags", "Tag"], message: 'expected array, got string "a"' },
      ]),
    );
  });

  test("that contains itself is refused", () => {
    const value: { children: unknown[] } = { children: [] };
    value.children.push(value);
    expect(() => sampleCodec.stringify(value as never)).toThrow(EncodeError);
    expect(() => sampleCodec.create(value as never)).toThrow(/nested too deeply/);
  });

  test.each([[undefined], [null], ["a"], [[]]])("%j is refused", (value) => {
    expect(() => sampleCodec.stringify(value as never)).toThrow(EncodeError);
  });

  test.each(["", "a b", "1", "<a>", "a/"])("the root %j is refused", (root) => {
    expect(() => sampleCodec.stringify({}, root)).toThrow(/expected XML name/);
  });
});

test.each([
  [writeXml.cdata("a]]>b", writeXml.string), "<![CDATA[a]]]]><![CDATA[>b]]>"],
  [writeXml.cdata("", writeXml.string), ""],
  [writeXml.cdata("\u0001", writeXml.string), "<![CDATA[\ufffd]]>"],
  [writeXml.comment("a-"), "<!--a- -->"],
  [writeXml.comment(""), ""],
  [writeXml.raw("<b>&"), "<b>&"],
  [writeXml.text("\u0001\ud800𠮷\ufffe", writeXml.string), "\ufffd\ufffd𠮷\ufffd"],
  [writeXml.element("A", 0.1, writeXml.float64, "urn:'"), `<A xmlns="urn:&#39;">0.1</A>`],
  [writeXml.element("A", -0, writeXml.float64), "<A>-0</A>"],
  [writeXml.element("A", Infinity, writeXml.float32), "<A>+Inf</A>"],
  [writeXml.element("A", -Infinity, writeXml.float64), "<A>-Inf</A>"],
  [writeXml.element("A", NaN, writeXml.float64), "<A>NaN</A>"],
  [writeXml.any("A", null), ""],
  [writeXml.any("A", [1.5, "a"]), "<A>1.5</A><A>a</A>"],
  [writeXml.prefix("p", "urn:&", ""), ' xmlns:p="urn:&amp;"'],
  [writeXml.prefix("p", "urn:p", undefined), ""],
])("%j", (written, xml) => {
  expect(written).toBe(xml);
});
