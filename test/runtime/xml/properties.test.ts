import * as fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import type { Init } from "../../../templates/typescript/src/runtime/index.js";
import { parseMembers } from "../../../templates/typescript/src/runtime/xml/members.js";
import { safeParse } from "../../../templates/typescript/src/runtime/xml/decode.js";
import * as readXml from "../../../templates/typescript/src/runtime/xml/read.js";
import { sampleCodec, type Sample } from "./sample.js";

/** Text of any characters that XML allows. */
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(..."ab<>&\"' \t\r\n]]>中é"),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }).filter((character) => {
      return !/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(character);
    }),
  ),
});

const { sample } = fc.letrec<{ sample: Sample }>((tie) => ({
  sample: fc.record({
    key: text,
    name: text,
    count: fc.maxSafeInteger(),
    id: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    children: fc.oneof(
      { maxDepth: 3 },
      fc.constant<Sample[]>([]),
      fc.array(tie("sample"), { maxLength: 3 }),
    ),
    tags: fc.array(text),
  }),
}));

/** Pieces of which most texts are almost well-formed. */
const piece = fc.constantFrom(
  "<a>",
  "</a>",
  "<b x='1'>",
  '<b y = "2" />',
  "</b>",
  "</b >",
  "<c/>",
  "<中>",
  "</中>",
  "text",
  " ",
  "\r\n",
  "中",
  "&amp;",
  "&#x41;",
  "&#65;",
  "&bad;",
  "&",
  "&#0;",
  "&#xD800;",
  "<!-- c -->",
  "<!---->",
  "<!-- -- -->",
  "<![CDATA[ <x> ]]>",
  "<![CDATA[",
  "]]>",
  "<?p i?>",
  "<",
  ">",
  "</",
  "/>",
  "'",
  "=",
  "<a x=1>",
  "<a x>",
  "<1>",
  "<a x='<'>",
  "<a-b.c:d/>",
);
const pieces = fc.array(piece, { maxLength: 12 }).map((list) => list.join(""));
const documents = fc.oneof(
  pieces,
  pieces.map((inside) => `<r>${inside}</r>`),
  fc
    .array(pieces, { maxLength: 4 })
    .map((list) => `<r>${list.map((inside) => `<i>${inside}</i>`).join("")}</r>`),
);

describe("values", () => {
  test("come back from their text", () => {
    fc.assert(
      fc.property(sample, (value) => {
        expect(sampleCodec.parse(sampleCodec.stringify(value))).toEqual(value);
        expect(sampleCodec.create(value)).toEqual(value);
      }),
    );
  });

  test("have texts that saxes reads", () => {
    fc.assert(
      fc.property(sample, (value) => {
        expect(isWellFormed(sampleCodec.stringify(value))).toBe(true);
      }),
    );
  });
});

describe("texts", () => {
  test("that are well-formed to saxes are so here, and no others", () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect([document, sampleCodec.safeParse(document).ok]).toEqual([
          document,
          isWellFormed(document),
        ]);
      }),
      { numRuns: 3000 },
    );
  });

  test("never throw anything but a DecodeError", () => {
    const mutated = fc
      .tuple(sample, fc.array(fc.tuple(fc.nat(), fc.nat(4), fc.oneof(piece, fc.string()))))
      .map(([value, edits]) =>
        edits.reduce(
          (document, [at, length, inserted]) => {
            const start = at % (document.length + 1);
            return document.slice(0, start) + inserted + document.slice(start + length);
          },
          sampleCodec.stringify(value as Init<Sample>),
        ),
      );
    fc.assert(
      fc.property(mutated, (document) => {
        const result = sampleCodec.safeParse(document);
        const messages = result.ok ? [] : result.issues.map(({ message }) => message);
        const odd = messages.filter(
          (message) => !/^expected .* at line \d+, column \d+$/.test(message),
        );
        expect(odd).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("time is linear in the length", () => {
  test.each([
    "<a>",
    "<!--",
    "<![CDATA[",
    "<!",
    "<!<!--",
    "<?a",
    "&",
    "&#x",
    "&amp;",
    "<a b='",
    "<a b='c' ",
    "<a b='c'/>",
    "]]>",
    "]]",
    " ",
    "\r",
    "\u3000",
    "0",
    "<Count>x</Count>\n",
    "<Count>\n",
    "'",
    "<a:b:",
    "<!'",
    '<!"<',
    "a".repeat(64),
    "<Id>1</Id>",
    "<p:a xmlns:p='u'/>",
  ])("%j", (part) => {
    for (const frame of [
      "",
      "<xml>",
      "<xml><Count>",
      "<xml><Count> ",
      "<xml a='",
      "<!DOCTYPE [",
      "<?xml ",
    ]) {
      const read = (length: number) =>
        sampleCodec.safeParse(frame + part.repeat(length / part.length));
      expect([frame, isLinear(read)]).toEqual([frame, true]);
    }
  });
});

test.each(["<C>x<B>y</B></C>", "<C>x\n<B>y</B></C>\n"])(
  "time is linear in the number of issues that go back in the text: %j",
  (part) => {
    const read = (length: number) => {
      const document = `<xml>${part.repeat(length / part.length)}</xml>`;
      return safeParse(() => readXml.content(readItem), document);
    };
    expect(isLinear(read)).toBe(true);
  },
);

/** Reads the integer in the text of an element after those in its children. */
function readItem(): number {
  const text = readXml.content(() => readXml.int(readXml.content()));
  return readXml.int(text);
}

/** Whether twenty times the length takes less than sixty times as long; a busy machine gets more tries. */
function isLinear(read: (length: number) => unknown): boolean {
  const isFast = () => timeOf(() => read(200_000)) < 60 * timeOf(() => read(10_000)) + 30;
  return Array.from({ length: 10 }).some(isFast);
}

function isWellFormed(document: string): boolean {
  let isGood = true;
  const parser = new SaxesParser();
  parser.on("error", () => {
    isGood = false;
  });
  parser.write(document).close();
  return isGood;
}

function timeOf(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

test("members are those that a reader of all of them finds", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom("A", "B", "中", "__proto__"), text), (members) => {
      const document = Object.entries(members).map(([name, value]) =>
        sampleCodec.stringify({ name: value }, name),
      );
      expect([...parseMembers(`<xml>${document.join("")}</xml>`).keys()]).toEqual(
        Object.keys(members),
      );
    }),
  );
});
