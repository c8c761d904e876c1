import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compile, STRICTNESS } from "../support/compiler.js";
import { check, loadCompiler } from "../support/compilers.js";
import { buildPackage, packageOf } from "../support/package.js";
import { root } from "../support/project.js";

/**
 * One of everything that declarations are made of: each kind of field, of type and of call, and types
 * of another document.
 */
const SPEC = `# Everything

## Models

### \`reqItems\`

Name|JSON|Type
-|-|-
\`Cursor\`|\`cursor,omitempty\`|\`string\`

### \`Items\`

Name|JSON|Type
-|-|-
\`Items\`|\`items\`|\`[]Item\`
\`Next\`|\`next_cursor\`|\`string\`

### \`Item\` of a list

Name|JSON|Type
-|-|-
\`\`|\`\`|\`Base\`
\`ID\`|\`id\`|\`int64\`
\`Kind\`|\`kind\`|\`Kind\`
\`Level\`|\`level,omitempty\`|\`Level\`
\`Labels\`|\`labels\`|\`Labels\`
\`Parent\`|\`parent\`|\`*Item\`
\`Raw\`|\`raw\`|\`interface{}\`
\`Matrix\`|\`matrix\`|\`[2][]float64\`
\`Times\`|\`times\`|\`map[int]time.Time\`
\`Bytes\`|\`bytes,omitempty\`|\`[]byte\`
\`Count\`|\`count,string\`|\`uint32\`
\`Ok\`|\`ok\`|\`bool\`

### \`Base\`

Name|JSON|Type
-|-|-
\`Name\`|\`name\`|\`string\`

### \`Message\`

Name|JSON|XML|Type|Default
-|-|-|-|-
\`ID\`|\`id\`|\`id,attr\`|\`int64\`|\`1\`
\`Kind\`|\`kind\`|\`-\`|\`Kind\`|-
\`Event\`|\`-\`|\`Event\`|\`Kind\`|-
\`Items\`|\`items\`|\`Items>Item\`|\`[]Message\`|-
\`Text\`|\`text\`|\`,chardata\`|\`string\`|-
\`Note\`|\`-\`|\`urn:n Note,omitempty\`|\`*Received\`|-

### \`Event\`

Name|XML|Type
-|-|-
\`ToUserName\`|\`ToUserName\`|\`string\`
\`Time\`|\`CreateTime\`|\`int64\`
\`MsgKind\`|\`MsgType\`|\`Kind\`

### \`Typed\`

Name|JSON|Type
-|-|-
\`MsgKind\`|\`msgtype\`|\`string\`

### \`Received\`

Name|XML|Type
-|-|-
\`Comment\`|\`,comment\`|\`string\`
\`Raw\`|\`,innerxml\`|\`string\`
\`Level\`|\`Level,omitempty\`|\`Level\`
\`Rest\`|\`,any\`|\`[]Received\`

\`\`\`go
type Kind string

const KindA Kind = "a" // first

type Level int

const LevelHigh Level = 1

type Labels map[string]string

const Limit = 10
\`\`\`

## API calls

Name|Request Type|Response Type|Access Token|URL
-|-|-|-|-
\`execItems\`|\`reqItems\`|\`Items\`|+|\`GET /items\`
\`execCreate\`|\`Item\`|\`Item\`|-|\`POST /create\`
\`execSend\`|\`Base\`|\`Base\`|+|\`POST(media) /send\`

## Callbacks

Name|Envelope|Message|MsgKind
-|-|-|-
\`event\`|\`Event\`|\`Received\`|\`KindA\`
\`base\`|\`Typed\`|\`Base\`|\`"b"\`

Name|Envelope|Reply|MsgKind
-|-|-|-
\`event\`|\`Event\`|\`Received\`|\`KindA\`
\`base\`|\`Typed\`|\`Base\`|\`"b"\`
`;

