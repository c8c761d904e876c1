import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseCallback, type CallbackReply, type Callbacks } from "../generated/src/callbacks.js";
import * as sdk from "../generated/src/index.js";

/** Returns a message with invented values, as WeCom writes it. */
const message = (content: string) =>
  `<xml><ToUserName><![CDATA[ww0123456789abcdef]]></ToUserName><FromUserName><![CDATA[sys]]></FromUserName><CreateTime>1700000000</CreateTime><MsgType><![CDATA[event]]></MsgType>${content}</xml>`;

const picture = (sum: string) => `<item><PicMd5Sum><![CDATA[${sum}]]></PicMd5Sum></item>`;

describe("messages and events as WeCom sends them", () => {
  test("the common part keeps every digit of an id", () => {
    const text = message("<MsgId>4561255354251345929</MsgId><AgentID>1000002</AgentID>");
    expect(sdk.parseRxMessageCommonXml(text)).toEqual({
      toUserName: "ww0123456789abcdef",
      fromUserName: "sys",
      createTime: 1_700_000_000,
      msgType: sdk.MessageType.Event,
      msgId: 4_561_255_354_251_345_929n,
      agentId: 1_000_002,
      event: "",
      changeType: "",
    });
  });

  test("pictures are in one list, or in one for each", () => {
    const inOne = `<PicList>${picture("a")}${picture("b")}</PicList>`;
    const inEach = `<PicList>${picture("a")}</PicList><PicList>${picture("b")}</PicList>`;
    for (const list of [inOne, inEach]) {
      const text = message(`<SendPicsInfo><Count>2</Count>${list}</SendPicsInfo>`);
      expect(sdk.parseRxEventAppMenuPicXml(text).sendPicsInfo).toEqual({
        count: 2,
        picList: [{ picMd5Sum: "a" }, { picMd5Sum: "b" }],
      });
    }
  });

  test("an updated member has the fields that changed, and no others", () => {
    const text = message(
      "<UserID><![CDATA[zhang]]></UserID><Gender>0</Gender><ExtAttr><Item><Name>工号</Name><Type>0</Type><Text><Value>7</Value></Text></Item></ExtAttr>",
    );
    const user = sdk.parseRxEventUpdateUserXml(text);
    expect(user).toMatchObject({ userId: "zhang", gender: 0 });
    expect([user.name, user.status, user.newUserId]).toEqual([undefined, undefined, undefined]);
    expect(user.extAttr.map(({ name, text: value }) => [name, value?.value])).toEqual([
      ["工号", "7"],
    ]);
  });

  test("a change of a chat's name says nothing of how somebody joined", () => {
    const text = message(
      "<ChatId>wr1</ChatId><UpdateDetail><![CDATA[change_name]]></UpdateDetail>",
    );
    const chat = sdk.parseRxEventUpdateExternalChatXml(text);
    expect(chat.updateDetail).toBe(sdk.ExternalChatUpdateDetail.ChangeName);
    expect(chat.joinScene).toBeUndefined();
  });

  test("choices of a card and nodes of an approval", () => {
    const card = message(
      "<EventKey>k</EventKey><SelectedItems><SelectedItem><QuestionKey>q</QuestionKey><OptionIds><OptionId>1</OptionId><OptionId>2</OptionId></OptionIds></SelectedItem></SelectedItems>",
    );
    expect(sdk.parseRxEventTemplateCardXml(card).selectedItems).toEqual([
      { questionKey: "q", optionIds: ["1", "2"] },
    ]);
    const approval = message(
      "<ApprovalInfo><ThirdNo>7</ThirdNo><ApprovalNodes><ApprovalNode><NodeStatus>1</NodeStatus><Items><Item><ItemUserId>li</ItemUserId><ItemStatus>1</ItemStatus></Item></Items></ApprovalNode><ApprovalNode><NodeStatus>2</NodeStatus></ApprovalNode></ApprovalNodes><ApproverStep>1</ApproverStep></ApprovalInfo>",
    );
    const info = sdk.parseRxEventOpenApprovalChangeXml(approval).approvalInfo;
    expect(
      info?.approvalNodes.map(({ items }) => items.map(({ itemUserId }) => itemUserId)),
    ).toEqual([["li"], []]);
    expect(info?.approverStep).toBe(1);
  });
});

