import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forgeries } from "./support/callback-forgeries.js";
import { messageAt } from "./support/callback-messages.js";
import { post, receiver, replyIn, verification } from "./support/callback-sender.js";
import { compile, run } from "./support/compiler.js";
import { exampleIn } from "./support/readme.js";
import { urlFrom } from "./support/server-process.js";
import { WeComServer } from "./support/wecom-server.js";

const root = fileURLToPath(new URL("../", import.meta.url));

/** An empty project with the packed package installed, and the programs of the consumer compiled in `out/`. */
let project: string;
let tarball: string;

/** The messages of the compiler about these programs. */
let compiled: string;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "md2sdk-consumer-"));
  // `npm test` has built the package, as the script `prepack` does, and other tests read the build now.
  const argv = ["pack", "--ignore-scripts", "--json", "--pack-destination", project];
  const packed = run("npm", argv, `${root}generated`);
  const [{ filename }] = JSON.parse(packed.slice(packed.indexOf("["))) as [{ filename: string }];
  tarball = join(project, filename);
  writeFileSync(join(project, "package.json"), JSON.stringify({ type: "module", private: true }));
  run("npm", ["install", "--offline", "--no-audit", "--no-fund", tarball], project);
  cpSync(join(root, "test/consumer"), join(project, "src"), { recursive: true });
  cpSync(join(root, "test/examples/wecom-server"), join(project, "src"), { recursive: true });
  // The consumer of another package has a test of its own.
  rmSync(join(project, "src/pet-store.ts"));
  compiled = compileConsumer({ module: "nodenext", noEmit: false });
});

afterAll(() => rmSync(project, { recursive: true }));

describe("the packed package compiles in its consumers", () => {
  test("module nodenext", () => expect(compiled).toBe(""));

  test.each([
    ["a bundler", { module: "esnext", moduleResolution: "bundler" }],
    ["exactOptionalPropertyTypes", { module: "nodenext", exactOptionalPropertyTypes: true }],
    ["noUncheckedIndexedAccess", { module: "nodenext", noUncheckedIndexedAccess: true }],
    [
      "verbatimModuleSyntax and isolatedModules",
      { module: "nodenext", verbatimModuleSyntax: true, isolatedModules: true },
    ],
    [
      "everything at once",
      {
        module: "nodenext",
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        noPropertyAccessFromIndexSignature: true,
        verbatimModuleSyntax: true,
        isolatedModules: true,
        noUnusedLocals: true,
      },
    ],
  ])("%s", (_name, options) => {
    expect(compileConsumer(options)).toBe("");
  });
});

describe("the packed package at run time", () => {
  test("decodes, encodes and explains", () => {
    expect(JSON.parse(run(process.execPath, ["out/use.js"], project))).toMatchInlineSnapshot(`
      {
        "contact": {
          "avatar": "",
          "corpName": "",
          "externalProfile": {
            "externalAttr": [
              {
                "name": "地址",
                "text": {
                  "value": "深圳",
                },
                "type": 0,
              },
            ],
            "externalCorpName": "",
          },
          "externalUserId": "wm1",
          "gender": 2,
          "name": "张三",
          "position": "",
          "type": 1,
          "unionId": "",
        },
        "failure": {
          "issues": [
            {
              "message": "expected integer, got string "1"",
              "path": [
                "tags",
                1,
                "type",
              ],
            },
          ],
          "ok": false,
        },
        "isFemale": true,
        "isWeChat": true,
        "message": "tags: expected array, got number 1",
        "text": "{"external_userid":"wm1","name":"张三","position":"","avatar":"","corp_name":"","type":1,"gender":2,"unionid":"","external_profile":{"external_corp_name":"","external_attr":[{"type":0,"name":"地址","text":{"value":"深圳"}}]}}",
      }
    `);
  });

  test("`require` works as well", () => {
    const script = `console.log(require("workwx-sdk").ExternalUserType.WorkWeChat)`;
    expect(run(process.execPath, ["--no-warnings", "-e", script], project)).toBe("2\n");
  });

  test.each(["import", "require"])("answers its own client by `%s`", (way) => {
    const from = (name: string) =>
      way === "import" ? `await import("${name}")` : `require("${name}")`;
    const script = `
      const { WorkWx, WorkWxError } = ${from("workwx-sdk")};
      const { FakeWorkWx, refusal } = ${from("workwx-sdk/testing")};
      const fake = new FakeWorkWx();
      const workwx = new WorkWx(fake.options);
      const send = () => workwx.userGet({ userId: "zhang" });
      fake.once("userGet", () => refusal(60111));
      send().catch((error) => {
        if (!(error instanceof WorkWxError)) throw error;
        return send().then(({ userId }) => console.log(userId, fake.requestsOf("userGet").length));
      });
    `;
    const type = way === "import" ? "module" : "commonjs";
    expect(run(process.execPath, [`--input-type=${type}`, "-e", script], project)).toBe(
      "zhang 2\n",
    );
  });

  test("declares no const enum, and nothing internal", () => {
    for (const name of ["external-contact", "external-contact.enums", "index"]) {
      const path = join(project, `node_modules/workwx-sdk/dist/${name}.d.ts`);
      expect(readFileSync(path, "utf8")).not.toMatch(/const enum|function (?:read|write)[A-Z]/);
    }
  });
});