const OTHER = `# Other

## Models

### \`Order\`

Name|JSON|Type
-|-|-
\`Item\`|\`item\`|\`Item\`
\`Kind\`|\`kind\`|\`Kind\`

## API calls

Name|Request Type|Response Type|Access Token|URL
-|-|-|-|-
\`execOrder\`|\`Order\`|\`Order\`|+|\`POST /order\`
`;

/** Values of inferred types: the declarations of this file have to name all of them. */
const CONSUMER = `import * as sdk from "workwx-sdk";
import { order } from "workwx-sdk/other";
import { Callbacks, type Callback, type CallbackReply } from "workwx-sdk/callbacks";
import * as codes from "workwx-sdk/error-codes";

export const everything = { ...sdk, ...codes };
export const client = new sdk.WorkWx({ corpId: "", corpSecret: "" });
export const options = (given: sdk.ClientOptions) => ({ ...given });
export const pages = client.itemsPages({ cursor: "" });
export const ordered = async () => (await order(client, {})).item;
export const outcome = sdk.ItemCodec.safeDecode({});
export const standard = sdk.ItemCodec["~standard"];
export const validated = standard.validate({});
export const item = sdk.ItemCodec.create();
export const raw = item.raw;
export const failureOf = (error: sdk.TransportError) => error.failure;
export const kinds = [sdk.Kind.A, item.kind];
export const isKind = sdk.isKind;
export const message = sdk.MessageXmlCodec.parse("<xml/>", { maxLength: 6 });
export const received = message.note ?? sdk.ReceivedXmlCodec.create();
export const checked = sdk.ReceivedXmlCodec["~standard"].validate("");
export const xml = sdk.stringifyReceivedXml(received, "note");
export const callbacks = new Callbacks({ token: "", encodingAesKey: "", receiveId: [""] });
export const parsed = sdk.parseCallback("");
export const told = parsed.kind === "unknown" ? parsed.members : parsed.kind;
export const reply: CallbackReply = { msgKind: "a" };
export const replies = (message: Callback): CallbackReply | undefined =>
  message.kind === "base" ? { msgKind: "b", name: message.name } : undefined;
export const incoming = callbacks.receive({ query: "", body: "" });
export const { handle, encrypt, decrypt, verifyUrl } = callbacks;
export const post = (...[request]: Parameters<typeof handle>) =>
  callbacks.handle(request, (message) => (message.kind === "event" ? reply : undefined));
export class Failure extends sdk.DecodeError {}
export class Refusal extends sdk.ResponseError {}
`;

/** A receiver of callbacks in a project with the types of the web. */
const CONSUMER_OF_WEB = `import { Callbacks } from "workwx-sdk/callbacks";

const callbacks = new Callbacks({ token: "t", encodingAesKey: [], receiveId: () => true });
export const GET = (request: Request) => callbacks.handle(request);
export const POST = (request: Request) =>
  callbacks.handle(request, async (message, { id, reply }) => {
    if (message.kind === "unknown") return new Response(id, { status: 202 });
    if (message.kind === "base") return { msgKind: "b", name: message.name };
    return (await reply({ msgKind: "a" })).body;
  });
export const answer = async (request: Request): Promise<Response> => await POST(request);
export const received = (search: URLSearchParams, body: Uint8Array) =>
  callbacks.receive({ query: search, body });
export const handlers = [GET, POST, callbacks.encrypt, callbacks.decrypt, callbacks.verifyUrl];
export class Receiver extends Callbacks {}
`;

/** A consumer of one document alone, with types of another one. */
const CONSUMER_OF_SUBPATH = `import * as other from "workwx-sdk/other";

export const everything = { ...other };
export const item = other.OrderCodec.create().item;
export const kind = item?.kind;
`;

const BUNDLER = { module: "esnext", moduleResolution: "bundler" };
const NODE16 = { module: "node16" };
const NODENEXT = { module: "nodenext" };

/** Settings of projects that use the package: everything may be strict or nothing. */
const CONSUMERS = [
  ["everything strict", { ...STRICTNESS, ...NODENEXT, lib: ["es2022", "dom"], types: [] }],
  ["nothing strict, no web", { ...BUNDLER, strict: false, lib: ["es2020"], types: [] }],
  ["a worker", { ...NODE16, strict: true, lib: ["es2020", "webworker"], types: [] }],
  ["Node's types", { ...NODENEXT, strict: true, lib: ["es2022"], types: ["node"] }],
] as const;

