/** @type {import("md2sdk").Config} */
export default {
  // The documents, and where the package is written.
  spec: "spec/",
  out: "generated/",
  package: { name: "my-sdk", version: "0.1.0" },

  // The class of the client and the server of the API; requests carry a token of the caller.
  client: { name: "PetStore", baseUrl: "https://petstore.example.com/v1", auth: "bearer" },
};