describe("the packed client", () => {
  const server = new WeComServer();

  beforeAll(async () => {
    await server.start();
    server.on("GET /cgi-bin/externalcontact/list", () => ({ external_userid: ["wm1"] }));
    server.on("POST /cgi-bin/media/upload", () => ({ errcode: 40006, errmsg: "invalid size" }));
  });

  afterAll(() => server.stop());

  test("calls from TypeScript", async () => {
    const { stdout } = await node("out/call.js", server.url);
    expect(JSON.parse(stdout)).toEqual({
      externalUserId: ["wm1"],
      again: { externalUserId: ["wm1"] },
      explanation: "不合法的文件大小",
      wrong: "function",
    });
  });

  test("calls from plain JavaScript", async () => {
    const { stdout } = await node("src/call.js", server.url);
    expect(JSON.parse(stdout)).toEqual({ externalUserId: ["wm1"] });
  });

  test.each(["README.md", "README.zh-CN.md"])("calls as %s says", async (name) => {
    writeFileSync(join(project, "src/example.js"), exampleIn(name, "js example"));
    const { stdout } = await node("src/example.js", server.url);
    expect(stdout).toBe("[ 'wm1' ]\n");
  });

  test("compiles where the types of the web are not there", () => {
    writeFileSync(
      join(project, "src/bare.ts"),
      'import { ExternalContactCodec, WorkWx } from "workwx-sdk";\n' +
        "export const name: string = ExternalContactCodec.create().name;\n" +
        'export const workwx: WorkWx = new WorkWx({ corpId: "", corpSecret: "" });\n',
    );
    expect(compileConsumer({ module: "nodenext", lib: ["es2022"], types: [] }, "bare.ts")).toBe("");
  });
});

