import { receiver } from "./callback-sender.js";

/** A message, and the answer to it. */
interface Exchange {
  readonly text: string;
  readonly isForged: boolean;
  readonly status: number;
  /** The decrypted reply, with `now` for its time. */
  readonly reply: string;
}

/** Returns one of many messages to the receiver: texts, added contacts, events of another kind, and forgeries. */
export function messageAt(index: number): Exchange {
  const content = `${"字".repeat(index % 50)} <${index}>`;
  const plain = { isForged: false, status: 200, reply: "" };
  switch (index % 4) {
    case 0:
      return { ...plain, text: textOf(index, content), reply: replyOf(index, content) };
    case 1: {
      const event =
        "<Event>change_external_contact</Event><ChangeType>add_external_contact</ChangeType>";
      const user = `<ExternalUserID>wm${index}</ExternalUserID>`;
      return { ...plain, text: messageOf(index, `<MsgType>event</MsgType>${event}${user}`) };
    }
    case 2:
      return { ...plain, text: messageOf(index, "<MsgType>event</MsgType><Event>new</Event>") };
    default:
      return { ...plain, text: textOf(index, content), isForged: true, status: 403 };
  }
}

function textOf(index: number, content: string): string {
  return messageOf(index, `<MsgType>text</MsgType><Content><![CDATA[${content}]]></Content>`);
}

/** Returns a message as WeCom writes it; its id is beyond the integers that a number holds. */
function messageOf(index: number, members: string): string {
  return (
    `<xml><ToUserName><![CDATA[${receiver.receiveId}]]></ToUserName>` +
    `<FromUserName><![CDATA[user${index}]]></FromUserName><CreateTime>${1_700_000_000 + index}</CreateTime>` +
    `<MsgId>${4_561_255_354_251_345_929n + BigInt(index)}</MsgId><AgentID>1</AgentID>${members}</xml>`
  );
}

function replyOf(index: number, content: string): string {
  const escaped = content.replace("<", "&lt;").replace(">", "&gt;");
  return (
    `<xml><ToUserName>user${index}</ToUserName><FromUserName>${receiver.receiveId}</FromUserName>` +
    `<CreateTime>now</CreateTime><MsgType>text</MsgType><Content>收到 ${escaped}</Content></xml>`
  );
}
