/** Titles of columns in Chinese and English by what they mean, whatever the dialect; they are read without case. */
export const titles = {
  name: words(
    `name 名称 名字 字段 字段名 参数 参数名 字段名称 参数名称 属性 变量 key field property attribute parameter param argument`,
  ),
  type: words("type 类型 字段类型 参数类型 数据类型"),
  doc: words("说明 参数说明 字段说明 描述 备注 注释 comment desc description remark"),
  required: words("required optional nullable 是否必填 是否必须 是否必选 必填 必须 必选 必要性"),
  default: words("default 默认值"),
  example: words("example 示例 示例值"),
  value: words("value values 值 含义 内容"),
  request: words("请求 请求类型"),
  response: words("响应 响应类型 返回"),
  url: words("地址 接口"),
} as const;

/** Splits titles at white space; a line between them stands for a space in a title. */
function words(text: string): readonly string[] {
  return text.split(/\s+/).map((word) => word.replaceAll("_", " "));
}
