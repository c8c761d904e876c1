// The same from plain JavaScript.
import { WorkWx } from "workwx-sdk";

const workwx = new WorkWx({
  corpId: "corp",
  corpSecret: "s3cret+/=%",
  baseUrl: process.argv[2],
});

console.log(JSON.stringify(await workwx.externalContactList({ userId: "zhang" })));
