/** Programs of others that read OpenAPI, on the descriptions that md2sdk writes. */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WorkWx } from "../generated/src/index.js";
import type { SpecFile } from "../generator/source/spec-file.js";
import type * as redocly from "./generators/redocly.js";
import { compile, run } from "./support/compiler.js";
import { installPackages } from "./support/install.js";
import { openApiOf } from "./support/open-api.js";
import { packageOf } from "./support/package.js";
import { spec } from "./support/spec.js";

/** A package of its own: it is large, and some of it needs an older TypeScript than this repository. */
const generators = fileURLToPath(new URL("generators/", import.meta.url));

/** The folder of what they generate. */
let folder: string;

beforeAll(async () => {
  installPackages(generators);
  folder = mkdtempSync(join(tmpdir(), "md2sdk-generators-"));
  writeFileSync(join(folder, "openapi.yaml"), await openApiOf(spec, { security: TOKEN }));
  writeFileSync(join(folder, "pets.yaml"), await openApiOf([pets], { enums: "open" }));
}, 600_000);

afterAll(() => rmSync(folder, { recursive: true }));

/** The way in which WeCom takes tokens. */
const TOKEN = { type: "apiKey", in: "query", name: "access_token" } as const;

/** Runs a script of a generator in the folder. */
function generateWith(script: string, ...argv: readonly string[]): string {
  return run(process.execPath, [join(generators, "node_modules", script), ...argv], folder);
}

function openApiTypescript(input: string, output: string): string {
  return generateWith("openapi-typescript/bin/cli.js", input, "-o", output);
}

function heyApi(input: string, output: string): string {
  return generateWith("@hey-api/openapi-ts/bin/index.cjs", "-i", input, "-o", output);
}

function compileIn(include: string): string {
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: "es2022",
    lib: ["es2022", "dom", "dom.iterable", "dom.asynciterable"],
    module: "esnext",
    moduleResolution: "bundler",
    types: [],
  };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions, include: [include] }),
  );
  return compile(folder);
}

/** The rules of Redocly that descriptions do not follow, with the reasons. */
const OTHERWISE = {
  "info-license": "off", // the specification has no licence
  "no-empty-servers": "off", // an option names them
  "tag-description": "off", // topics need no documentation
  "operation-4xx-response": "off", // the column of errors is optional
  "security-defined": "off", // operations that need no token say nothing about it
  "no-unused-components": "off", // the models of queries are parameters, and schemas for whoever needs them
} as const;

test("Redocly has nothing to say about the description but by choice", async () => {
  const { createConfig, lintFromString } = createRequire(join(generators, "package.json"))(
    "@redocly/openapi-core",
  ) as typeof redocly;
  const config = await createConfig({ extends: ["recommended-strict"], rules: OTHERWISE });
  for (const specFiles of [spec, [pets]]) {
    const source = await openApiOf(specFiles, { security: TOKEN });
    const problems = await lintFromString({ source, absoluteRef: "/openapi.yaml", config });
    const texts = problems.map(({ ruleId, message, location }) => {
      return [ruleId, message, location[0]?.pointer].join(" ");
    });
    expect(texts).toEqual([]);
  }
});

describe("what others generate of the example specification compiles", () => {
  test("openapi-typescript", () => {
    openApiTypescript("openapi.yaml", "openapi-typescript/api.ts");
    expect(compileIn("openapi-typescript")).toBe("");
  });

  test("@hey-api/openapi-ts", () => {
    heyApi("openapi.yaml", "hey-api");
    expect(compileIn("hey-api")).toBe("");
  });

  test("orval", () => {
    const output = { target: "orval/api.ts", schemas: "orval/model", client: "fetch" };
    const config = { api: { input: "openapi.yaml", output } };
    writeFileSync(join(folder, "orval.config.json"), JSON.stringify(config));
    writeFileSync(
      join(folder, "orval.config.cjs"),
      'module.exports = require("./orval.config.json");\n',
    );
    generateWith("orval/dist/bin/orval.js", "--config", "orval.config.cjs");
    expect(compileIn("orval")).toBe("");
  });
});

