import type { ClientProfile } from "../clients/profile.js";
import type { Call } from "../plan/plan.js";
import { fakeClass } from "./testing.js";

/** The paragraphs of the README about the fake server, for an example of a call. */
export function testingUsage(
  call: Call["names"]["call"],
  { folder, className, instance, credentials }: ClientProfile,
  packageName: string,
): string[] {
  const fake = fakeClass({ className });
  const isWeCom = folder === "wecom";
  const others = isWeCom ? [] : credentials.filter((name) => name !== "baseUrl");
  const options =
    others.length === 0 ? "fake.options" : `{ ...fake.options, ${others.join(", ")} }`;
  return [
    [
      `In tests, \`${fake}\` of \`${packageName}/testing\` takes the place of the server: its \`fetch\` answers as the specification`,
      "says, without a network. A call has zero values for an answer unless the test sets one; a request that the",
      "specification forbids (an unknown path, a missing member, another type, no credentials) is rejected, and listed.",
    ].join("\n"),
    [
      "```ts",
      `import { ${fake}, refusal } from "${packageName}/testing";`,
      "",
      `const fake = new ${fake}();`,
      `const ${instance} = new ${className}(${options});`,
      `fake.on("${call}", (request) => ({ … })); // the answer from now on`,
      `fake.once("${call}", () => refusal(${isWeCom ? "45009" : "503"})); // the answer to the next request`,
      `fake.limit("${call}", { requests: 100, seconds: 60 });`,
      `fake.requestsOf("${call}"); // the requests that arrived`,
      "fake.violations; // the requests that the specification forbids",
      "```",
    ].join("\n"),
    isWeCom
      ? "`pages` answers a call with pages, `expireTokens` makes all access tokens expire, and downloads answer the files that\nuploads brought."
      : "`pages` answers a call with pages. An answer may also be a `Response` of HTTP; an exception breaks the connection off.",
  ];
}
