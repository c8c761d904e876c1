import { execFile } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compile, run } from "./support/compiler.js";
import { HttpServer, type Handler } from "./support/http-server.js";
import { root } from "./support/project.js";

/** The way of somebody new: a project, its package packed and installed elsewhere, and calls to a server. */
const folder = mkdtempSync(join(tmpdir(), "md2sdk-pet-store-"));
const project = join(folder, "petshop");
const consumer = join(folder, "consumer");
const server = new HttpServer();

beforeAll(async () => {
  await server.start();
  const tool = join(root, "dist/md2sdk.cjs");
  run(process.execPath, [tool, "init", "petshop"], folder);
  symlinkSync(join(root, "node_modules"), join(project, "node_modules"));
  run("npm", ["run", "build", "--workspace", "generated"], project);
  mkdirSync(consumer);
  run("npm", ["pack", "--pack-destination", consumer], join(project, "generated"));
  writeFileSync(join(consumer, "package.json"), JSON.stringify({ type: "module", private: true }));
  const tarball = readdirSync(consumer).find((name) => name.endsWith(".tgz")) ?? "";
  run("npm", ["install", "--offline", "--no-audit", "--no-fund", `./${tarball}`], consumer);
  cpSync(join(root, "test/consumer/pet-store.ts"), join(consumer, "pet-store.ts"));
  cpSync(join(root, "test/examples/pet-store/use.ts"), join(consumer, "use.ts"));
}, 180_000);

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** A server of pets, which knows one pet at most. */
function petStore(): Handler {
  const pets = new Map<string, Record<string, unknown>>();
  return ({ method, target, headers, body }, response) => {
    const { pathname, searchParams } = new URL(target, "http://localhost");
    const id = decodeURIComponent(pathname.replace(/^\/v1\/pets\/?/, ""));
    const refuse = (status: number, message: string) => {
      response.writeHead(status, { "x-request-id": "r1" }).end(JSON.stringify({ message }));
    };
    if (headers.authorization !== "Bearer t0ken") return refuse(401, "who are you");
    switch (`${method} ${id === "" ? "all" : "one"}`) {
      case "POST all": {
        const { name, born_at } = JSON.parse(body) as Record<string, unknown>;
        if (name === undefined || name === "") return refuse(422, "a pet needs a name");
        pets.set("p 1", { id: "p 1", name, born_at, status: "available" });
        return pets.get("p 1");
      }
      case "GET all":
        return {
          pets: [...pets.values()].filter(({ status }) => status === searchParams.get("status")),
        };
      case "GET one":
        return pets.get(id) ?? refuse(404, `no pet ${id}`);
      case "DELETE one":
        return pets.delete(id) ? void response.writeHead(204).end() : refuse(404, "gone already");
      default:
        return refuse(405, "no such method");
    }
  };
}

test("a pet store has path parameters, DELETE, empty answers and typed errors", async () => {
  writeFileSync(
    join(consumer, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        module: "nodenext",
        target: "es2022",
        strict: true,
        exactOptionalPropertyTypes: true,
        types: ["node"],
        typeRoots: [join(root, "node_modules/@types")],
      },
      include: ["*.ts"],
    }),
  );
  expect(compile(consumer)).toBe("");
  server.handler = petStore();
  const program = [join(consumer, "pet-store.js"), `${server.url}/v1`];
  const { stdout } = await promisify(execFile)(process.execPath, program);
  const pet = { id: "p 1", name: "Rex", status: "available", bornAt: "2024-02-29" };
  expect(JSON.parse(stdout)).toEqual({
    added: pet,
    found: pet,
    names: ["Rex"],
    removed: true,
    told: [
      "404 no pet no/such pet r1",
      "gone already",
      expect.stringContaining("id: expected a segment of a path"),
      "a pet needs a name",
    ],
  });
  expect(server.requests.map(({ method, target }) => `${method} ${target}`)).toEqual([
    "POST /v1/pets",
    "GET /v1/pets?status=available",
    "GET /v1/pets/p%201",
    "DELETE /v1/pets/p%201",
    "GET /v1/pets/no%2Fsuch%20pet",
    "DELETE /v1/pets/p%201",
    "POST /v1/pets",
  ]);
});

test("the example of a pet store runs", async () => {
  server.handler = petStore();
  const env = { ...process.env, PETS_URL: `${server.url}/v1`, PETS_TOKEN: "t0ken" };
  const run = promisify(execFile)(process.execPath, [join(consumer, "use.js")], { env });
  expect((await run).stdout).toBe("[ 'Rex' ]\n404 no pet p 1\n");
});
