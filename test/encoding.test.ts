import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkSpec } from "../generator/project/check.js";
import { diagnosticsOf } from "../generator/report/json.js";
import { reasonOf } from "../generator/source/diagnostic.js";
import { decodeText } from "../generator/read/encoding.js";
import { encode } from "./support/encode.js";

const simplified = "# 成员\r\n\r\n## Models\r\n\r\n### `User` 成员的资料\r\n";
const traditional = "# 成員\n\n## Models\n\n### `User` 使用者的資料\n";
const german = "# Über\n\n## Models\n\n### `User` Schlüssel für das Café\n";
const real = readFileSync(new URL("../spec/external_contact.md", import.meta.url), "utf8");
const mark = (text: string) => `\uFEFF${text}`;

describe("a text that is not UTF-8", () => {
  test.each([
    ["GB18030 (GBK)", "gb18030", simplified],
    ["GB18030 (GBK)", "gbk", real],
    ["GB18030 (GBK)", "gbk", "# 中\n"],
    ["Big5", "big5", traditional],
    ["Big5", "big5", "# 員\n"],
    ["UTF-16 LE", "utf-16le", mark(simplified)],
    ["UTF-16 BE", "utf-16be", mark(traditional)],
    ["UTF-16 LE", "utf-16le", simplified],
    ["UTF-16 BE", "utf-16be", real],
    ["UTF-16 LE", "utf-16le", "# Topic\n\n## Models\n"],
    ["UTF-16 BE", "utf-16be", "# Topic\n\n## Models\n"],
    ["Latin-1", "latin1", german],
  ])("is %s (%s), and is read as that", (name, encoding, text) => {
    const { value, encodingError } = decodeText(encode(text, encoding));
    expect(encodingError?.encoding).toBe(name);
    expect(value).toBe(text.replace(/^\uFEFF/, ""));
  });

  test("is damaged UTF-8 if most of it is right", () => {
    const bytes = Buffer.from(simplified);
    const at = bytes.indexOf("的");
    bytes[at + 1] = 0x41;
    const { encodingError } = decodeText(bytes);
    expect(encodingError).toEqual({
      offset: simplified.indexOf("的"),
      byte: 0xe7,
      encoding: undefined,
    });
    expect(decodeText(Buffer.from(simplified).subarray(0, -3)).encodingError?.byte).toBe(0xe6);
  });
});

test("a file that is not text is told, and nothing of it is read", () => {
  const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0xff]);
  const { value, encodingError } = decodeText(bytes);
  expect(value).toBe("");
  const { diagnostics } = checkSpec([{ path: "a.md", value, encodingError }]);
  expect(diagnostics.map(reasonOf)).toContain(
    "Unexpected byte `0x89`, expected text in UTF-8; the document is probably not text; save it as UTF-8",
  );
});

test.each([
  ["", ""],
  ["ASCII", "# T\n"],
  ["Chinese", real],
  ["with a byte-order mark", mark(simplified)],
  ["with a stray NUL", "# T\0opic and more text\n"],
])("a text in UTF-8 is what it is: %s", (_name, text) => {
  expect(decodeText(Buffer.from(text))).toEqual({ value: text });
});

test("the place is that of the first wrong byte, whatever ends the lines", () => {
  const text = `# Topic\r\n\r\n## Models\r\n\r\n### \`User\` ${"x".repeat(99)} 中文\r\n`;
  for (const encoding of ["gbk", "big5", "utf-16le"]) {
    const { value, encodingError } = decodeText(encode(text, encoding));
    const { diagnostics } = checkSpec([{ path: "a.md", value, encodingError }]);
    const message = diagnosticsOf(diagnostics).find(({ rule }) => rule === "invalid-encoding");
    const [line, column] = encoding === "utf-16le" ? [1, 1] : [5, 112];
    expect(message).toMatchObject({ line, column });
  }
});
