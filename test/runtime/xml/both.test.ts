import { describe, expect, test } from "vitest";
import type { Codec, EncodeError } from "../../../generated/src/index.js";
import { sdkOf } from "../../support/sdk.js";

const SPEC = `# Both

## Models

### \`Both\`

Name|JSON|XML|Type|Default
-|-|-|-|-
\`A\`|\`a\`|\`A\`|\`string\`|-
\`J\`|\`j\`|\`-\`|\`int32\`|\`7\`
\`X\`|\`-\`|\`X,attr\`|\`int64\`|-
\`Inner\`|\`inner,omitempty\`|\`Inner,omitempty\`|\`*Both\`|-

### \`Outer\`

Name|JSON|XML|Type
-|-|-|-
\`List\`|\`list\`|\`Item\`|\`[]Both\`

### \`Same\`

Name|JSON|XML|Type
-|-|-|-
\`A\`|\`a\`|\`A\`|\`string\`
`;

const documents = [{ path: "spec/both.md", value: SPEC }];
const sdk = await sdkOf(documents, { int64: "bigint" });

describe.each(["Codec", "XmlCodec"])(
  "create of the %s of a model with fields in one form alone",
  (kind) => {
    const codecOf = (model: string) => sdk[`${model}${kind}`] as Codec<unknown>;
    const issuesOf = (model: string, init: unknown): unknown => {
      try {
        return codecOf(model).create(init as object);
      } catch (error) {
        return (error as EncodeError).issues.map(({ path }) => path.join("."));
      }
    };

    test("keeps the fields of both, and fills in zero values and defaults", () => {
      expect(codecOf("Both").create({ x: 5n })).toEqual({ a: "", j: 7, x: 5n, inner: undefined });
      expect(codecOf("Both").create()).toEqual({ a: "", j: 7, x: 0n, inner: undefined });
      expect(codecOf("Outer").create({ list: [{ j: 1, x: 2n ** 63n - 1n }] })).toEqual({
        list: [{ a: "", j: 1, x: 2n ** 63n - 1n, inner: undefined }],
      });
    });

    test("checks the fields of both", () => {
      expect(issuesOf("Both", { j: "1" })).toEqual(["j"]);
      expect(issuesOf("Both", { x: 2n ** 63n })).toEqual(["xml.X"]);
      expect(issuesOf("Outer", { list: [{}, { j: 2 ** 31 }] })).toEqual(["list.1.j"]);
      expect(issuesOf("Outer", { list: [{}, { x: "1" }] })).toEqual(["xml.Item.1.X"]);
      expect(issuesOf("Both", { inner: { x: 0 } })).toEqual(["xml.Inner.X"]);
    });

    test("is that of the codec itself where both have the same fields", () => {
      expect(codecOf("Same").create({ a: "b" })).toEqual({ a: "b" });
      expect(issuesOf("Same", { a: 1 })).toEqual([kind === "Codec" ? "a" : "xml.A"]);
    });
  },
);
