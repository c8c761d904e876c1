/** Calls a server, whose address is the argument; prints what it got as JSON. */
import { externalContactList, RateLimitError, WorkWx, WorkWxError } from "workwx-sdk";
import { explanationOf } from "workwx-sdk/error-codes";

declare const process: { readonly argv: readonly string[] };

const workwx = new WorkWx({
  corpId: "corp",
  corpSecret: "s3cret+/=%",
  baseUrl: process.argv[2],
});

const signal = new AbortController().signal;
const { externalUserId } = await workwx.externalContactList({ userId: "zhang" }, { signal });
const again = await externalContactList(workwx, { userId: "zhang" });

let explanation: string | undefined;
try {
  await workwx.mediaUpload({ type: "file" as never }, { name: "a.txt", data: new Uint8Array(3) });
} catch (error) {
  if (error instanceof WorkWxError) explanation = explanationOf(error.errcode);
  if (error instanceof RateLimitError) throw error;
}

// @ts-expect-error -- a request has the types of the documentation
const wrong = () => workwx.externalContactList({ userId: 1 });

console.log(JSON.stringify({ externalUserId, again, explanation, wrong: typeof wrong }));
