/** @type {import("md2sdk").Config} */
export default {
  spec: "spec/",
  out: "generated/",
  package: { name: "workwx-sdk" },
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
