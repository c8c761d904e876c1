import { expect, test } from "vitest";
import { sdkOf } from "../support/sdk.js";

const document = {
  path: "user.md",
  value: `# 成员

## Models

### \`Empty\`

### \`Common\`

Name|JSON|Type
-|-|-
\`ErrCode\`|\`errcode\`|\`int\`
\`ErrMsg\`|\`errmsg\`|\`string\`

### \`Embedding\`

Name|JSON|Type
-|-|-
\`\`|\`\`|\`Common\`
\`Name\`|\`name\`|\`string\`

### \`Without\`

Name|JSON|Type
-|-|-
\`Name\`|\`name\`|\`string\`

\`\`\`go
type List = []Without
\`\`\`

## API calls

Name|Request Type|Response Type|Access Token|URL
-|-|-|-|-
\`execWhole\`|\`Empty\`|\`Embedding\`|-|\`POST /user\`
\`execPlain\`|\`Empty\`|\`Without\`|-|\`POST /user\`
\`execList\`|\`Empty\`|\`List\`|-|\`POST /user\`
\`execAny\`|\`any\`|\`any\`|-|\`POST /user\`
`,
};

interface Sdk extends Readonly<Record<string, unknown>> {
  readonly WorkWx: new (
    options: object,
  ) => Readonly<Record<string, (request?: object) => Promise<unknown>>>;
}

test("the code and the message are in a response where the model has them", async () => {
  const sdk = (await sdkOf([document])) as Sdk;
  const answer = { errcode: 0, errmsg: "ok", name: "张三" };
  const fetch = () => Promise.resolve(Response.json(answer));
  const workwx = new sdk.WorkWx({ corpId: "corp", corpSecret: "a secret", fetch });
  expect(await workwx["whole"]?.()).toEqual({ errCode: 0, errMsg: "ok", name: "张三" });
  expect(await workwx["plain"]?.()).toEqual({ name: "张三" });
  expect(await workwx["any"]?.({})).toEqual(answer);
});

test("an answer may be a list, where it is documented", async () => {
  const sdk = (await sdkOf([document])) as Sdk;
  const workwx = new sdk.WorkWx({ corpId: "corp", corpSecret: "a secret", fetch: fetchList });
  expect(await workwx["list"]?.()).toEqual([{ name: "张三" }]);
  expect(await workwx["any"]?.({})).toEqual([{ name: "张三" }]);
  await expect(workwx["plain"]?.()).rejects.toThrow(
    "plain: expected JSON of the API, got application/json",
  );
});

function fetchList(): Promise<Response> {
  return Promise.resolve(Response.json([{ name: "张三" }]));
}
