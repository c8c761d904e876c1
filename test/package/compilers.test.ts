import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compile } from "../support/compiler.js";
import { check, loadCompiler } from "../support/compilers.js";
import {
  COMPILERS_OF_SOURCES,
  CONSUMERS,
  install,
  MATRIX,
  projectWith,
  SHARED,
} from "../support/matrix.js";
import { packageOf } from "../support/package.js";
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
export const ordered = async () => (await order(client, { kind: sdk.Kind.A })).item;
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
export const SWITCH = (request: Request) =>
  callbacks.handle(request, async (message) => {
    switch (message.kind) {
      case "event":
        return { msgKind: "a" };
      case "base":
        await Promise.resolve(message.name);
        return;
      case "unknown":
        return;
    }
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

/** A consumer of a package with the neutral client. */
const CONSUMER_OF_HTTP = `import * as sdk from "neutral-sdk";

export const everything = { ...sdk };
export const client = new sdk.Neutral({ token: () => Promise.resolve("t"), headers: { a: "b" } });
export const options = (given: sdk.NeutralOptions) => ({ ...given });
export const ordered = async () => (await sdk.order(client, { kind: sdk.Kind.A })).item;
export const refused = (error: sdk.ApiError) => [error.status, error.body, error.requestId];
export class Refusal extends sdk.ApiError {}
`;

const USERS = ["use.ts", "use-subpath.ts", "use-http.ts"];

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
  const wecom = { profile: "wecom" } as const;
  const files = await packageOf(documents, { int64: "bigint", client: wecom });
  sources = [...files.keys()].filter((path) => /^src\/.*\.ts$/.test(path));
  folder = projectWith(files, {
    "use.ts": CONSUMER,
    "use-subpath.ts": CONSUMER_OF_SUBPATH,
    "use-web.ts": CONSUMER_OF_WEB,
    "use-http.ts": CONSUMER_OF_HTTP,
  });
  const http = { name: "Neutral", auth: "bearer", baseUrl: "https://neutral.example" } as const;
  const neutral = await packageOf(documents, { int64: "bigint", client: http });
  install(neutral, { name: "neutral-sdk", folder, sources: "neutral" });
  const own = [...neutral.keys()].filter((path) => /\/client\/http\/|-client\./.test(path));
  sources = [...sources, ...own.map((path) => path.replace("src/", "neutral/"))];
});

afterAll(() => rmSync(folder, { recursive: true }));

describe.each(MATRIX)("TypeScript %s", (version, consumers, compilersOfSources) => {
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
