/** The kinds of things that pages describe. */
type Kind = "call" | "callback" | "model" | "enum" | "alias" | "constant";

/** The words of the pages in one language. */
export interface Words {
  /** The tag of the language, for the attribute `lang`. */
  readonly tag: string;
  readonly skip: string;
  readonly menu: string;
  readonly contents: string;
  readonly home: string;
  readonly search: string;
  readonly searchHint: string;
  readonly results: string;
  readonly nothingFound: string;
  readonly theme: string;
  readonly copy: string;
  readonly copied: string;
  readonly linkTo: (name: string) => string;
  readonly kinds: Readonly<Record<Kind, string>>;
  /** Returns how many there are of a kind. */
  readonly count: (count: number, kind: Kind) => string;
  readonly and: string;
  /** Stands between names. */
  readonly comma: string;
  readonly references: string;
  readonly usedBy: string;
  readonly extends: string;
  readonly equals: string;
  readonly from: string;
  readonly optional: string;
  readonly noFields: string;
  readonly notIn: (wires: string) => string;
  readonly inString: string;
  readonly items: (count: number) => string;
  readonly columns: {
    readonly property: string;
    readonly type: string;
    readonly doc: string;
    readonly member: string;
    readonly value: string;
  };
  readonly facts: {
    readonly deprecated: string;
    readonly condition: string;
    readonly values: string;
    readonly limits: string;
    readonly default: string;
    readonly example: string;
    readonly since: string;
  };
  readonly call: {
    readonly request: string;
    readonly response: string;
    readonly errors: string;
    readonly headers: string;
    readonly token: string;
    readonly needed: string;
    readonly notNeeded: string;
    readonly pages: string;
    readonly eachPage: string;
    readonly file: string;
    readonly text: string;
    readonly empty: string;
    readonly uploaded: string;
    readonly fields: string;
    readonly code: string;
  };
  /** Stands between a title and its text. */
  readonly colon: string;
  readonly description: (title: string, counts: string) => string;
}

const zh: Words = {
  tag: "zh-CN",
  skip: "跳到正文",
  menu: "目录",
  contents: "目录",
  home: "首页",
  search: "搜索",
  searchHint: "搜索名称、JSON 名、说明（按 /）",
  results: "搜索结果",
  nothingFound: "没有找到",
  theme: "切换深浅色",
  copy: "复制",
  copied: "已复制",
  linkTo: (name) => `${name} 的链接`,
  kinds: {
    call: "接口",
    callback: "回调",
    model: "模型",
    enum: "枚举",
    alias: "类型别名",
    constant: "常量",
  },
  count: (count, kind) => `${count} 个${zh.kinds[kind]}`,
  and: "，",
  comma: "、",
  references: "模型之间的引用",
  usedBy: "被引用",
  extends: "继承 ",
  equals: "等同于 ",
  from: "来自 ",
  optional: "可选",
  noFields: "没有字段。",
  notIn: (wires) => ` 不出现在 ${wires} 中。`,
  inString: "在字符串中",
  items: (count) => `${count} 个`,
  columns: { property: "属性", type: "类型", doc: "说明", member: "成员", value: "值" },
  facts: {
    deprecated: "已废弃",
    condition: "必填条件",
    values: "取值",
    limits: "限制",
    default: "默认值",
    example: "示例",
    since: "起始版本",
  },
  call: {
    request: "请求",
    response: "响应",
    errors: "错误",
    headers: "请求头",
    token: "访问令牌",
    needed: "需要",
    notNeeded: "不需要",
    pages: "分页",
    eachPage: " 依次给出每一页",
    file: "文件",
    text: "文本",
    empty: "无内容",
    uploaded: "以 multipart/form-data 上传",
    fields: "字段",
    code: "代码",
  },
  colon: "：",
  description: (title, counts) => `${title}：${counts}`,
};

const PLURALS: Readonly<Record<Kind, readonly [one: string, many: string]>> = {
  call: ["call", "calls"],
  callback: ["callback", "callbacks"],
  model: ["model", "models"],
  enum: ["enum", "enums"],
  alias: ["alias", "aliases"],
  constant: ["constant", "constants"],
};

const en: Words = {
  tag: "en",
  skip: "Skip to the content",
  menu: "Menu",
  contents: "Contents",
  home: "Start",
  search: "Search",
  searchHint: "Search names, JSON names, texts (press /)",
  results: "Results",
  nothingFound: "Nothing found",
  theme: "Switch between light and dark",
  copy: "Copy",
  copied: "Copied",
  linkTo: (name) => `Link to ${name}`,
  kinds: {
    call: "Call",
    callback: "Callback",
    model: "Model",
    enum: "Enum",
    alias: "Alias",
    constant: "Constant",
  },
  count: (count, kind) => `${count} ${PLURALS[kind][count === 1 ? 0 : 1]}`,
  and: ", ",
  comma: ", ",
  references: "References between models",
  usedBy: "Used by",
  extends: "Extends ",
  equals: "Equals ",
  from: "From ",
  optional: "optional",
  noFields: "No fields.",
  notIn: (wires) => ` is not in ${wires}.`,
  inString: "in a string",
  items: (count) => `${count} items`,
  columns: {
    property: "Property",
    type: "Type",
    doc: "Description",
    member: "Member",
    value: "Value",
  },
  facts: {
    deprecated: "Deprecated",
    condition: "Required",
    values: "Values",
    limits: "Limits",
    default: "Default",
    example: "Example",
    since: "Since",
  },
  call: {
    request: "Request",
    response: "Response",
    errors: "errors",
    headers: "Headers",
    token: "Access token",
    needed: "required",
    notNeeded: "not required",
    pages: "Pages",
    eachPage: " yields every page",
    file: "File",
    text: "Text",
    empty: "No content",
    uploaded: "sent as multipart/form-data",
    fields: "Fields",
    code: "Code",
  },
  colon: ": ",
  description: (title, counts) => `${title}: ${counts}`,
};

/** The languages of the pages. */
export const words = { en, zh } as const;

export type Language = keyof typeof words;
