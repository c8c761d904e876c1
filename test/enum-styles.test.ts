import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, describe, expect, test } from "vitest";
import type { Codec } from "../generated/src/index.js";
import { generate } from "../generator/generate.js";
import { templates } from "./support/templates.js";

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

interface Sdk {
  readonly MessageCodec: Codec<{ type: unknown; level: unknown }>;
  readonly MsgType?: { readonly Text: string };
  readonly isMsgType: (value: unknown) => boolean;
  readonly labelOfMsgType: (value: unknown) => string | undefined;
  readonly labelOfLevel: (value: unknown) => string | undefined;
}

const project = mkdtempSync(join(tmpdir(), "md2sdk-enums-"));

afterAll(() => rmSync(project, { recursive: true }));

describe.each(["const-enum", "enum", "as-const", "union"] as const)("%s", (enumStyle) => {
  test("keeps what it does not know, and names what it does", async () => {
    const sdk = await sdkOf(enumStyle);
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

async function sdkOf(enumStyle: "const-enum" | "enum" | "as-const" | "union"): Promise<Sdk> {
  const folder = join(project, enumStyle);
  const { files } = await generate([{ path: "spec/t.md", value: SPEC }], { templates, enumStyle });
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const outfile = join(folder, "index.mjs");
  await build({
    entryPoints: [join(folder, "src/index.ts")],
    outfile,
    bundle: true,
    format: "esm",
  });
  return (await import(pathToFileURL(outfile).href)) as Sdk;
}
