/** @type {import("md2sdk").Config} */
export default {
  // The documents, and where the package is written.
  spec: "spec/",
  out: "generated/",
  package: { name: "my-sdk", version: "0.1.0" },

  // Names that the documents spell in a way that TypeScript should not.
  rename: {
    names: {},
    wireNames: {},
  },
};
