import { describe, expect, test } from "vitest";
import type { CallbackReceiver } from "../../templates/typescript/src/callbacks/index.js";
import { post, receiver, replyIn } from "../support/callback-sender.js";
import { sdkOf } from "../support/sdk.js";

const SPEC = `# Messages in XML and in JSON

## Models

### \`envelope\`

Name|JSON|XML|Type
-|-|-|-
\`Type\`|\`type\`|\`Type\`|\`int32\`
\`Detail\`|\`detail\`|\`Detail\`|\`*detail\`
\`On\`|\`on\`|\`On\`|\`bool\`

### \`detail\`

Name|JSON|XML|Type
-|-|-|-
\`Code\`|\`code\`|\`Code,attr\`|\`string\`
\`Name\`|\`name\`|\`A>Name\`|\`string\`

### \`content\`

Name|JSON|XML|Type
-|-|-|-
\`Values\`|\`v\`|\`V\`|\`[]int64\`

## Callbacks

Name|Envelope|Message|Type|On|Detail.Name
-|-|-|-|-|-
\`on\`|\`envelope\`|\`content\`|\`1\`|\`true\`||
\`named\`|\`envelope\`|\`content\`|\`2\`||\`"x"\`
\`off\`|\`envelope\`|\`content\`|\`1\`|\`false\`||
\`zero\`|\`envelope\`||\`0\`|||

Name|Envelope|Reply|Type
-|-|-|-
\`one\`|\`envelope\`|\`content\`|\`1\`
\`two\`|\`envelope\`|\`content\`|\`2\`
`;

interface Message {
  readonly kind: string;
}

const sdk = await sdkOf([{ path: "spec/messages.md", value: SPEC }], { int64: "bigint" });
const parseCallback = sdk["parseCallback"] as (text: string) => Message;
const Callbacks = sdk["Callbacks"] as new (options: object) => CallbackReceiver<Message, object>;

describe("messages in both forms", () => {
  test.each([
    '{"type":1,"on":true,"v":[4561255354251345929]}',
    "<xml><Type>1</Type><On>true</On><V>4561255354251345929</V></xml>",
  ])("%s keeps its digits", (text) => {
    expect(parseCallback(text)).toMatchObject({ kind: "on", values: [4561255354251345929n] });
  });

  test.each([
    ['{"type":1,"on":true}', "on"],
    ['{"type":1}', "off"],
    ['{"type":1,"on":null}', "off"],
    ['{"type":2,"detail":{"name":"x"}}', "named"],
    ['{"type":2,"detail":null}', "unknown"],
    ["{}", "zero"],
    ["<xml><Type> 01 </Type><On>1</On></xml>", "on"],
    ["<xml><Type>+1</Type><On> TRUE</On></xml>", "on"],
    ["<xml><Type>1</Type><On>f</On></xml>", "off"],
    ["<xml><Type>1</Type><On/></xml>", "off"],
    ["<xml><Type>1</Type><On>yes</On></xml>", "unknown"],
    ["<xml><Type>2</Type><Detail Code='c'><A><Name>x</Name></A></Detail></xml>", "named"],
    ["<xml><Type>2</Type><Detail><A><Name>y</Name><Name>x</Name></A></Detail></xml>", "named"],
    ["<xml><Type>2</Type><Detail><Name>x</Name></Detail></xml>", "unknown"],
    ["<xml>text</xml>", "zero"],
    ["<xml><Type>many</Type></xml>", "unknown"],
  ])("%s is of the kind %s", (text, kind) => {
    expect(parseCallback(text).kind).toBe(kind);
  });

  test.each([
    ['{"type":0}', '{"type":2,"on":false,"v":[4561255354251345929]}'],
    ["<xml/>", "<xml><Type>2</Type><On>false</On><V>4561255354251345929</V></xml>"],
  ])("the reply to %s has its form", async (text, reply) => {
    const received = await new Callbacks(receiver).receive(post(text));
    const { body } = await received.reply({ type: 2, on: false, values: [4561255354251345929n] });
    expect(replyIn(body)).toBe(reply);
  });
});
