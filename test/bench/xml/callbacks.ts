/** Measures how long a callback takes beside the same work by hand with the cryptography of Node.js. */
import { createDecipheriv, createHash } from "node:crypto";
import { performance } from "node:perf_hooks";
import { Callbacks, parseCallback } from "workwx-sdk/callbacks";
import { post, receiver } from "../../support/callback-sender.js";
import { payloads } from "./payloads.js";

const text = payloads.event;

/** Requests that differ in their random bytes, as those of WeCom do. */
const requests = Array.from({ length: 64 }, () => post(text));

const callbacks = new Callbacks(receiver);

const tasks: Readonly<Record<string, (index: number) => unknown>> = {
  "by hand": (index) => receivedByHand(requests[index % requests.length] ?? post(text)),
  receive: (index) => callbacks.receive(requests[index % requests.length] ?? post(text)),
  "receive, and reply": async (index) => {
    const { reply } = await callbacks.receive(requests[index % requests.length] ?? post(text));
    return reply({ msgType: "text", content: "收到" });
  },
  parseCallback: () => parseCallback(text),
};

/** Verifies, decrypts, and finds two members: the least that a receiver does. */
function receivedByHand({ query, body }: ReturnType<typeof post>): unknown {
  const parameters = new URLSearchParams(query);
  const [timestamp, nonce] = [parameters.get("timestamp") ?? "", parameters.get("nonce") ?? ""];
  const [, encrypt = ""] = /<Encrypt><!\[CDATA\[([^\]]*)/.exec(body) ?? [];
  const sorted = [receiver.token, timestamp, nonce, encrypt].toSorted().join("");
  const signature = createHash("sha1").update(sorted).digest("hex");
  if (signature !== parameters.get("msg_signature")) throw new Error("forged");
  const key = Buffer.from(`${receiver.encodingAesKey}=`, "base64");
  const decipher = createDecipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  const plaintext = Buffer.concat([decipher.update(encrypt, "base64"), decipher.final()]);
  const message = plaintext.subarray(20, 20 + plaintext.readUInt32BE(16)).toString();
  const [, type] = /<MsgType><!\[CDATA\[([^\]]*)/.exec(message) ?? [];
  const [, event] = /<Event><!\[CDATA\[([^\]]*)/.exec(message) ?? [];
  return { type, event };
}

/** Prints the least time of a run over some rounds, in which the tasks take turns. */
export async function measureCallbacks(rounds: number): Promise<void> {
  const least = new Map<string, number>();
  for (let round = 0; round < rounds; round++) {
    for (const [name, task] of Object.entries(tasks)) {
      const time = await timeOf(task, 200);
      least.set(name, Math.min(time, least.get(name) ?? Infinity));
    }
  }
  console.log("\n| callback | microseconds | a second |\n| :-- | --: | --: |");
  for (const [name, time] of least) {
    console.log(`| ${name} | ${time.toFixed(1)} | ${Math.round(1e6 / time)} |`);
  }
}

async function timeOf(task: (index: number) => unknown, runs: number): Promise<number> {
  const start = performance.now();
  for (let index = 0; index < runs; index++) await task(index);
  return ((performance.now() - start) / runs) * 1000;
}
