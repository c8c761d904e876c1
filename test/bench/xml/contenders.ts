/** Parsers of the same two models: the generated codecs, and code by hand over three readers of XML. */
import { Parser } from "htmlparser2";
import { SaxesParser } from "saxes";
import { parseXml } from "../../../templates/typescript/src/runtime/xml/index.js";
import * as readXml from "../../../templates/typescript/src/runtime/xml/read.js";

export interface Event {
  toUserName: string;
  fromUserName: string;
  createTime: bigint;
  msgType: string;
  agentId: bigint;
  event: string;
  changeType: string;
  userId: string;
  externalUserId: string;
  state: string;
  welcomeCode: string;
}

export interface News {
  count: number;
  articles: Article[];
}

interface Article {
  id: number;
  title: string;
  description: string;
  url: string;
  score: number;
}

export interface Contender {
  readonly event: (text: string) => Event;
  readonly news: (text: string) => News;
}

const emptyEvent = (): Event => ({
  toUserName: "",
  fromUserName: "",
  createTime: 0n,
  msgType: "",
  agentId: 0n,
  event: "",
  changeType: "",
  userId: "",
  externalUserId: "",
  state: "",
  welcomeCode: "",
});
const emptyArticle = (): Article => ({ id: 0, title: "", description: "", url: "", score: 0 });

/** Sets the member that an element is. */
function setMember(event: Event, name: string, text: string): void {
  switch (name) {
    case "ToUserName":
      event.toUserName = text;
      break;
    case "FromUserName":
      event.fromUserName = text;
      break;
    case "CreateTime":
      event.createTime = BigInt(text);
      break;
    case "MsgType":
      event.msgType = text;
      break;
    case "AgentID":
      event.agentId = BigInt(text);
      break;
    case "Event":
      event.event = text;
      break;
    case "ChangeType":
      event.changeType = text;
      break;
    case "UserID":
      event.userId = text;
      break;
    case "ExternalUserID":
      event.externalUserId = text;
      break;
    case "State":
      event.state = text;
      break;
    case "WelcomeCode":
      event.welcomeCode = text;
      break;
  }
}

function setArticleMember(article: Article, name: string, text: string): void {
  switch (name) {
    case "Title":
      article.title = text;
      break;
    case "Description":
      article.description = text;
      break;
    case "Url":
      article.url = text;
      break;
    case "Score":
      article.score = Number(text);
      break;
  }
}

/** By hand over the reader of the runtime, without checks of the values. */
const byHand: Contender = {
  event: (text) => parseXml(readEvent, text),
  news: (text) => parseXml(readNews, text),
};

function readEvent(): Event {
  const event = emptyEvent();
  readXml.content((name) => setMember(event, name, readXml.content()));
  return event;
}

function readNews(): News {
  const news: News = { count: 0, articles: [] };
  readXml.content((name) => {
    if (name === "ArticleCount") news.count = Number(readXml.content());
    if (name === "Articles") readXml.content(() => void news.articles.push(readArticle()));
  });
  return news;
}

function readArticle(): Article {
  const article = emptyArticle();
  readXml.attributes((_name, text) => {
    article.id = Number(text);
  });
  readXml.content((name) => setArticleMember(article, name, readXml.content()));
  return article;
}

/** The events of a parser, by which the values are made. */
interface Handler {
  readonly open: (name: string, id: string | undefined) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

/** Code by hand over a parser that tells of tags and texts. */
function overEvents(parse: (text: string, handler: Handler) => void): Contender {
  return {
    event: (text) => {
      const event = emptyEvent();
      let data = "";
      parse(text, {
        open: () => (data = ""),
        text: (part) => (data += part),
        close: (name) => setMember(event, name, data),
      });
      return event;
    },
    news: (text) => {
      const news: News = { count: 0, articles: [] };
      let article = emptyArticle();
      let data = "";
      parse(text, {
        open: (name, id) => {
          data = "";
          if (name === "item") article = { ...emptyArticle(), id: Number(id) };
        },
        text: (part) => (data += part),
        close: (name) => {
          if (name === "item") news.articles.push(article);
          else if (name === "ArticleCount") news.count = Number(data);
          else setArticleMember(article, name, data);
        },
      });
      return news;
    },
  };
}

function withSaxes(text: string, { open, text: take, close }: Handler): void {
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => open(name, attributes["id"]));
  parser.on("text", take);
  parser.on("cdata", take);
  parser.on("closetag", ({ name }) => close(name));
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(text).close();
}

function withHtmlparser2(text: string, { open, text: take, close }: Handler): void {
  const handler = {
    onopentag: (name: string, attributes: Record<string, string>) => open(name, attributes["id"]),
    ontext: take,
    onclosetag: close,
  };
  const parser = new Parser(handler, { xmlMode: true });
  parser.write(text);
  parser.end();
}

export const peers = {
  "by hand": byHand,
  saxes: overEvents(withSaxes),
  htmlparser2: overEvents(withHtmlparser2),
} as const;