describe("the packed callbacks, in a server of their own", () => {
  const api = new WeComServer();
  let server: ChildProcess;
  let url: string;

  beforeAll(async () => {
    await api.start();
    api.on("GET /cgi-bin/externalcontact/get", () => ({ external_contact: {}, follow_user: [] }));
    server = spawn(process.execPath, ["src/server.js", JSON.stringify(receiver), api.url], {
      cwd: project,
      stdio: ["ignore", "pipe", "inherit"],
    });
    url = `${await urlFrom(server)}/callback`;
  });

  afterAll(async () => {
    server.kill();
    await api.stop();
  });

  async function send({ query, body }: ReturnType<typeof post>, to = url) {
    const response = await fetch(`${to}?${query}`, { method: "POST", body });
    return { status: response.status, text: await response.text() };
  }

  test("verify their URL", async () => {
    const response = await fetch(`${url}?${verification("1616140317555161061")}`);
    expect([response.status, await response.text()]).toEqual([200, "1616140317555161061"]);
  });

  test.each(["templates/README.md", "templates/README.zh-CN.md"])(
    "are received as %s says",
    async (name) => {
      const code = exampleIn(name, "js server").replace("PORT)", "PORT, printPort)");
      const printing = "function printPort() {\n  console.log(this.address().port);\n}\n";
      writeFileSync(join(project, "src/readme.js"), code + printing);
      const { token, encodingAesKey, receiveId } = receiver;
      const settings = { TOKEN: token, ENCODING_AES_KEY: encodingAesKey, CORP_ID: receiveId };
      const child = spawn(process.execPath, ["src/readme.js"], {
        cwd: project,
        stdio: ["ignore", "pipe", "pipe"],
        env: { ...process.env, ...settings, PORT: "0" },
      });
      try {
        const own = await urlFrom(child);
        const response = await fetch(`${own}/callback?${verification("42")}`);
        expect([response.status, await response.text()]).toEqual([200, "42"]);
        expect((await fetch(`${own}//`)).status).toBe(403);
        const { text, reply } = messageAt(0);
        expect((await send(post(text, { token: "forged" }), own)).status).toBe(403);
        expect(replyIn((await send(post(text), own)).text)).toContain(
          reply.slice(reply.indexOf("<Content>")),
        );
      } finally {
        child.kill();
      }
    },
  );

  test.each([
    ["templates/README.md", "## Callbacks"],
    ["templates/README.zh-CN.md", "## 回调"],
  ])("are typed as %s says", (name, heading) => {
    const given =
      'import type { WorkWx } from "workwx-sdk";\ndeclare const workwx: WorkWx;\n' +
      "declare const token: string, encodingAesKey: string, receiveId: string;\n";
    writeFileSync(join(project, "src/readme.ts"), given + exampleIn(name, "ts", heading));
    expect(compileConsumer({ module: "nodenext", noImplicitReturns: true }, "readme.ts")).toBe("");
  });

  test("are answered by the example, which also lists customers", async () => {
    api.on("POST /cgi-bin/externalcontact/batch/get_by_user", () => ({
      external_contact_list: [{ external_contact: { name: "李四" } }],
    }));
    const { createApp } = (await import(join(project, "out/app.js"))) as {
      createApp: (settings: object) => (request: Request) => Promise<Response>;
    };
    const client = { corpId: "corp", corpSecret: "s3cret+/=%", baseUrl: api.url };
    const answer = createApp({ client, callbacks: receiver });
    const customers = await answer(new Request("http://localhost/customers/zhang"));
    expect(await customers.json()).toEqual(["李四"]);
    const { text, reply } = messageAt(0);
    const { query, body } = post(text);
    const to = new Request(`http://localhost/callback?${query}`, { method: "POST", body });
    const answered = await answer(to);
    expect(replyIn(await answered.text())).toContain(reply.slice(reply.indexOf("<Content>")));
    expect((await answer(new Request("http://localhost/"))).status).toBe(404);
  });

  test("refuse every forgery without a word", async () => {
    const outcomes = await Promise.all(
      Object.entries(forgeries).map(async ([name, [kind, request]]) => {
        const { method } = request;
        const body =
          method === "GET" || method === "HEAD" ? null : await request.clone().arrayBuffer();
        const response = await fetchAgain(url + new URL(request.url).search, { method, body });
        return [name, kind, response.status, await response.text()];
      }),
    );
    const expected = Object.entries(forgeries).map(([name, [kind]]) => {
      return [name, kind, kind === "method" ? 405 : kind === "size" ? 413 : 403, ""];
    });
    expect(outcomes).toEqual(expected);
    expect(outcomes.length).toBeGreaterThan(45);
  });

  test("answer, call and confirm under load, with forgeries in between", async () => {
    const messages = Array.from({ length: 400 }, (_, index) => messageAt(index));
    const outcomes = await Promise.all(
      messages.map(async ({ text, isForged }) => {
        const { status, text: body } = await send(post(text, isForged ? { token: "forged" } : {}));
        const reply = body === "" ? body : replyIn(body);
        return { status, reply: reply.replace(/<CreateTime>\d{10}</, "<CreateTime>now<") };
      }),
    );
    expect(outcomes).toEqual(messages.map(({ status, reply }) => ({ status, reply })));
    const asked = api.requests.filter(({ path }) => path === "/cgi-bin/externalcontact/get");
    expect(new Set(asked.map(({ query }) => query["external_userid"])).size).toBe(100);
  });
});

/** Fetches up to five times: who refuses a large body may close the connection before the answer is read. */
async function fetchAgain(url: string, init: RequestInit, times = 5): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (times === 1) throw error;
    return fetchAgain(url, init, times - 1);
  }
}

/** Runs a program of the consumer, which talks to a server in this process. */
function node(...argv: readonly string[]) {
  return promisify(execFile)(process.execPath, argv, { cwd: project });
}

describe("the packed package is well formed", () => {
  test("publint", async () => {
    const { messages, pkg } = await publint({ pkgDir: join(project, "node_modules/workwx-sdk") });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  test("are the types wrong", async () => {
    const result = await checkPackage(createPackageFromTarballData(readFileSync(tarball)));
    if (result.types === false) throw new Error("the package has no types");
    expect(result.problems).toEqual([]);
  });
});

test("the packed package works in CommonJS, and its classes are one in all modules", () => {
  const code =
    'const { WorkWx, SdkError, WorkWxError } = require("workwx-sdk");' +
    'const { mediaGet } = require("workwx-sdk/media");' +
    'console.log(WorkWxError.prototype instanceof SdkError, mediaGet === require("workwx-sdk").mediaGet, typeof WorkWx);';
  expect(run(process.execPath, ["--no-experimental-require-module", "-e", code], project)).toBe(
    "true true function\n",
  );
});

/** Checks the consumer's sources with some settings beside `strict`; it also compiles them with `noEmit: false`. */
function compileConsumer(options: Readonly<Record<string, unknown>>, only?: string): string {
  const compilerOptions = {
    target: "es2022",
    lib: ["es2022", "dom"],
    strict: true,
    skipLibCheck: false,
    types: [],
    noEmit: true,
    outDir: "out",
    rootDir: "src",
    ...options,
  };
  writeFileSync(
    join(project, "tsconfig.json"),
    JSON.stringify({ compilerOptions, include: [only === undefined ? "src" : `src/${only}`] }),
  );
  return compile(project);
}