/** Models whose names in JSON are those of the properties. */
const pets: SpecFile = {
  path: "pets.md",
  value: `# Pets

## Models

### \`Pet\` A pet

Name|JSON|Type|Required
:---|:---|:---|:---
\`Name\`|\`name\`|\`string\`|yes
\`Age\`|\`age\`|\`int32\`|yes
\`Weight\`|\`weight\`|\`float64\`|yes
\`Tame\`|\`tame\`|\`bool\`|yes
\`Kind\`|\`kind\`|\`Kind\`|yes
\`Born\`|\`born\`|\`time.Time\`|yes
\`Photo\`|\`photo\`|\`[]byte\`|yes
\`Tags\`|\`tags\`|\`[]string\`|yes
\`Scores\`|\`scores\`|\`map[string]int32\`|yes

### \`Owner\` A person

Name|JSON|Type
:---|:---|:---
\`Name\`|\`name\`|\`string\`
\`Pets\`|\`pets\`|\`[]Pet\`
\`Friend\`|\`friend,omitempty\`|\`*Owner\`

### \`Breeder\` A person with a kennel

Name|JSON|Type
:---|:---|:---
\`\`|\`\`|\`Owner\`
\`Kennel\`|\`kennel\`|\`string\`

\`\`\`go
type Kind int32

const (
	KindDog Kind = 1
	KindCat Kind = 2
)
\`\`\`
`,
};

test("their types and ours are assignable to each other", async () => {
  const ours = await packageOf([pets], { enumStyle: "union" });
  for (const [path, text] of ours) {
    mkdirSync(dirname(join(folder, "types/ours", path)), { recursive: true });
    writeFileSync(join(folder, "types/ours", path), text);
  }
  openApiTypescript("pets.yaml", "types/api.ts");
  heyApi("pets.yaml", "types/hey-api");
  const usage = `
    import type * as ours from "./ours/src/index.js";
    import type * as hey from "./hey-api/types.gen.js";
    import type { components } from "./api.js";
    type Schemas = components["schemas"];
    type IsFit<To, From extends To> = From;
    // Fields that the document requires are there on both sides.
    export type Pets = [
      IsFit<ours.Pet, hey.Pet>, IsFit<hey.Pet, ours.Pet>,
      IsFit<ours.Pet, Schemas["Pet"]>, IsFit<Schemas["Pet"], ours.Pet>,
    ];
    // Others may be missing on the wire, and have a zero value here.
    export type Others = [
      IsFit<ours.Init<ours.Owner>, hey.Owner>, IsFit<hey.Owner, ours.Owner>,
      IsFit<ours.Init<ours.Breeder>, Schemas["Breeder"]>, IsFit<Schemas["Breeder"], ours.Breeder>,
    ];
    // @ts-expect-error a name is a text
    export type Wrong = IsFit<hey.Pet, Omit<ours.Pet, "name"> & { name: number }>;
  `;
  writeFileSync(join(folder, "types/usage.ts"), usage);
  expect(compileIn("types/usage.ts")).toBe("");
});

describe("a mock server of the description", () => {
  let server: ChildProcess;
  let baseUrl: string;

  beforeAll(async () => {
    const port = await freePort();
    const script = join(generators, "node_modules/@stoplight/prism-cli/dist/index.js");
    const argv = [script, "mock", "--port", String(port), "openapi.yaml"];
    server = spawn(process.execPath, argv, { cwd: folder, stdio: "ignore" });
    baseUrl = `http://127.0.0.1:${port}`;
    for (let tries = 0; tries < 100; tries++) {
      const answer = await fetch(baseUrl).catch(() => undefined);
      if (answer !== undefined) return;
      await setTimeout(200);
    }
    throw new Error("the server does not start");
  }, 60_000);

  afterAll(() => server.kill());

  test("answers the client of the package", async () => {
    const workwx = new WorkWx({ corpId: "corp", corpSecret: "secret", baseUrl });
    const { externalUserId } = await workwx.externalContactList({ userId: "zhang" });
    expect(externalUserId).toEqual(["string"]);
    const { externalContact } = await workwx.externalContactGet({ externalUserId: "wm1" });
    expect(externalContact?.name).toBe("string");
    await workwx.externalContactRemark({ userId: "zhang", externalUserId: "wm1", remark: "x" });
  });

  test("refuses what the description does not allow", async () => {
    const options = { method: "POST", headers: { "content-type": "application/json" } };
    const url = `${baseUrl}/cgi-bin/externalcontact/remark`;
    const body = JSON.stringify({ userid: 1 });
    const wrong = await fetch(`${url}?access_token=x`, { ...options, body });
    expect(wrong.status).toBe(422);
    expect((await fetch(url, { ...options, body: "{}" })).status).toBe(401);
  });
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
