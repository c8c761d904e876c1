import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { collectDiagnostics } from "../../../generator/source/diagnostic.js";
import { parseXmlTag } from "../../../generator/go/xml-tag.js";
import { areMessagesWithin, messagesOf, sourceText } from "./support.js";

describe("tags of encoding/xml", () => {
  test.each([
    ["Name", { place: "element", name: "Name" }],
    ["Name,omitempty", { place: "element", name: "Name", omitEmpty: true }],
    [",omitempty", { place: "element", name: "Field", omitEmpty: true }],
    ["a>b>c", { place: "element", name: "c", parents: ["a", "b"] }],
    [">b", { place: "element", name: "b", parents: ["Field"] }],
    ["urn:a b", { place: "element", name: "b", namespace: "urn:a" }],
    ["urn:a b>c", { place: "element", name: "c", namespace: "urn:a", parents: ["b"] }],
    ["标题", { place: "element", name: "标题" }],
    ["a.b-c_d", { place: "element", name: "a.b-c_d" }],
    ["id,attr", { place: "attribute", name: "id" }],
    [",attr,omitempty", { place: "attribute", name: "Field", omitEmpty: true }],
    [",omitempty,attr", { place: "attribute", name: "Field", omitEmpty: true }],
    ["urn:a id,attr", { place: "attribute", name: "id", namespace: "urn:a" }],
    [",chardata", { place: "text", name: "Field" }],
    [",cdata", { place: "cdata", name: "Field" }],
    [",innerxml", { place: "innerXml", name: "Field" }],
    [",comment", { place: "comment", name: "Field" }],
    [",any", { place: "any", name: "Field" }],
    [",any,omitempty", { place: "any", name: "Field", omitEmpty: true }],
    [",any,attr", { place: "anyAttribute", name: "Field" }],
    [",attr,any", { place: "anyAttribute", name: "Field" }],
    [",attr,attr", { place: "attribute", name: "Field" }],
    ["Name,", { place: "element", name: "Name" }],
  ])("%j", (text, expected) => {
    const { tag, messages } = parse(text);
    expect(messages).toEqual([]);
    expect(tag).toMatchObject({ kind: "named", parents: [], omitEmpty: false, ...expected });
  });

  test("- keeps a field off the wire", () => {
    expect(parse("-")).toEqual({ tag: { kind: "ignored" }, messages: [] });
  });

  const words = fc.constantFrom(..." , > - a b : ， attr any chardata omitempty".split(" "), " ");

  test("no tag makes it throw, and its messages are in the tag", () => {
    const texts = fc.oneof(
      fc.array(words).map((parts) => parts.join("")),
      fc.string({ unit: "grapheme" }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { report, diagnostics } = collectDiagnostics();
        parseXmlTag(sourceText(text), sourceText("Field"), report);
        expect(areMessagesWithin(diagnostics, 0, text.length)).toBe(true);
      }),
    );
  });
});

function parse(text: string) {
  const { report, diagnostics } = collectDiagnostics();
  const tag = parseXmlTag(sourceText(text), sourceText("Field"), report);
  return { tag, messages: messagesOf(diagnostics) };
}
