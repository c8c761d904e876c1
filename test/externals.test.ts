import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { expect, test } from "vitest";
import { buildPackage, packageOf } from "./support/package.js";

const text = "# 文件\n\n## Models\n\n### `Doc`\n\nName|JSON|Type\n-|-|-\n`File`|`file`|`File`\n";

test("a package that takes types from other packages and files depends on them and builds", async () => {
  const own = `export interface Own { readonly id: string }\n`;
  const files = await packageOf(
    [
      { path: "spec/a/doc.md", value: text },
      {
        path: "spec/own.md",
        value: text.replace("`Doc`", "`Mine`").replace("`File`\n", "`Own`\n"),
      },
      {
        path: "spec/a/deep.md",
        value: text.replace("`Doc`", "`Deep`").replace("`File`\n", "`Own`\n"),
      },
    ],
    {
      package: { name: "documents", dependencies: { vfile: "^6.0.0" } },
      externals: {
        File: { type: "VFile", from: "vfile" },
        Own: { type: "Own", from: "./own-types.js" },
      },
    },
  );
  expect(JSON.parse(files.get("package.json") ?? "")).toMatchObject({
    name: "documents",
    dependencies: { vfile: "^6.0.0" },
  });
  const folder = buildPackage(new Map([...files, ["src/own-types.ts", own]]));
  const script = `import { DocCodec } from "./dist/index.js";
console.log(JSON.stringify(DocCodec.encode(DocCodec.decode({ file: { value: 1 } }))));`;
  const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(printed).toBe('{"file":{"value":1}}\n');
  rmSync(folder, { recursive: true });
});
