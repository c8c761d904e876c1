import { describe, expect, test } from "vitest";
import type { Codec } from "../generated/src/index.js";
import { sdkOf } from "./support/sdk.js";

const SPEC = `# T

## Models

### \`Message\`

Name|JSON|Type
-|-|-
\`Type\`|\`type\`|\`MsgType\`
\`Level\`|\`level\`|\`Level\`

\`\`\`go
type MsgType string

const (
	MsgTypeText MsgType = "text" // 文本
	MsgTypeImage MsgType = "image"
)

type Level int

const LevelHigh Level = 2 // 高
\`\`\`
`;

interface EnumSdk {
  readonly MessageCodec: Codec<{ type: unknown; level: unknown }>;
  readonly MsgType?: { readonly Text: string };
  readonly isMsgType: (value: unknown) => boolean;
  readonly labelOfMsgType: (value: unknown) => string | undefined;
  readonly labelOfLevel: (value: unknown) => string | undefined;
}

describe.each(["const-enum", "enum", "as-const", "union"] as const)("%s", (enumStyle) => {
  test("keeps what it does not know, and names what it does", async () => {
    const sdk = (await sdkOf([{ path: "spec/t.md", value: SPEC }], {
      enumStyle,
    })) as unknown as EnumSdk;
    const message = sdk.MessageCodec.decode({ type: "video", level: 7 });
    expect(message).toEqual({ type: "video", level: 7 });
    expect(sdk.MessageCodec.encode(message)).toEqual({ type: "video", level: 7 });
    expect(sdk.MsgType?.Text).toBe(enumStyle === "union" ? undefined : "text");
    expect(["text", "video", 2].map(sdk.isMsgType)).toEqual([true, false, false]);
    expect(["text", "image", "video"].map(sdk.labelOfMsgType)).toEqual([
      "文本",
      undefined,
      undefined,
    ]);
    expect(sdk.labelOfLevel(2)).toBe("高");
  });
});
