import { beforeAll, expect, test } from "vitest";
import type { SpecFile } from "../../generator/source/spec-file.js";
import { sdkOf } from "../support/sdk.js";

const document: SpecFile = {
  path: "message.md",
  value: `# 消息

## Models

### \`Message\` 消息

Name|JSON|Type
-|-|-
\`ID\`|\`id\`|\`int64\`
\`Cursor\`|\`cursor,omitempty\`|\`string\`
\`NextCursor\`|\`next_cursor,omitempty\`|\`string\`

## API calls

Name|Request Type|Response Type|Access Token|URL
-|-|-|-|-
\`execSend\`|\`Message\`|\`Message\`|-|\`POST /send\`
\`execFind\`|\`Message\`|\`Message\`|-|\`GET /find\`
`,
};

interface Message {
  readonly id: bigint;
  readonly nextCursor?: string;
}

type Send = (client: unknown, message: Message) => Promise<Message>;

let sdk: {
  readonly WorkWx: new (options: object) => unknown;
  readonly send: Send;
  readonly find: Send;
  readonly sendPages: (client: unknown, message: Message) => AsyncIterable<Message>;
};

beforeAll(async () => {
  sdk = (await sdkOf([document], { int64: "bigint" })) as never;
});

const id = 9_007_199_254_740_993n;

/** A client whose server sends back what it gets, or the text of an answer. */
function clientOf(answer?: string) {
  const sent: string[] = [];
  const fetch = (url: string, { body = "" }: { body?: string }) => {
    sent.push(url, body);
    return Promise.resolve(new Response(answer ?? body));
  };
  return { sent, workwx: new sdk.WorkWx({ corpId: "c", corpSecret: "a secret", fetch }) };
}

test("integers that no number holds come through with all digits, both ways", async () => {
  const { sent, workwx } = clientOf();
  expect(await sdk.send(workwx, { id })).toMatchObject({ id });
  expect(sent[1]).toBe('{"id":9007199254740993}');
});

test("… on all pages", async () => {
  const { workwx } = clientOf(`{"id":${id}}`);
  const ids: bigint[] = [];
  for await (const message of sdk.sendPages(workwx, { id })) ids.push(message.id);
  expect(ids).toEqual([id]);
});

test("… in the query of a GET, and in the answer to it", async () => {
  const { sent, workwx } = clientOf(`{"id":${id}}`);
  expect(await sdk.find(workwx, { id })).toMatchObject({ id });
  expect(sent[0]).toMatch(/\?id=9007199254740993$/);
});

test("what is wrong in them is an error of the call", async () => {
  const { workwx } = clientOf(`{"id":"${id}"}`);
  await expect(sdk.send(workwx, { id })).rejects.toThrow("send: id: expected int64, got string");
});
