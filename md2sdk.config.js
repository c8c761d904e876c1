import { readFileSync } from "node:fs";

const program = readFileSync(
  new URL("test/examples/customer-messages/main.ts", import.meta.url),
  "utf8",
);

/** @type {import("md2sdk").Config} */
export default {
  spec: "spec/",
  out: "generated/",
  package: {
    name: "workwx-sdk",
    description: "Client, types and JSON codecs of the WeCom (企业微信) server API",
    license: "MIT",
  },
  readme: `## A program\n\n\`\`\`ts program\n${program}\`\`\``,
  // Ids of messages exceed 2^53 − 1.
  int64: "bigint",
  client: { profile: "wecom" },
  rename: {
    // The documents spell these in two ways; the package has one property for each.
    wireNames: {
      appid: "appId",
      external_userid: "externalUserId",
      miniprogram: "miniProgram",
      pic_url: "picUrl",
      unionid: "unionId",
      userid: "userId",
    },
  },
};
