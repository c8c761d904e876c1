import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Codec } from "../templates/typescript/src/runtime/index.js";
import { generate } from "../generator/project/generate.js";
import { compileStrictly } from "./support/compiler.js";
import { templates } from "./support/templates.js";

const SPEC = `# 用户

## Models

### \`User\`

Name|JSON|Type|Required|Default|Limits
-|-|-|-|-|-
\`Name\`|\`name\`|\`string\`|是|-|1~4 个字符
\`Alias\`|\`alias,omitempty\`|\`string\`||\`a\`|不超过 4 字节
\`Order\`|\`order,omitempty\`|\`int\`|否|100|\`[0, 200)\`
\`Tags\`|\`tags\`|\`[]string\`|否|\`["x"]\`|最多 2 个
\`Count\`|\`count,string\`|\`int\`||3|≤ 5
\`Big\`|\`big\`|\`uint64\`||\`18446744073709551615\`|-
\`Leaf\`|\`leaf\`|\`Leaf\`|是|-|-
\`Leaves\`|\`leaves\`|\`Leaves\`|||-

### \`Leaf\`

Name|JSON|Type|Default
-|-|-|-
\`Kind\`|\`kind\`|\`Kind\`|\`B\`
\`Proto\`|\`__proto__\`|\`string\`|\`p\`

### \`ReqUser\`

Name|JSON|Type|Required
-|-|-|-
\`UserID\`|\`userid\`|\`string\`|是
\`Parts\`|\`parts\`|\`[]Part\`|否
\`Note\`|\`note\`|\`string\`|否

### \`Part\`

Name|JSON|Type|Required
-|-|-|-
\`ID\`|\`id\`|\`int\`|yes
\`Next\`|\`next\`|\`*Part\`|no

\`\`\`go
type Leaves []Leaf

type Kind int

const (
	KindA Kind = 1
	KindB Kind = 2
)
\`\`\`

## API calls

Name|Request Type|Response Type|Access Token|URL
-|-|-|-|-
\`execFind\`|\`ReqUser\`|\`User\`|+|\`POST /find\`
\`execPlain\`|\`Leaf\`|\`User\`|+|\`POST /plain\`
`;

/** The compiler has to refuse what a request lacks, and nothing else. */
const CONSUMER = `import { find, plain, encodeReqUser, ReqUserCodec, type Client, type ReqUserInput } from "./src/index.js";
export async function run(client: Client, parts: readonly { id: number }[]): Promise<void> {
  await find(client, { userId: "a" });
  await find(client, { userId: "a", note: undefined, parts: [{ id: 1, next: { id: 2 } }] });
  await find(client, { userId: "a", parts });
  // @ts-expect-error: userId is required.
  await find(client, { note: "x" });
  // @ts-expect-error: userId is required, and not undefined.
  await find(client, { userId: undefined });
  // @ts-expect-error: so is the id of a part.
  await find(client, { userId: "a", parts: [{}] });
  // @ts-expect-error: and of the part in a part.
  await find(client, { userId: "a", parts: [{ id: 1, next: {} }] });
  // @ts-expect-error: a misspelt property.
  await find(client, { userId: "a", nots: "x" });
  const request: ReqUserInput = { userId: "a" };
  await find(client, request);
  await find(client, ReqUserCodec.create({ userId: "a" }));
  await plain(client, {});
  encodeReqUser({});
  ReqUserCodec.create();
}
`;

const folder = mkdtempSync(join(tmpdir(), "md2sdk-meaning-"));

afterAll(() => rmSync(folder, { recursive: true }));

let codec: Codec<object>;
let messages: readonly unknown[];

beforeAll(async () => {
  const { files, diagnostics } = await generate([{ path: "spec/user.md", value: SPEC }], {
    templates,
    checkLimits: true,
    int64: "bigint",
  });
  messages = diagnostics;
  const sources = [...files].filter(([path]) => path.endsWith(".ts"));
  const own = JSON.stringify({ name: "own", type: "module" });
  for (const [path, text] of [
    ...sources,
    ["package.json", own],
    ["consumer.ts", CONSUMER],
  ] as const) {
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
  const module = (await import(pathToFileURL(outfile).href)) as { UserCodec: Codec<object> };
  codec = module.UserCodec;
});

test("the compiler demands in requests what the specification requires", () => {
  expect(messages).toEqual([]);
  expect(compileStrictly(folder)).toBe("");
});

describe("create", () => {
  const all = {
    name: "",
    alias: "a",
    order: 100,
    tags: ["x"],
    count: 3,
    big: 18_446_744_073_709_551_615n,
    leaf: { kind: 2, proto: "p" },
    leaves: [],
  };

  test("fills in defaults, also of models inside", () => {
    expect(codec.create()).toEqual(all);
    expect(codec.create({})).toEqual(all);
    expect(codec.create({ leaves: [{}, { kind: 1 }] } as never)).toEqual({
      ...all,
      leaves: [
        { kind: 2, proto: "p" },
        { kind: 1, proto: "p" },
      ],
    });
  });

  test("keeps what is given", () => {
    // `omitempty` leaves out a zero, which is then absent: the default does not take its place.
    expect(codec.create({ order: 0, alias: "", tags: [], count: 0 } as never)).toEqual({
      ...all,
      order: undefined,
      alias: undefined,
      tags: [],
      count: 0,
    });
  });

  test("alone fills in defaults", () => {
    expect(codec.encode({})).toEqual({});
    expect(codec.decode({})).toMatchObject({ order: undefined, count: 0, leaf: { kind: 0 } });
    expect(() => codec.create({ order: 200 } as never)).toThrow(
      "order: expected at most 199, got 200",
    );
    expect(codec.encode({})).toEqual({});
  });
});

describe("limits", () => {
  test.each([
    [{ name: "" }, "name: expected at least 1 character, got 0"],
    [{ name: "abcde" }, "name: expected at most 4 characters, got 5"],
    [{ alias: "四个字" }, "alias: expected at most 4 bytes, got 9"],
    [{ order: 200 }, "order: expected at most 199, got 200"],
    [{ order: -1 }, "order: expected at least 0, got -1"],
    [{ tags: ["a", "b", "c"] }, "tags: expected at most 2 items, got 3"],
    [{ count: 6 }, "count: expected at most 5, got 6"],
    [{ name: 1 }, "name: expected string, got number 1"],
    [{ tags: [1] }, "tags[0]: expected string, got number 1"],
  ])("%j is refused", (value, message) => {
    expect(() => codec.encode(value as never)).toThrow(message);
  });

  test.each([
    { name: "𠮷𠮷𠮷𠮷" },
    { alias: "éé" },
    { alias: "abcd" },
    { order: 199 },
    { tags: [] },
    {},
  ])("%j is taken", (value) => {
    expect(() => codec.encode(value as never)).not.toThrow();
  });

  test("do not matter to decoders", () => {
    expect(codec.decode({ name: "abcde", order: 1000 })).toMatchObject({ name: "abcde" });
  });
});
