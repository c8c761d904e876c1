import { fence } from "../clients/guide.js";
import type { ClientExample, ClientProfile } from "../clients/profile.js";
import { fakeClass } from "./testing.js";

/** Returns the section of the README about the fake server. */
export function testingUsage(
  { packageName, className, instance, credentials, call, request }: ClientExample,
  { folder }: Pick<ClientProfile, "folder">,
): string[] {
  const fake = fakeClass({ className });
  const isWeCom = folder === "wecom";
  const others = isWeCom ? [] : credentials.filter((name) => name !== "baseUrl");
  const options =
    others.length === 0 ? "fake.options" : `{ ...fake.options, ${others.join(", ")} }`;
  return [
    "### Tests",
    [
      `In tests, \`${fake}\` of \`${packageName}/testing\` takes the place of the server: its \`fetch\` answers as the specification`,
      "says, without a network. A call has zero values for an answer unless the test sets one; a request that the",
      "specification forbids (an unknown path, a missing member, another type, no credentials) is rejected, and listed.",
      "This is a test for jest, vitest or `node:test`:",
    ].join("\n"),
    fence(
      `import { ${className} } from "${packageName}";`,
      `import { ${fake}, refusal } from "${packageName}/testing";`,
      "",
      `const fake = new ${fake}();`,
      `const ${instance} = new ${className}(${options});`,
      "",
      "beforeEach(() => fake.reset());",
      "",
      'test("calls the API", async () => {',
      `  fake.once("${call}", () => refusal(${isWeCom ? "45009" : "404"})); // the answer to the next request`,
      `  fake.on("${call}", () => ({})); // the answers from now on`,
      `  fake.limit("${call}", { requests: 100, seconds: 60 });`,
      `  await expect(${instance}.${call}(${request})).rejects.toThrow();`,
      `  await ${instance}.${call}(${request});`,
      `  expect(fake.requestsOf("${call}")).toHaveLength(2);`,
      "  expect(fake.violations).toEqual([]);",
      "});",
    ),
    isWeCom
      ? "`pages` answers a call with pages, `expireTokens` makes all access tokens expire, and downloads answer the files that\nuploads brought."
      : "`pages` answers a call with pages.",
  ];
}
