import { describe, expect, test } from "vitest";
import { DecodeError } from "../../../templates/typescript/src/runtime/index.js";
import { parseMembers } from "../../../templates/typescript/src/runtime/xml/members.js";
import { issuesOf, sampleCodec } from "./sample.js";

const zero = { key: "", name: "", count: 0, id: 0n, children: [], tags: [] };

describe("a text", () => {
  test("with everything that a document may have", () => {
    const text =
      '\ufeff<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE xml [<!ENTITY e "<x>"> <!-- > -->]>\r\n' +
      "<s:xml xmlns:s='urn:s' key='a&#x4e2d;&quot;'><!-- <Name>no</Name> -->" +
      "<Name>a<![CDATA[<&]]>b<x>no<y/></x><?pi?>\r\nc</Name ><Unknown><Name>no</Name></Unknown>" +
      "<Count> +42 </Count><Id>-9223372036854775808</Id><Child/><Child key='b'><Name/></Child>" +
      "<Tags><Tag>1</Tag>text<Other/><Tag/></Tags></s:xml>\n<!-- end -->\n";
    expect(sampleCodec.parse(text)).toEqual({
      key: '\u0061中"',
      name: "a<&b\nc",
      count: 42,
      id: -(2n ** 63n),
      children: [zero, { ...zero, key: "b" }],
      tags: ["1", ""],
    });
  });

  test("of no model, by the names of its members", () => {
    const text = "<xml><A>1</A><B><C>no</C>2</B><A>3</A><__proto__>p</__proto__></xml>";
    expect([...parseMembers(text)]).toEqual([
      ["A", "3"],
      ["B", "2"],
      ["__proto__", "p"],
    ]);
    expect(() => parseMembers("<xml>")).toThrow(DecodeError);
  });

  test("that is longer than allowed", () => {
    expect(sampleCodec.safeParse("<xml/>", { maxLength: 6 }).ok).toBe(true);
    expect(sampleCodec.safeParse("<xml/>", { maxLength: NaN }).ok).toBe(false);
    expect(sampleCodec.safeParse("<xml />", { maxLength: 6 })).toEqual({
      ok: false,
      issues: [{ path: [], message: "expected at most 6 characters, got 7" }],
    });
  });

  test("that is no text", () => {
    expect(() => sampleCodec.parse(undefined as never)).toThrow(
      new DecodeError([{ path: [], message: "expected XML text, got undefined" }]),
    );
    expect(sampleCodec["~standard"].validate({})).toEqual({
      issues: [{ path: [], message: "expected XML text, got object" }],
      ok: false,
    });
  });

  test("by a function without its codec", () => {
    const { parse } = sampleCodec;
    expect(parse("<xml><Count>1</Count></xml>")).toEqual({ ...zero, count: 1 });
  });
});

describe("issues", () => {
  test("have a path, a line and a column", () => {
    const text =
      "<xml>\n<Child><Count>1</Count></Child>\n  <Child><Count>x</Count></Child>\r\n" +
      "<Child><Tags><Tag/></Tags><Child key='k'><Id>9223372036854775808</Id></Child></Child>\n" +
      "<Count>1e3</Count></xml>";
    expect(issuesOf(text)).toEqual([
      'xml.Child.1.Count: expected integer, got "x" at line 3, column 17',
      'xml.Child.2.Child.0.Id: expected int64, got "9223372036854775808" at line 4, column 46',
      'xml.Count: expected integer, got "1e3" at line 5, column 8',
    ]);
    expect(() => sampleCodec.parse(text)).toThrow(/^xml\.Child\[1\]\.Count: expected integer/);
  });

  test("end with the first error of the syntax", () => {
    expect(issuesOf("<xml><Count>x</Count>\n<Name>&nbsp;</Name><Count>y</Count></xml>")).toEqual([
      'xml.Count: expected integer, got "x" at line 1, column 13',
      'xml.Name: expected a reference such as &amp;, got "&nbsp;" at line 2, column 7',
    ]);
  });

  test.each([
    ["<xml></xml>x", ': expected one element alone, got "x" at line 1, column 12'],
    ["<xml/>\n<xml/>", ': expected the end, got "<xml/>" at line 2, column 1'],
    ["<xml><S>", "xml.S: expected </S>, got the end at line 1, column 9"],
    ["<xml><S>a</N>", 'xml.S: expected </S>, got "</N>" at line 1, column 10'],
    ["<xml a=b/>", 'xml: expected a quote, got "b/>" at line 1, column 8'],
    ["<xml a='<'/>", 'xml: expected &lt;, got "<\'/>" at line 1, column 9'],
    ["a\n\u0001", ': expected a character of XML, got "\\u0001" at line 2, column 1'],
    ["\ud800", ': expected a character of XML, got "\\ud800" at line 1, column 1'],
    ["", ": expected an element, got the end at line 1, column 1"],
    ["</xml>", ': expected the start tag of the root element, got "</xml>" at line 1, column 1'],
    [
      '<?xml version="1.1"?><a/>',
      ': expected XML 1.0 in UTF-8, got "<?xml version=\\"1.1\\"?>" at line 1, column 1',
    ],
  ])("%j", (text, issue) => {
    expect(issuesOf(text)).toEqual([issue]);
  });

  test("are at most a hundred", () => {
    expect(issuesOf(`<xml>${"<Count>x</Count>\n".repeat(500)}</xml>`)).toHaveLength(100);
  });
});

test("an attribute that is written twice has its last value, as in Go, though XML forbids it", () => {
  expect(sampleCodec.parse('<xml key="a" key="b"/>').key).toBe("b");
});

describe("depth", () => {
  test("is unlimited where nobody reads", () => {
    expect(sampleCodec.parse(nested("Unknown", 200_000)).count).toBe(1);
    expect(issuesOf("<Unknown>".repeat(200_000))).toHaveLength(1);
  });

  test("is limited where readers recur", () => {
    expect(sampleCodec.parse(nested("Child", 999)).count).toBe(1);
    expect(issuesOf(nested("Child", 1001)).join()).toMatch(
      /: expected at most 1000 nested elements/,
    );
    expect(issuesOf(nested("Child", 200_000))).toHaveLength(1);
  });
});

function nested(name: string, times: number): string {
  return `<xml>${`<${name}>`.repeat(times)}${`</${name}>`.repeat(times)}<Count>1</Count></xml>`;
}
