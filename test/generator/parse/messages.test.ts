import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkSpec } from "../../../generator/project/check.js";
import { parseXml, type XmlElement } from "../../../generator/parse/examples/xml.js";
import { valuesOf } from "../../../generator/parse/examples/xml-values.js";
import type { JsonNode } from "../../../generator/parse/examples/json.js";

function read(text: string) {
  return parseXml({ source: { path: "spec/a.md", text }, start: 0, end: text.length });
}

/** Returns the value of a message, with the digits of numbers marked by `#`. */
function valueOf(texts: readonly string[], documentation = ""): unknown {
  const roots = texts.map((text) => read(text)?.root as XmlElement);
  return valuesOf(roots, () => documentation).values.map(plain);
}

function plain(node: JsonNode): unknown {
  if (node.kind === "list") return node.elements.map(plain);
  if (node.kind === "object")
    return Object.fromEntries(node.members.map(({ name, value }) => [name, plain(value)]));
  return node.kind === "number" ? `#${node.text}` : node.kind === "null" ? null : node.value;
}

/** Checks a page with a message in it. */
function pageOf(message: string, rows = "") {
  const value = `题目\n\n**请求示例：**\n\n\`\`\`\n${message}\n\`\`\`\n\n${rows}`;
  return checkSpec([{ path: "a.md", value }], { dialect: "wecom" });
}

describe("a message in XML", () => {
  test.each([
    ["<xml><A>1</A></xml>", { A: "#1" }],
    ["<xml><A><![CDATA[1]]></A></xml>", { A: "1" }],
    ["<xml><A>12345678901</A></xml>", { A: "12345678901" }],
    ["<xml><A>007</A></xml>", { A: "007" }],
    ["<xml><A>-1.50</A></xml>", { A: "#-1.50" }],
    ["<xml><A></A><B/></xml>", { A: "", B: "" }],
    ["<xml><A>x &amp; y</A></xml>", { A: "x & y" }],
    ["<xml><A>1</A><A>2</A><B>3</B></xml>", { A: ["#1", "#2"], B: "#3" }],
    ["<xml><L><item>1</item></L></xml>", { L: ["#1"] }],
    ["<xml><Nodes><Node><A>1</A></Node></Nodes></xml>", { Nodes: [{ A: "#1" }] }],
    ["<xml><Job><Id>1</Id></Job></xml>", { Job: { Id: "#1" } }],
    ["<xml><L><item><item>1</item></item></L></xml>", { L: [{ item: "#1" }] }],
  ])("%s", (text, value) => {
    expect(valueOf([text])).toEqual([value]);
  });

  test("an element is a list in one message if it is repeated in another", () => {
    const texts = [
      "<xml><A><B>1</B></A><C/></xml>",
      "<xml><A><B>1</B><B>2</B></A><C><D>1</D></C></xml>",
    ];
    expect(valueOf(texts)).toEqual([
      { A: ["#1"], C: null },
      { A: ["#1", "#2"], C: { D: "#1" } },
    ]);
  });

  test.each([
    ["<xml><A>13800000000</A></xml>", "64位整型", "#13800000000"],
    ["<xml><A><![CDATA[1]]></A></xml>", "应用编号，整型", "#1"],
    ["<xml><A>1380000000</A></xml>", "手机号", "1380000000"],
    ["<xml><A>1</A></xml>", "字符串", "1"],
  ])("%s with the row %s", (text, row, value) => {
    expect(valueOf([text], row)).toEqual([{ A: value }]);
  });

  test("any text is read without an exception", () => {
    const piece = fc.constantFrom(
      "<xml>",
      "</xml>",
      "<A>",
      "</A>",
      "<![CDATA[",
      "]]>",
      "&",
      "1",
      "<",
      "\0",
      "<!--",
      "<?xml",
      "<!DOCTYPE x [",
      "…",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = `<xml>${pieces.join("")}`;
        const example = read(text);
        for (const { range } of example?.mistakes ?? []) {
          expect(range.start).toBeLessThanOrEqual(range.end);
          expect(range.end).toBeLessThanOrEqual(text.length);
        }
        pageOf(text);
      }),
      { numRuns: 200 },
    );
  });
});

test("rows about the elements of lists are those of the lists, by any part of their path", () => {
  const message =
    "<xml><MsgType>a</MsgType><Info><Nodes><Node><State>1</State><Items><Item><Name>x</Name></Item></Items></Node></Nodes>" +
    "<Copies><Copy><Name>y</Name></Copy></Copies></Info></xml>";
  const names = [
    "MsgType",
    "Nodes",
    "Nodes.Node",
    "Node.State",
    "Node.Items.Item",
    "Item.Name",
    "Copies",
    "Name",
  ];
  const table = ["参数|说明", "---|---", ...names.map((name) => `${name}|a ${name}`)].join("\n");
  const { api, diagnostics } = pageOf(message, table);
  expect(diagnostics.map(({ sentence }) => sentence)).toEqual([]);
  const fields = api.documents.flatMap(({ declarations }) =>
    declarations.flatMap((model) =>
      model.kind === "model"
        ? model.fields.map(({ owner, name, documentation }) => `${owner}.${name}: ${documentation}`)
        : [],
    ),
  );
  expect(fields).toEqual([
    "AMessage.MsgType: a MsgType",
    "AMessage.Info: ",
    "AMessageInfo.Nodes: a Nodes\na Nodes.Node",
    "AMessageInfo.Copies: a Copies",
    "AMessageInfoNodes.State: a Node.State",
    "AMessageInfoNodes.Items: a Node.Items.Item",
    "AMessageInfoNodesItems.Name: a Item.Name",
    "AMessageInfoCopies.Name: a Name",
  ]);
});

describe("names of messages", () => {
  test.each([
    ["<MsgType>text</MsgType>", "text"],
    ["<MsgType>event</MsgType><Event>enter_agent</Event>", "enterAgent"],
    ["<MsgType>event</MsgType><Event>LOCATION</Event>", "locationEvent"],
    [
      "<MsgType>event</MsgType><Event>change_contact</Event><ChangeType>create_user</ChangeType>",
      "createUser",
    ],
    [
      "<MsgType>event</MsgType><Event>change_external_chat</Event><ChangeType>create</ChangeType>",
      "createExternalChat",
    ],
    ["<InfoType>suite_ticket</InfoType>", "suiteTicket"],
    ["<InfoType>create_auth</InfoType>", "suiteCreateAuth"],
  ])("%s is %s", (fields, name) => {
    const { api } = pageOf(`<xml>${fields}</xml>`);
    const callbacks = api.documents.flatMap((document) => document.callbacks);
    expect(callbacks.map((callback) => callback.name)).toEqual([name]);
  });
});

test.each([
  ["JSON", `{"a":${"[".repeat(20_000)}${"]".repeat(20_000)}}`],
  ["XML", `<xml><MsgType>a</MsgType>${"<a>".repeat(20_000)}${"</a>".repeat(20_000)}</xml>`],
])("examples of %s that are nested deeply are told", (language, text) => {
  expect(pageOf(text).diagnostics.map(({ sentence }) => sentence)).toContain(
    `Unexpected mistake in an example of ${language}: more than 100 levels`,
  );
});