/**
 * Settings of projects that compile the sources of the package among their own: `strict` they need,
 * and `noPropertyAccessFromIndexSignature` they do not keep.
 */
const COMPILERS_OF_SOURCES = [
  ["everything strict", { ...STRICTNESS, ...NODENEXT, lib: ["es2022", "dom"], types: [] }],
  ["strict, a worker", { ...BUNDLER, strict: true, lib: ["es2022", "webworker"], types: [] }],
  ["strict, Node's types", { ...NODE16, strict: true, lib: ["es2022"], types: ["node"] }],
] as const;

const SHARED = { target: "es2022", declaration: true, skipLibCheck: false, noEmit: true };

const USERS = ["use.ts", "use-subpath.ts"];

const usersWith = (options: {
  readonly lib: readonly string[];
  readonly types: readonly string[];
}) => (options.lib.length > 1 || options.types.length > 0 ? [...USERS, "use-web.ts"] : USERS);

/** A project that has the package installed, with its sources beside it. */
let folder: string;

/** All of its sources: those of the runtime that its documents do not use, too. */
let sources: readonly string[];

beforeAll(async () => {
  const documents = [
    { path: "spec/everything.md", value: SPEC },
    { path: "spec/other.md", value: OTHER },
  ];
  const files = await packageOf(documents, { int64: "bigint" });
  sources = [...files.keys()].filter((path) => /^src\/.*\.ts$/.test(path));
  const built = buildPackage(files);
  folder = mkdtempSync(join(tmpdir(), "md2sdk-compilers-"));
  cpSync(join(built, "dist"), join(folder, "node_modules/workwx-sdk/dist"), { recursive: true });
  cpSync(join(built, "package.json"), join(folder, "node_modules/workwx-sdk/package.json"));
  cpSync(join(built, "src"), join(folder, "src"), { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(join(folder, "use.ts"), CONSUMER);
  writeFileSync(join(folder, "use-subpath.ts"), CONSUMER_OF_SUBPATH);
  writeFileSync(join(folder, "use-web.ts"), CONSUMER_OF_WEB);
  rmSync(built, { recursive: true });
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true }));

/** All settings for the oldest version and the newest one that has an API, the extremes for others. */
describe.each([
  ["5.0", CONSUMERS, COMPILERS_OF_SOURCES],
  ["5.4", CONSUMERS.slice(0, 2), COMPILERS_OF_SOURCES.slice(0, 1)],
  ["5.9", CONSUMERS.slice(0, 2), COMPILERS_OF_SOURCES.slice(0, 1)],
  ["6.0", CONSUMERS, COMPILERS_OF_SOURCES],
])("TypeScript %s", (version, consumers, compilersOfSources) => {
  const compiler = loadCompiler(version);

  test.each(consumers)("uses the package: %s", (_name, options) => {
    const project = { folder, roots: usersWith(options), options: { ...SHARED, ...options } };
    expect(check(compiler, project)).toEqual([]);
  });

  test.each(compilersOfSources)("compiles the sources: %s", (_name, options) => {
    const project = { folder, roots: sources, options: { ...SHARED, ...options } };
    expect(check(compiler, project)).toEqual([]);
  });
});

/** This one has no API. */
describe("TypeScript 7", () => {
  test.each([
    ...CONSUMERS.map(([name, options]) => [name, "its users", options] as const),
    ...COMPILERS_OF_SOURCES.map(([name, options]) => [name, "its sources", options] as const),
  ])("%s: %s", (_name, kind, options) => {
    const files = kind === "its users" ? usersWith(options) : sources;
    const typeRoots = [join(root, "node_modules/@types")];
    const compilerOptions = { ...SHARED, typeRoots, ...options };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
    expect(compile(folder)).toBe("");
  });
});