describe("replies", () => {
  test("a picture and articles have the form that WeCom reads", () => {
    expect(sdk.stringifyTxImageReplyXml({ mediaId: "m" })).toBe(
      "<xml><Image><MediaId>m</MediaId></Image></xml>",
    );
    const articles = [
      { title: "一", url: "https://example.com/?a=1&b=2" },
      { title: "二", url: "u" },
    ];
    expect(sdk.stringifyTxNewsReplyXml({ articleCount: 2, articles })).toBe(
      "<xml><ArticleCount>2</ArticleCount><Articles><item><Title>一</Title><Url>https://example.com/?a=1&amp;b=2</Url></item><item><Title>二</Title><Url>u</Url></item></Articles></xml>",
    );
  });
});

describe("the table of callbacks", () => {
  const text = readFileSync(new URL("../spec/rx_callbacks.md", import.meta.url), "utf8");
  const [messages = ""] = text.split("|Reply|");
  const rows = [
    ...messages.matchAll(/^`(\w+)`\|`rxMessageCommon`\|(?:`\w+`)?\|([^|]*)\|([^|]*)\|([^|]*)\|/gm),
  ];
  const constants = new Map<string, string>();
  for (const name of ["rx_msg", "rx_event", "rx_event_contact"]) {
    const document = readFileSync(new URL(`../spec/${name}.md`, import.meta.url), "utf8");
    const found = document.matchAll(/^\t(\w+) (?:Message|Event|Change)Type = "(\w+)"/gm);
    for (const [, constant = "", value = ""] of found) constants.set(constant, value);
  }
  const valueOf = (cell = "") => (cell === "" ? "" : constants.get(cell.slice(1, -1)));

  test.each(rows.map(([, kind, ...cells]) => [kind, ...cells.map(valueOf)]))(
    "%s is the kind of %j %j %j",
    (kind, msgType = "", event = "", changeType = "") => {
      expect(msgType).not.toBe("");
      const xml = `<xml><MsgType><![CDATA[${msgType}]]></MsgType><Event><![CDATA[${event}]]></Event><ChangeType>${changeType}</ChangeType></xml>`;
      expect(parseCallback(xml)).toMatchObject({ kind, msgType, event, changeType });
    },
  );

  test("has every value of the enums", () => {
    expect(rows.length).toBe(51);
    const told = new Set(rows.flatMap(([, , ...cells]) => cells.map(valueOf)));
    expect([...constants.values()].filter((value) => !told.has(value))).toEqual([]);
  });

  test("an event that WeCom adds later is unknown, with its members", () => {
    const text = message("<Event><![CDATA[new]]></Event><Detail><Id>7</Id></Detail>");
    expect(parseCallback(text)).toMatchObject({
      kind: "unknown",
      members: { Event: "new", Detail: { Id: "7" }, MsgType: "event" },
    });
  });
});

test("replies have what WeCom requires, and nothing of other replies", () => {
  const replies: CallbackReply[] = [
    { msgType: "text", content: "" },
    { msgType: "video", mediaId: "", title: "", toUserName: "zhang" },
    { msgType: "news", articleCount: 1, articles: [{ title: "", url: "" }] },
    // @ts-expect-error no content
    { msgType: "text" },
    // @ts-expect-error a member of another reply
    { msgType: "text", content: "", mediaId: "" },
    // @ts-expect-error a member of no reply
    { msgType: "text", content: "", contents: "" },
    // @ts-expect-error an article without a link
    { msgType: "news", articleCount: 1, articles: [{ title: "" }] },
    // @ts-expect-error no type of a reply
    { msgType: "link", content: "" },
  ];
  expect(replies).toHaveLength(8);
  const handlers: Parameters<Callbacks["handle"]>[1][] = [
    (message) =>
      message.kind === "text" ? { msgType: "text", content: message.content } : undefined,
    async ({ kind }) => {
      if (kind === "text") return { msgType: "text", content: "" };
      if (kind === "image") return { msgType: "image", mediaId: "" };
      return;
    },
    // @ts-expect-error a misspelt member
    () => ({ msgType: "text", contnt: "" }),
    // @ts-expect-error a member of another reply
    async () => ({ msgType: "text", content: "", mediaId: "" }),
  ];
  expect(handlers).toHaveLength(4);
});
