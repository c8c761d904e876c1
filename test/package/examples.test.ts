/** The examples in the comments and in the README of a package. */
import { readFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, describe, expect, test, vi } from "vitest";
import type * as sdk from "../../generated/src/index.js";
import type { FakeWorkWx } from "../../generated/src/testing.js";
import { compileStrictly } from "../support/compiler.js";
import { packageOf } from "../support/package.js";
import { root } from "../support/project.js";
import { exampleIn } from "../support/readme.js";
import { writeFile } from "../support/write-file.js";

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "md2sdk-examples-"));
  folders.push(folder);
  return folder;
}

/** Returns the names that the objects of an example take as the names of variables, too. */
function shorthandsIn(code: string): string[] {
  const objects = Array.from(code.matchAll(/\{([^{}]*)\}/g), ([, members = ""]) => members);
  const names = objects.flatMap((members) => members.split(",").map((member) => member.trim()));
  return [...new Set(names.filter((name) => /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name)))];
}

/** Returns the examples in the comments of a module as functions of what they use. */
function examplesIn(text: string): string[] {
  const blocks = text.matchAll(/^ +\* @example\n((?: +\* ?.*\n)*?) +\*\//gm);
  return Array.from(blocks, ([, lines = ""]) => {
    const code = lines.replaceAll(/^ +\* ?/gm, "");
    const declared =
      /^const (?:\{(.*?)\}|(\w+))/.exec(code)?.slice(1).join(",").split(/[ ,]+/) ?? [];
    const used = shorthandsIn(code).filter((name) => !declared.includes(name));
    const parameters = [...used, ...(code.includes(": value") ? ["value"] : [])];
    return `async (${parameters.map((name) => `${name}: any`).join(", ")}) => {\n${code}};\n`;
  });
}

/** Compiles files beside a package. */
function compileWith(
  files: Readonly<Record<string, string>>,
  source: string,
  name: string,
): string {
  const folder = newFolder();
  for (const [path, text] of Object.entries(files)) writeFile(folder, path, text);
  return compileStrictly(folder, {
    paths: { [name]: [`${source}/index.ts`], [`${name}/*`]: [`${source}/*.ts`] },
    lib: ["es2022", "dom", "dom.iterable", "dom.asynciterable"],
    types: ["node"],
    typeRoots: [join(root, "node_modules/@types")],
    isolatedDeclarations: false,
    noUnusedLocals: false,
    noUnusedParameters: false,
    skipLibCheck: true,
  });
}

const generated = join(root, "generated/src");

describe("the examples in comments compile", () => {
  test("of the package of this repository", () => {
    const text = readFileSync(join(generated, "workwx.ts"), "utf8");
    const examples = examplesIn(text);
    expect(examples.length).toBeGreaterThan(120);
    const head = 'import type { WorkWx } from "workwx-sdk";\ndeclare const workwx: WorkWx;\n';
    expect(compileWith({ "use.ts": head + examples.join("") }, generated, "workwx-sdk")).toBe("");
  });

  test("of a package with names that are words of the language, and with values", async () => {
    const value = `# Odd
## Models
### \`oddity\` a model
Name|JSON|Type|Required|Example
-|-|-|-|-
\`Class\`|\`class\`|\`string\`|+|-
\`Default\`|\`default\`|\`[]string\`|+|-
\`Await\`|\`await\`|\`bool\`|+|-
\`Note\`|\`note\`|\`string\`|+|\`a */ @b, {c}\`
## API calls
Name|Request Type|Response Type|Access Token|URL
-|-|-|-|-
\`send\`|\`oddity\`|\`oddity\`|+|\`POST /odd\`
\`scan\`|\`oddity\`|-|+|\`POST(media) /odd/scan\`
`;
    const client = { name: "Odd", baseUrl: "https://odd.example" } as const;
    const files = await packageOf([{ path: "odd.md", value }], { client });
    const folder = newFolder();
    for (const [path, text] of files) writeFile(folder, path, text);
    const examples = examplesIn(files.get("src/odd-client.ts") ?? "");
    expect(examples).toHaveLength(2);
    expect(examples[0]).toContain(
      'class: value,\n  default: value,\n  await: value,\n  note: "a *',
    );
    const head = 'import type { Odd } from "odd";\ndeclare const odd: Odd;\n';
    expect(compileWith({ "use.ts": head + examples.join("") }, join(folder, "src"), "odd")).toBe(
      "",
    );
  });
});

/** The variables of the examples, and the packages that they import. */
const GIVEN = `
declare const workwx: import("workwx-sdk").WorkWx;
declare const corpId: string, corpSecret: string, text: string, mediaId: string;
declare const token: string, encodingAesKey: string, receiveId: string;
declare const agentId: number, startTime: number, endTime: number, size: number;
declare const type: import("workwx-sdk").MediaType;
declare const tokenStore: import("workwx-sdk").TokenStore;
declare const redis: any, redlock: any, beforeEach: any, test: any, expect: any;
declare function tokenFromElsewhere(refused: string | undefined): string;
declare module "undici" {
  export const fetch: any;
  export class ProxyAgent {
    constructor(url: string);
  }
}
`;

describe("the README of the package", () => {
  const readme = readFileSync(join(root, "generated/README.md"), "utf8");

  test("has examples that compile", () => {
    const fences = Array.from(readme.matchAll(/^```ts.*\n([^]*?)^```$/gm), ([, code = ""]) => code);
    expect(fences.length).toBeGreaterThan(12);
    // A reply has an ellipsis for its content.
    const whole = fences.filter((code) => !code.includes("…"));
    expect(fences.length - whole.length).toBe(1);
    const files = whole.map((code, index) => [`example-${index}.ts`, `${code}export {};\n`]);
    const all = { ...(Object.fromEntries(files) as Record<string, string>), "given.d.ts": GIVEN };
    expect(compileWith(all, generated, "workwx-sdk")).toBe("");
  });

  test("has a program that finds, tags, uploads, sends and reads to the end", async () => {
    const folder = newFolder();
    const outfile = join(folder, "program.mjs");
    const program = exampleIn("generated/README.md", "ts program");
    const contents = `${program}\nexport { WorkWx } from "workwx-sdk";\nexport { FakeWorkWx } from "workwx-sdk/testing";\n`;
    const stdin = { contents, resolveDir: root, loader: "ts" } as const;
    await build({ stdin, outfile, bundle: true, format: "esm", platform: "node" });
    const {
      run,
      WorkWx,
      FakeWorkWx: Fake,
    } = (await import(pathToFileURL(outfile).href)) as {
      readonly run: (workwx: sdk.WorkWx, task: object) => Promise<string | undefined>;
      readonly WorkWx: typeof sdk.WorkWx;
      readonly FakeWorkWx: typeof FakeWorkWx;
    };
    const fake = new Fake();
    fake.pages("externalContactBatchList", [
      { result: [{ externalContact: { externalUserId: "wm1", name: "李四" } }] },
      { result: [{ externalContact: { externalUserId: "wm2", name: "张三" } }] },
    ]);
    const externalUserId = "wm2";
    fake.pages("kfSyncMsg", [
      { msgList: [{ externalUserId, text: { content: "一" } }] },
      {},
      { msgList: [{ externalUserId, text: { content: "二" } }, {}] },
    ]);
    const picture = join(folder, "picture.png");
    writeFile(folder, "picture.png", "PNG");
    const log = vi.spyOn(console, "log").mockReturnValue();
    const task = {
      userId: "zhang",
      customer: "张三",
      tagId: "et1",
      agentId: 7,
      picture,
      openKfId: "wk",
    };
    const cursor = await run(new WorkWx(fake.options), task);
    expect(log.mock.calls).toEqual([["wm2: 一"], ["wm2: 二"]]);
    log.mockRestore();
    expect(fake.violations).toEqual([]);
    expect(fake.requestsOf("externalContactMarkTag")).toMatchObject([
      { userId: "zhang", externalUserId: "wm2", addTag: ["et1"] },
    ]);
    const upload = fake.requests.find(({ call }) => call === "mediaUpload");
    expect(new TextDecoder().decode(upload?.file?.data)).toBe("PNG");
    expect(fake.requestsOf("messageSend")).toMatchObject([
      { toUser: "zhang", agentId: 7, msgType: "image", image: { mediaId: "fake-media-1" } },
    ]);
    expect(fake.requestsOf("kfSyncMsg")).toHaveLength(3);
    expect(cursor).toBe("page 4");
  });
});
