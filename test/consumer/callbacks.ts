/** Receives callbacks as the documentation shows; the arguments are the settings, and the address of the API. */
import { WorkWx } from "workwx-sdk";
import { Callbacks, type CallbacksOptions } from "workwx-sdk/callbacks";

declare const process: { readonly argv: readonly string[] };

const [, , settings = "", baseUrl] = process.argv;
const { token, encodingAesKey, receiveId } = JSON.parse(settings) as CallbacksOptions<unknown>;
const workwx = new WorkWx({ corpId: "corp", corpSecret: "s3cret+/=%", baseUrl });

const callbacks = new Callbacks({ token, encodingAesKey, receiveId });
export const GET = (request: Request) => callbacks.handle(request);
export const POST = (request: Request) =>
  callbacks.handle(request, async (message) => {
    switch (message.kind) {
      case "text":
        return { msgType: "text", content: `收到 ${message.content}` };
      case "addExternalContact":
        await workwx.externalContactGet({ externalUserId: message.externalUserId });
        return;
      case "unknown":
        return;
    }
  });
