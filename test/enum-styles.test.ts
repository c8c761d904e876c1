import { describe, expect, test } from "vitest";
import type { Codec } from "../generated/src/index.js";

import { compared } from "./support/changes.js";
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

const flags = (value: string) => [
  {
    path: "flags.md",
    value: `# T\n\n## Models\n
\`\`\`go
type Flag int64

const FlagLong Flag = ${value} // 长
\`\`\`

### \`Flags\`

Name|JSON|Type
-|-|-
\`Flag\`|\`flag\`|\`Flag\`
\`Omitted\`|\`omitted,omitempty\`|\`Flag\`
\`Quoted\`|\`quoted,string\`|\`Flag\`
\`List\`|\`list\`|\`[]Flag\`
\`Table\`|\`table\`|\`map[Flag]Flag\`
`,
  },
];

describe("members that no `number` holds", () => {
  interface FlagSdk {
    readonly FlagsCodec: Codec<{ flag: unknown }>;
    readonly Flag?: { readonly Long: unknown };
    readonly isFlag: (value: unknown) => boolean;
    readonly labelOfFlag: (value: unknown) => string | undefined;
  }

  test.each([
    ["string", "const-enum"],
    ["string", "enum"],
    ["string", "as-const"],
    ["string", "union"],
    ["bigint", "as-const"],
    ["bigint", "union"],
  ] as const)("keep their digits as %s in the style %s", async (int64, enumStyle) => {
    const settings = { int64, enumStyle };
    const sdk = (await sdkOf(flags("-9007199254740993"), settings)) as unknown as FlagSdk;
    const make = int64 === "bigint" ? BigInt : String;
    const digits = "-9007199254740993";
    const text = `{"flag":${digits},"quoted":"${digits}","list":[${digits},7],"table":{"${digits}":${digits}}}`;
    const value = sdk.FlagsCodec.parse(text);
    expect(value).toMatchObject({
      flag: make(digits),
      quoted: make(digits),
      list: [make(digits), make(7)],
      table: { [digits]: make(digits) },
    });
    expect(sdk.FlagsCodec.stringify(value)).toBe(text);
    expect(sdk.FlagsCodec.create({})).toMatchObject({ flag: make(0), omitted: undefined });
    expect(sdk.FlagsCodec.stringify({ omitted: make(0) } as never)).toBe("{}");
    expect([value.flag, make(7), Number(digits)].map(sdk.isFlag)).toEqual([true, false, false]);
    expect(sdk.labelOfFlag(value.flag)).toBe("长");
    expect(sdk.Flag?.Long).toBe(enumStyle === "union" ? undefined : value.flag);
  });

  test("show their digits in changes", () => {
    const settings = { int64: "bigint", enumStyle: "as-const" } as const;
    const [old, now] = [flags("9007199254740993"), flags("9007199254740994")];
    expect(compared(old, now, settings).changes.map(({ message }) => message)).toEqual([
      "the value of `FlagLong` changed from `9007199254740993` to `9007199254740994`",
    ]);
    const strings = { ...settings, int64: "string" } as const;
    expect(compared(old, old, settings, strings).changes.map(({ message }) => message)).toEqual([
      "int64 of `Flag`: `bigint`, now `string`",
    ]);
  });
});
