import { beforeAll, expect, test } from "vitest";
import { peers, type Contender } from "./contenders.js";
import { payloads } from "./payloads.js";
import { buildXmlSdk, generated } from "./sdk.js";

let codecs: Contender;

beforeAll(async () => {
  buildXmlSdk();
  codecs = await generated();
});

test.each(Object.entries(peers))("%s makes the values of the generated codecs", (_name, peer) => {
  const event = codecs.event(payloads.event);
  expect(event).toMatchObject({
    createTime: 1403610513n,
    userId: "张三",
    state: "渠道 <1> & more",
  });
  expect(peer.event(payloads.event)).toEqual(event);
  const news = codecs.news(payloads.news);
  expect(news.articles[1]).toEqual({
    id: 1,
    title: "第 1 篇",
    description: "a <b> & c",
    url: "https://example.com/?a=1&b=2",
    score: 0.25,
  });
  expect(peer.news(payloads.news)).toEqual(news);
});
