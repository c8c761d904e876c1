import type { Callbacks } from "../plan/plan.js";
import { literal, stringLiteral } from "./literal.js";

const GUIDE =
  "`token` and `encodingAesKey` are those of the page in the administration of WeCom that asks for your URL; `receiveId` is the\n" +
  "CorpID, the SuiteID of a suite, or an empty text for smart bots. Each may be a list, while you change it. Start the receiver\n" +
  "before you save the page, for WeCom verifies the URL at once.\n\n" +
  "A handler returns a reply, which is encrypted and signed, a text, a `Response`, or nothing, which confirms the message. A message that the\n" +
  "specification does not describe is of the kind `unknown`. Servers without `Request` pass `receive({ query, body })` the text or the bytes of a body.\n\n" +
  "WeCom waits for five seconds, and sends a message up to three times more. While `handle` runs the handler of a message, a repetition waits for\n" +
  "the answer of that handler; the option `seen` recognizes later repetitions, and `forget` takes it back where a handler has failed. A request that is\n" +
  "forged or broken gets 403 without a body, and `onError` a `CallbackError` whose `kind` says why. `maxAge` and `maxBytes` are limits of age and size.";

/** Returns how to receive the messages of the server. */
export function callbackUsage({ messages, replies }: Callbacks, packageName: string): string {
  const [message] = messages;
  const answer = replies.find(({ specName }) => specName === message?.specName) ?? replies[0];
  const values = answer?.values.map(({ property, value }) => `${property}: ${literal(value)}`);
  const lines = [
    `import { Callbacks } from "${packageName}/callbacks";`,
    "",
    "const callbacks = new Callbacks({ token, encodingAesKey, receiveId });",
    "export const GET = (request: Request) => callbacks.handle(request); // verifies the URL",
    "export const POST = (request: Request) =>",
    "  callbacks.handle(request, async (message) => {",
    "    switch (message.kind) {",
    ...(message === undefined ? [] : [`      case ${stringLiteral(message.specName)}:`]),
    values === undefined
      ? "        return; // confirms the message"
      : `        return { ${[...values, "…"].join(", ")} }; // encrypted and signed`,
    '      case "unknown":',
    "        return; // not in the specification",
    "      default:",
    "        return; // confirms the message",
    "    }",
    "  });",
  ];
  return ["```ts", ...lines, "```", "", GUIDE].join("\n");
}
