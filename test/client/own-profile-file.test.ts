import { describe, expect, test } from "vitest";
import { emptyProjectForEachTest, md2sdk, write } from "../support/places.js";

emptyProjectForEachTest();

const DOCUMENT = `# Orders

## Models

### \`Order\` an order

Name|JSON|Type
-|-|-
\`ID\`|\`id\`|\`string\`

## API calls

Name|Request Type|Response Type|Access Token|URL
-|-|-|-|-
\`getOrder\`|\`Order\`|\`Order\`|-|\`GET /orders\`
`;

describe("a profile of a file", () => {
  test("is told as long as the output lacks the file", async () => {
    const client = { name: "Orders", profile: "./own/profile.js" };
    await write({
      "spec/orders.md": DOCUMENT,
      "md2sdk.config.json": JSON.stringify({ client }),
    });
    const sentence = "expected a file `src/own/profile.ts` of your own in the output";
    for (const flags of [[], [], ["--no-cache"], ["--check"]]) {
      const { status, stderr } = await md2sdk("generate", ...flags);
      expect([status, stderr]).toEqual([0, expect.stringContaining(sentence)]);
      expect(stderr).toContain("missing-profile");
    }
    await write({ "generated/src/own/profile.ts": "export {};\n" });
    for (const flags of [[], ["--check"]]) {
      const { status, stderr } = await md2sdk("generate", ...flags);
      expect([status, stderr]).toEqual([0, ""]);
    }
  });
});
