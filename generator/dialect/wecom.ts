import type { Dialect } from "./dialect.js";
import { rest } from "./rest.js";

const { headings } = rest;
const { request = [], response = [], text = [] } = headings.titles;

/** The titles of `rest` that stand above the fields of a request and of a response alike here. */
const FIELDS = ["参数", "参数说明", "参数列表", "字段说明", "字段内容"];

/**
 * The dialect of the official pages of WeCom: a title line, lines for method and address, an example in JSON and
 * a table `参数|必须|说明` without types for each of request and response, below lines in bold letters.
 */
export const wecom: Dialect = {
  ...rest,
  name: "wecom",
  sign: "^最后更新：\\d{4}/|[?&]access_token=ACCESS_TOKEN",
  types: { ...rest.types, number: "int", num: "int", 数字: "int", 数值: "int" },
  typePatterns: { ...rest.typePatterns, $1array: "[]$1", $1list: "[]$1" },
  continuedRows: true,
  examples: "example",
  calls: {
    names: "path",
    token: "access_token",
    envelope: ["errcode", "errmsg"],
    documentation: { request: "$1：请求参数", response: "$1：返回结果" },
  },
  messages: {
    kinds: [
      {
        fields: ["InfoType", "ChangeType"],
        prefix: "suite",
        envelope: {
          name: "SuiteEnvelope",
          documentation: "第三方应用回调的公共字段",
          fields: ["SuiteId", "InfoType", "TimeStamp"],
        },
      },
      {
        fields: ["MsgType", "Event", "ChangeType"],
        prefix: "",
        envelope: {
          name: "MessageEnvelope",
          documentation: "消息与事件的公共字段",
          fields: ["ToUserName", "FromUserName", "CreateTime", "MsgType"],
        },
      },
      // Those of smart bots.
      { mark: "aibotid", fields: ["msgtype", "event.eventtype"], prefix: "bot" },
    ],
    reply: "被动回复|^回复",
  },
  action: undefined,
  headings: {
    titles: {
      ...headings.titles,
      request: [
        ...request.filter((title) => !FIELDS.includes(title)),
        "请求包体",
        "请求包结构体",
        "请求包结构体为",
        "请求示例",
        "请求样例",
        "请求参数示例",
        "请求包",
        "post数据格式",
        "post数据示例",
      ],
      response: [
        ...response,
        "返回示例",
        "返回样例",
        "返回包体",
        "返回包",
        "返回结果示例",
        "响应示例",
        "返回数据示例",
        "返回json示例",
      ],
      fields: FIELDS,
      note: [
        ...text,
        "权限说明",
        "权限要求",
        "调用说明",
        "限制说明",
        "注意事项",
        "错误码",
        "错误码说明",
        "错误说明",
        "返回码",
        "返回码说明",
      ],
      ignore: ["目录"],
      text: ["概述", "接口定义", "接口调用说明", "接口调用", "接口详情"],
      example: [],
    },
    patterns: [
      { match: "^(?:出错|错误|失败).*(?:示例|结果)$", role: "example" },
      { match: "^(?:请求|post|post请求).*(?:示例|样例|例子|包体|格式|结构体)$", role: "request" },
      { match: "^(?:返回|响应|应答|成功).*(?:示例|样例|例子|包体|格式|结构体)$", role: "response" },
      ...headings.patterns.filter(({ role }) => role !== "request"),
      { match: "(?:参数|字段)(?:说明|列表|描述)?\\s*(?:[（(].*[）)])?$", role: "fields" },
    ],
    bold: "note",
    titleLine: true,
  },
};
