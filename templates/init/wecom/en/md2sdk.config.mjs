/** @type {import("md2sdk").Config} */
export default {
  // The documents, and where the package is written.
  spec: "spec/",
  out: "generated/",
  package: { name: "my-sdk", version: "0.1.0" },

  // The client fetches access tokens, and knows the error codes of WeCom.
  client: { profile: "wecom" },
};
