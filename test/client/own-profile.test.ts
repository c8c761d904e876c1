import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileStrictly } from "../support/compiler.js";
import { HttpServer } from "../support/http-server.js";
import { packageOf } from "../support/package.js";
import { writeFile } from "../support/write-file.js";

const document = `# Lamps

## Models

### \`Lamp\` a lamp

Name|JSON|Type
-|-|-
\`ID\`|\`id\`|\`string\`

## API calls

Name|Request Type|Response Type|Access Token|URL
-|-|-|-|-
\`getLamp\`|\`Lamp\`|\`Lamp\`|+|\`GET /lamps/{id}\`
`;

/** An API that signs requests, and puts its answers and its errors into an envelope. */
const PROFILE = `import { ApiError, httpProfile, withoutSecrets, type Profile } from "./client/http/index.js";

/** The options of the client beside those of every client. */
export interface ProfileOptions {
  readonly key: string;
}

export function profile({ key }: ProfileOptions): Profile {
  return {
    ...httpProfile(),
    authorize: () => Promise.resolve({ headers: { "x-signed": \`signed \${key}\` }, secrets: [key] }),
    judge: ({ response, text }, json, { name }, secrets) => {
      const { ok, data, reason } = (json ?? {}) as { ok?: boolean; data?: unknown; reason?: string };
      if (ok === true) return data;
      throw new ApiError(name, response.status, {
        text: withoutSecrets(reason ?? text, secrets),
        decode: undefined,
      });
    },
  };
}
`;

const server = new HttpServer();
const folder = mkdtempSync(join(tmpdir(), "md2sdk-profile-"));

beforeAll(async () => {
  await server.start();
  const client = { name: "Lamps", profile: "./profile.js" } as const;
  const files = await packageOf([{ path: "spec/lamps.md", value: document }], { client });
  for (const [path, text] of files) writeFile(folder, path, text);
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

interface Lamps {
  readonly getLamp: (request: object) => Promise<object>;
}

test("a profile of one's own authorizes requests and reads answers", async () => {
  writeFile(folder, "src/profile.ts", PROFILE);
  expect(compileStrictly(join(folder, "src"))).toBe("");
  const outfile = join(folder, "index.mjs");
  await build({
    entryPoints: [join(folder, "src/index.ts")],
    outfile,
    bundle: true,
    format: "esm",
  });
  const sdk = (await import(pathToFileURL(outfile).href)) as {
    readonly Lamps: new (options: object) => Lamps;
  };
  const lamps = new sdk.Lamps({ baseUrl: server.url, key: "a long secret key" });
  server.handler = () => ({ ok: true, data: { id: "1" } });
  expect(await lamps.getLamp({ id: "1" })).toEqual({ id: "1" });
  expect(server.last?.headers["x-signed"]).toBe("signed a long secret key");
  server.handler = () => ({ ok: false, reason: "bad a long secret key" });
  await expect(lamps.getLamp({ id: "1" })).rejects.toMatchObject({ status: 200, body: "bad ***" });
});

test("the compiler refuses a profile without its hooks", () => {
  writeFile(folder, "src/profile.ts", PROFILE.replace("...httpProfile(),", ""));
  expect(compileStrictly(join(folder, "src"))).toMatch(/profile\.ts.*TS2739.*isRefused, isBusy/s);
  rmSync(join(folder, "src/profile.ts"));
  expect(compileStrictly(join(folder, "src"))).toMatch(/-client\.ts.*TS2307.*profile\.js/s);
});
