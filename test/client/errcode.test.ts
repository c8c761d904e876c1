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

## API calls

Name|Request Type|Response Type|Access Token|URL
-|-|-|-|-
\`execWhole\`|\`Empty\`|\`Embedding\`|-|\`POST /user\`
\`execPlain\`|\`Empty\`|\`Without\`|-|\`POST /user\`
\`execAny\`|\`any\`|\`any\`|-|\`POST /user\`
`,
};

test("the code and the message are in a response where the model has them", async () => {
  const sdk = (await sdkOf([document])) as {
    readonly WorkWx: new (
      options: object,
    ) => Readonly<Record<string, (request?: object) => Promise<unknown>>>;
  };
  const answer = { errcode: 0, errmsg: "ok", name: "张三" };
  const fetch = () => Promise.resolve(Response.json(answer));
  const workwx = new sdk.WorkWx({ corpId: "corp", corpSecret: "a secret", fetch });
  expect(await workwx["whole"]?.()).toEqual({ errCode: 0, errMsg: "ok", name: "张三" });
  expect(await workwx["plain"]?.()).toEqual({ name: "张三" });
  expect(await workwx["any"]?.({})).toEqual(answer);
});
