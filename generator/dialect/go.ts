/** The columns that a kind of table can have, by the titles that documents give them. */
export interface TableSchema<Column extends string> {
  readonly columns: readonly Column[];
  readonly required: readonly Column[];
}

/** The words of the dialect whose types are those of Go: section titles, column titles, marks and methods. */
export const go = {
  /** The titles of sections, which are read without case. */
  sections: { models: "Models", calls: "API calls" },
  /** The columns of a field table. */
  fields: {
    columns: ["Name", "JSON", "XML", "Type", "Doc"],
    required: ["Name", "Type"],
  } as const satisfies TableSchema<string>,
  /** The columns of a table of API calls. */
  calls: {
    columns: ["Name", "Request Type", "Response Type", "Access Token", "URL", "Doc"],
    required: ["Name", "Request Type", "Response Type", "Access Token", "URL"],
  } as const satisfies TableSchema<string>,
  /** Titles that authors give to columns instead of ours; a table with one of them is an error with a hint. */
  synonyms: new Map<string, string>(
    Object.entries({
      Name: "名称 名字 字段 字段名 参数 参数名 字段名称 参数名称 属性 field property attribute parameter param argument",
      Type: "类型 字段类型 参数类型 数据类型",
      Doc: "说明 参数说明 字段说明 描述 备注 注释 comment desc description remark",
      "Request Type": "请求 请求类型",
      "Response Type": "响应 响应类型 返回",
      URL: "地址 接口",
    }).flatMap(([title, others]) => others.split(" ").map((other) => [other, title] as const)),
  ),
  /** The marks of the column Access Token. */
  accessToken: new Map([
    ["+", true],
    ["y", true],
    ["yes", true],
    ["-", false],
    ["n", false],
    ["no", false],
  ]),
  /** The forms of requests, by the words in front of a path. */
  methods: new Map<string, "get" | "post" | "upload">([
    ["GET", "get"],
    ["POST", "post"],
    ["POST(media)", "upload"],
  ]),
} as const;
