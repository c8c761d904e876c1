import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { collectDiagnostics } from "../../../generator/source/diagnostic.js";
import { parseTag } from "../../../generator/go/tag.js";
import { areMessagesWithin, messagesOf, sourceText } from "./support.js";

const NO_SPACES = "expected a name without spaces, quotes and back-slashes";
const ONLY_NAMES = "expected a name of letters, digits and ASCII punctuation";
const OPTION = "expected the option `omitempty` or `string`";

describe("tags of encoding/json", () => {
  test.each([
    ["name", "name", ""],
    ["name,omitempty", "name", "omitempty"],
    ["name,string", "name", "string"],
    ["name,string,omitempty", "name", "omitempty string"],
    ["", "Field", ""],
    [",omitempty", "Field", "omitempty"],
    ["-,", "-", ""],
    ["-,omitempty", "-", "omitempty"],
    ["字段_2", "字段_2", ""],
    ["!#$%&()*+-./:;<=>?@[]^_{|}~", "!#$%&()*+-./:;<=>?@[]^_{|}~", ""],
  ])("%j", (text, wireName, options) => {
    const { tag, messages } = parse(text);
    expect(messages).toEqual([]);
    expect(tag).toMatchObject({
      kind: "named",
      wireName: { text: wireName },
      omitEmpty: options.includes("omitempty"),
      quoted: options.includes("string"),
    });
  });

  test("- keeps a field off the wire", () => {
    expect(parse("-")).toEqual({ tag: { kind: "ignored" }, messages: [] });
  });

  test("the wire name has the range of the name", () => {
    const { tag } = parse("userid,omitempty");
    expect(tag).toMatchObject({ wireName: { range: { start: 0, end: 6 } } });
  });
});

describe("invalid-tag", () => {
  test.each([
    ["id,omitemty", `1:4-1:12 Unexpected tag \`omitemty\`, ${OPTION}; did you mean \`omitempty\`?`],
    [
      "id,OmitEmpty",
      `1:4-1:13 Unexpected tag \`OmitEmpty\`, ${OPTION}; did you mean \`omitempty\`?`,
    ],
    ["id,string,x", `1:11-1:12 Unexpected tag \`x\`, ${OPTION}`],
    [" id", `1:1-1:4 Unexpected tag \` id\`, ${NO_SPACES}`],
    ["a b,string", `1:1-1:4 Unexpected tag \`a b\`, ${NO_SPACES}`],
    ['a"b', `1:1-1:4 Unexpected tag \`a"b\`, ${NO_SPACES}`],
    ["a'b", `1:1-1:4 Unexpected tag \`a'b\`, ${NO_SPACES}`],
    ["a\\b", `1:1-1:4 Unexpected tag \`a\\b\`, ${NO_SPACES}`],
    ["价格€", `1:1-1:4 Unexpected tag \`价格€\`, ${ONLY_NAMES}`],
    [
      "id，omitempty",
      `1:1-1:13 Unexpected tag \`id，omitempty\`, ${ONLY_NAMES}; write the comma as \`,\``,
    ],
  ])("%j", (text, message) => {
    const { tag, messages } = parse(text);
    expect(messages).toEqual([message.replace(" ", " invalid-tag: ")]);
    // The reading goes on, so that one mistake does not make others.
    expect(tag.kind).toBe("named");
  });
});

test("a tag without a message is one that Go takes as it is written", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const { report, diagnostics } = collectDiagnostics();
      const tag = parseTag(sourceText(text), sourceText("Field"), report);
      expect(areMessagesWithin(diagnostics, 0, text.length)).toBe(true);
      if (tag.kind === "ignored" || diagnostics.length > 0) return;
      expect(tag.wireName.text).toMatch(/^[\p{L}\p{Nd}!#$%&()*+\-./:;<=>?@[\]^_{|}~]+$/u);
    }),
  );
});

function parse(text: string) {
  const { report, diagnostics } = collectDiagnostics();
  const tag = parseTag(sourceText(text), sourceText("Field"), report);
  return { tag, messages: messagesOf(diagnostics) };
}
