/** @type {import("md2sdk").Config} */
export default {
  // 文档所在的目录，以及生成的包写入的目录。
  spec: "spec/",
  out: "generated/",
  package: { name: "my-sdk", version: "0.1.0" },

  // 客户端的类名和服务器地址；每个请求都带上调用者的令牌。
  client: { name: "PetStore", baseUrl: "https://petstore.example.com/v1", auth: "bearer" },
};
