/** @type {import("md2sdk").Config} */
export default {
  // 文档所在的目录，以及生成的包写入的目录。
  spec: "spec/",
  out: "generated/",
  package: { name: "my-sdk", version: "0.1.0" },

  // 客户端自动获取 access_token，并识别企业微信的错误码。
  client: { profile: "wecom" },
};
