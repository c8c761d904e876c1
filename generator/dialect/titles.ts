/** Titles of columns in Chinese and English by what they mean, whatever the dialect; they are read without case. */
export const titles = {
  name: words(`name 名称 名字 字段 字段名 参数 参数名 字段名称 参数名称 属性 属性名 变量 变量名 键 键名 成员
    key field field_name property property_name attribute attribute_name parameter parameter_name param argument`),
  header: words(
    "header headers header_name request_header http_header 请求头 请求头名称 头部 头部名称 头部字段",
  ),
  type: words("type 类型 字段类型 参数类型 数据类型 变量类型 data_type field_type value_type"),
  doc: words(`doc docs documentation 说明 参数说明 字段说明 描述 参数描述 字段描述 描述说明 备注 注释 内容 含义 详细说明 解释 介绍
    comment comments desc description details remark remarks notes note meaning`),
  note: words(
    `权限 所需权限 权限要求 scope scopes permission permissions required_oauth2_scope availability
    direction present editable http_status solution 版本 version`,
  ),
  position: words("位置 参数位置 参数区域 传参位置 传参方式 position in location"),
  required:
    words(`required mandatory 是否必填 是否必须 是否必选 是否必需 是否必要 是否必传 必填 必须 必选 必需 必要 必要性
    必传`),
  optional: words("optional nullable 是否可选 是否可空 可选 可空 可为空"),
  default: words("default default_value defaults 默认 默认值 缺省值 参数值"),
  example: words("example examples example_value sample sample_value 示例 示例值 样例 例子"),
  deprecated: words("deprecated 是否废弃 是否弃用 废弃 已废弃 弃用 已弃用"),
  since: words("since 起始版本 引入版本 最低版本"),
  values: words("values allowed_values possible_values 可选值 取值 枚举值"),
  limits: words("limits limit constraints range 限制 长度限制 取值范围 范围 约束"),
  value: words("value values 值 可选值 枚举值 取值 code id flag bit status 状态码 错误码 返回码"),
  label: words("枚举 枚举名 常量 constant label 提示信息 错误信息 message"),
  meaning: words("含义 意义 内容"),
  request: words("请求 请求类型"),
  response: words("响应 响应类型 返回"),
  url: words("地址 接口"),
} as const;

/** Words that say whether a field is required, or deprecated, in Chinese and English; they are read without case. */
export const answers: Readonly<Record<string, boolean>> = Object.fromEntries([
  ...words(
    "+ y yes true required mandatory 是 必填 必须 必选 必需 必要 必传 必须填写 √ ✓ ✔ ✅",
  ).map((word) => [word, true]),
  ...words(
    "- n no false optional 否 选填 可选 选传 可不填 非必填 非必须 非必选 非必需 非必要 非必传 不必填 × ✗ ✘ ❌",
  ).map((word) => [word, false]),
]);

/** Splits titles at white space; a line between them stands for a space in a title. */
function words(text: string): readonly string[] {
  return text
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll("_", " "));
}
