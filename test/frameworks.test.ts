/** The package in frameworks and with libraries of others. */
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "./support/compiler.js";
import { installPackages } from "./support/install.js";
import { root } from "./support/project.js";
import { exampleIn } from "./support/readme.js";
import { WeComServer } from "./support/wecom-server.js";
import { writeFile } from "./support/write-file.js";

const frameworks = join(root, "test/frameworks");

/** A folder with all packages, and a project in it with the packed package. */
let folder: string;
let project: string;

beforeAll(() => {
  installPackages(frameworks);
  folder = realpathSync(mkdtempSync(join(tmpdir(), "md2sdk-frameworks-")));
  symlinkSync(join(frameworks, "node_modules"), join(folder, "node_modules"));
  project = join(folder, "project");
  mkdirSync(project);
  const packed = run("npm", ["pack", "--json", "--pack-destination", folder], `${root}generated`);
  const [{ filename }] = JSON.parse(packed.slice(packed.indexOf("["))) as [{ filename: string }];
  writeFile(project, "package.json", JSON.stringify({ private: true }));
  const options = ["--offline", "--no-audit", "--no-fund"];
  run("npm", ["install", ...options, join(folder, filename)], project);
}, 600_000);

afterAll(() => rmSync(folder, { recursive: true }));

/** Compiles with TypeScript 5, as projects in CommonJS do. */
function compile(compilerOptions: object, files: readonly string[]): string {
  const options = {
    strict: true,
    target: "es2022",
    lib: ["es2022"],
    outDir: "out",
    typeRoots: [join(root, "node_modules/@types")],
    types: ["node"],
    skipLibCheck: true,
    ...compilerOptions,
  };
  writeFile(project, "tsconfig.json", JSON.stringify({ compilerOptions: options, files }));
  return run(process.execPath, [join(folder, "node_modules/typescript/bin/tsc")], project);
}

const COMMON_JS = { module: "commonjs", moduleResolution: "node10" };

test("jest runs the test of the README, in CommonJS and without a setting", () => {
  const given = "declare const beforeEach: any, test: any, expect: any;\nconst agentId = 7;\n";
  const example = exampleIn("generated/README.md", "ts", "### Tests");
  writeFile(project, "readme.test.ts", given + example);
  expect(compile(COMMON_JS, ["readme.test.ts"])).toBe("");
  const jest = join(folder, "node_modules/jest/bin/jest.js");
  const printed = run(process.execPath, [jest, "--rootDir", "out", "--json"], project);
  const { numPassedTests, numFailedTests } = JSON.parse(
    printed.slice(printed.indexOf("{"), printed.lastIndexOf("}") + 1),
  ) as object as Record<string, number>;
  expect([numPassedTests, numFailedTests]).toEqual([1, 0]);
});

test("NestJS injects the client", () => {
  cpSync(join(frameworks, "nest.ts"), join(project, "nest.ts"));
  const decorators = { experimentalDecorators: true, emitDecoratorMetadata: true };
  expect(compile({ ...COMMON_JS, ...decorators }, ["nest.ts"])).toBe("");
  const printed = run(
    process.execPath,
    ["--no-experimental-require-module", "out/nest.js"],
    project,
  );
  expect(JSON.parse(printed)).toEqual({ ids: ["wm-zhang"], errcode: 84061, isExplained: true });
});

test("the `fetch` of undici uploads and downloads through a proxy", async () => {
  const server = new WeComServer();
  await server.start();
  server.on("POST /cgi-bin/media/upload", ({ body }) => ({
    media_id: String(body.toString().includes('filename="照片.png"') && body.includes("照片")),
  }));
  server.on("GET /cgi-bin/media/get", (_request, response) => {
    response.setHeader(
      "content-disposition",
      "attachment; filename*=UTF-8''%E7%85%A7%E7%89%87.png",
    );
    response.end("照片");
  });
  let tunnels = 0;
  const proxy = createServer().on("connect", ({ url = "" }, client) => {
    tunnels += 1;
    const { hostname, port } = new URL(`http://${url}`);
    const target = connect(Number(port), hostname, () => {
      client.write("HTTP/1.1 200 OK\r\n\r\n");
      target.pipe(client).pipe(target);
    });
  });
  await new Promise<void>((resolve) => void proxy.listen(0, "127.0.0.1", resolve));
  const { port } = proxy.address() as AddressInfo;
  try {
    cpSync(join(frameworks, "undici.mts"), join(project, "undici.mts"));
    const web = { lib: ["es2022", "dom"], module: "nodenext" };
    expect(compile(web, ["undici.mts"])).toBe("");
    const argv = ["out/undici.mjs", server.url, `http://127.0.0.1:${port}`];
    const { stdout } = await promisify(execFile)(process.execPath, argv, { cwd: project });
    expect(JSON.parse(stdout)).toEqual({
      ids: ["true", "true", "true"],
      name: "照片.png",
      text: "照片",
    });
    expect(tunnels).toBeGreaterThan(0);
  } finally {
    proxy.closeAllConnections();
    proxy.close();
    await server.stop();
  }
});
