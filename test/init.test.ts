import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { getFileInfo } from "prettier";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { compileStrictly } from "./support/compiler.js";
import { runShared } from "./support/tool.js";

let folder = "";

/** A cache with nothing in it. */
let cache = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "md2sdk-init-"));
  cache = mkdtempSync(join(tmpdir(), "md2sdk-cache-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(cache, { recursive: true });
});

function md2sdk(...argv: readonly string[]) {
  return md2sdkWith({}, ...argv);
}

/** Runs the tool with other variables of the environment. */
function md2sdkWith(variables: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  const env = { ...process.env, CACHE_DIR: cache, ...variables };
  return runShared({ argv, cwd: folder, env });
}

function read(path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

describe("init", () => {
  test("makes a project, and the package of it, in one command", async () => {
    const { status, stdout, stderr } = await md2sdk("init");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("added   spec/pets.md\n");
    expect(stdout).toContain("added   generated/\n");
    expect(stdout).toContain("Next:\n");
    expect(readdirSync(folder).toSorted()).toEqual([
      ".gitattributes",
      ".gitignore",
      ".prettierignore",
      "generated",
      "md2sdk.config.mjs",
      "package.json",
      "spec",
    ]);
    expect(readdirSync(join(folder, "generated"))).not.toContain("init");
    const own = JSON.parse(read("package.json"));
    expect(own.scripts.generate).toBe("md2sdk generate");
    expect((await md2sdk("generate", "--check")).status).toBe(0);
  });

  test("its package compiles under the strictest settings, and works", async () => {
    await md2sdk("init");
    expect(compileStrictly(join(folder, "generated/src"))).toBe("");
    const outfile = join(folder, "sdk.mjs");
    const entryPoints = [join(folder, "generated/src/index.ts")];
    await build({ entryPoints, outfile, bundle: true, format: "esm" });
    const { PetCodec } = await import(pathToFileURL(outfile).href);
    const pet = { id: "1", name: "Rex", status: "sold", born_at: "2024-02-29" };
    expect(PetCodec.encode(PetCodec.decode(pet))).toEqual(pet);
  });

  test("keeps the package from prettier, whatever its settings are", async () => {
    await md2sdk("init");
    const ignorePath = join(folder, ".prettierignore");
    const infoOf = (path: string) => getFileInfo(join(folder, path), { ignorePath });
    expect((await infoOf("generated/src/index.ts")).ignored).toBe(true);
    expect((await infoOf("spec/pets.md")).ignored).toBe(false);
  });

  test.each([
    ["http", "en"],
    ["http", "zh"],
    ["wecom", "en"],
    ["wecom", "zh"],
  ])("has an example for the profile %s in the language %s", async (profile, language) => {
    const made = await md2sdk("init", "--profile", profile, "--language", language);
    expect(made).toMatchObject({ status: 0, stderr: "" });
    const isChinese = /^新项目[^]*新增[^]*接下来/.test(made.stdout);
    const isEnglish = /\b(?:added|next|documents?)\b/.test(made.stdout);
    expect({ isChinese, isEnglish }).toEqual({
      isChinese: language === "zh",
      isEnglish: language === "en",
    });
    expect(compileStrictly(join(folder, "generated/src"))).toBe("");
    const texts = read("md2sdk.config.mjs") + read(`spec/${readdirSync(join(folder, "spec"))}`);
    expect(/\p{Script=Han}/u.test(texts)).toBe(language === "zh");
    expect(existsSync(join(folder, "generated/src/client", profile))).toBe(true);
    const { stdout, status: linted } = await md2sdk("lint", "--fix", "--dry-run");
    expect({ stdout, linted }).toEqual({ stdout: expect.stringContaining("no"), linted: 0 });
  });

  test("a second time it keeps everything", async () => {
    await md2sdk("init");
    writeFileSync(join(folder, "spec/pets.md"), read("spec/pets.md").replace("young", "old"));
    const before = read("spec/pets.md");
    const { status, stdout } = await md2sdk("init");
    expect(status).toBe(0);
    expect(stdout).not.toContain("added   spec");
    expect(stdout).toContain("kept    spec\n");
    expect(read("spec/pets.md")).toBe(before);
  });

  test("gives a package.json what it lacks, and changes nothing else of it", async () => {
    const own = `{\n\t"name": "mine",\n\t"scripts": {\n\t\t"generate": "mine"\n\t},\n\t"license": "MIT"\n}`;
    writeFileSync(join(folder, "package.json"), own);
    await md2sdk("init", "--no-generate");
    expect(read("package.json")).toContain(own.slice(0, own.indexOf('"mine"\n') + 6));
    expect(Object.keys(JSON.parse(read("package.json")))).toEqual([
      "name",
      "scripts",
      "license",
      "devDependencies",
      "workspaces",
    ]);
    expect(JSON.parse(read("package.json")).scripts.generate).toBe("mine");
    expect(existsSync(join(folder, "generated"))).toBe(false);
    const once = read("package.json");
    expect((await md2sdk("init", "--no-generate")).stdout).toContain("kept    package.json");
    expect(read("package.json")).toBe(once);
  });

  test.each(["某 sdk", "a/b", "'quoted'"])("makes a folder called %s", async (name) => {
    const { status, stdout } = await md2sdk("init", name);
    expect(status).toBe(0);
    expect(stdout).toContain(`cd ${JSON.stringify(name)}`);
    expect(existsSync(join(folder, name, "generated/src/pets.ts"))).toBe(true);
    expect(readdirSync(folder)).toEqual([name.split("/")[0]]);
  });

  test.each(["commonjs", "module", undefined])(
    "works in a package of the type %s",
    async (type) => {
      writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "mine", type }));
      const { status, stderr } = await md2sdk("init");
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      expect((await md2sdk("generate", "--check")).status).toBe(0);
    },
  );

  test.each([
    ["md2sdk.config.js", "export default { out: 'sdk' };"],
    ["md2sdk.config.cjs", "module.exports = { out: 'sdk' };"],
    ["md2sdk.config.mts", "export default { out: 'sdk' as string };"],
  ])("keeps a configuration %s in a package of the type commonjs", async (name, text) => {
    writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "commonjs" }));
    writeFileSync(join(folder, name), text);
    const { status, stdout } = await md2sdk("init");
    expect(status).toBe(0);
    expect(stdout).toContain(`kept    ${name}\n`);
    expect(stdout).not.toContain("--workspace");
    expect(existsSync(join(folder, "sdk/package.json"))).toBe(true);
    expect(JSON.parse(read("package.json")).workspaces).toBeUndefined();
  });

  test.each([
    ["npm", "npm install", "npm --prefix generated run build", "npm run generate:watch"],
    ["pnpm", "pnpm install", "pnpm --dir generated build", "pnpm generate:watch"],
    ["yarn", "yarn install", "yarn --cwd generated build", "yarn generate:watch"],
    ["bun", "bun install", "bun run --cwd generated build", "bun run generate:watch"],
  ])(
    "ends with the commands of %s if that runs it, or has left its files",
    async (name, ...steps) => {
      const next = `Next:\n  ${steps.join("\n  ")}    # and edit spec/*.md\n`;
      const agent = { npm_config_user_agent: `${name}/9.0.0 npm/? node/v20.19.0` };
      expect((await md2sdkWith(agent, "init", "a", "--no-generate")).stdout).toContain(
        next.replace("  ", '  cd "a"\n  '),
      );
      const lock = {
        npm: "package-lock.json",
        pnpm: "pnpm-lock.yaml",
        yarn: "yarn.lock",
        bun: "bun.lock",
      };
      writeFileSync(join(folder, lock[name as keyof typeof lock]), "");
      const other = { npm_config_user_agent: "npm/9.0.0" };
      expect((await md2sdkWith(other, "init", "--no-generate")).stdout).toContain(next);
      const { workspaces } = JSON.parse(read("package.json"));
      expect(workspaces).toEqual(name === "pnpm" ? undefined : ["generated"]);
      expect(existsSync(join(folder, "pnpm-workspace.yaml"))).toBe(name === "pnpm");
    },
  );

  test("in a workspace, lists the package there", async () => {
    writeFileSync(join(folder, "package.json"), `{"name":"m","workspaces":["packages/*"]}`);
    const { status, stdout } = await md2sdk("init", "packages/api", "--no-generate");
    expect(status).toBe(0);
    expect(stdout).toContain("  changed ../../package.json\n");
    expect(JSON.parse(read("package.json")).workspaces).toEqual([
      "packages/*",
      "packages/api/generated",
    ]);
    const own = JSON.parse(read("packages/api/package.json"));
    expect(own).toMatchObject({ name: "api", version: "0.0.0", private: true });
    expect(own).not.toHaveProperty("workspaces");
    expect(read("packages/api/md2sdk.config.mjs")).toContain('name: "api-sdk"');
    // A folder that the workspace does not list is a project of its own.
    await md2sdk("init", "other", "--no-generate");
    expect(JSON.parse(read("other/package.json")).workspaces).toEqual(["generated"]);
  });

  test("in a workspace of pnpm, lists the package there, and keeps comments", async () => {
    const list = "# ours\npackages:\n  - packages/* # all\n\ncatalog:\n  a: 1\n";
    writeFileSync(join(folder, "pnpm-workspace.yaml"), list);
    await md2sdk("init", "packages/api", "--no-generate");
    const added = list.replace("# all\n", "# all\n  - packages/api/generated\n");
    expect(read("pnpm-workspace.yaml")).toBe(added);
    await md2sdk("init", "packages/api", "--no-generate");
    expect(read("pnpm-workspace.yaml")).toBe(added);
    writeFileSync(join(folder, "pnpm-workspace.yaml"), "packages: 1\n");
    rmSync(join(folder, "packages"), { recursive: true });
    writeFileSync(join(folder, "pnpm-lock.yaml"), "");
    const { status, stderr } = await md2sdk("init", "--no-generate");
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringContaining("a list `packages`"),
    });
    expect(readdirSync(folder).toSorted()).toEqual(["pnpm-lock.yaml", "pnpm-workspace.yaml"]);
  });

  test.each([
    ["Pet Shop", "pet-shop-sdk"],
    ["shop-sdk", "shop-client"],
    ["宠物", "my-sdk"],
  ])("names the package of the folder %s %s", async (name, sdk) => {
    await md2sdk("init", name, "--no-generate");
    expect(read(`${name}/md2sdk.config.mjs`)).toContain(`name: "${sdk}"`);
  });

  test("names the package after the project, within its scope", async () => {
    writeFileSync(join(folder, "package.json"), `{"name":"@shop/pets"}`);
    await md2sdk("init", "--no-generate");
    expect(read("md2sdk.config.mjs")).toContain('name: "@shop/pets-sdk"');
  });

  test("adds the package to the workspaces, once and in the form that they have", async () => {
    const workspaces = { packages: ["apps/*"], nohoist: ["a"] };
    writeFileSync(join(folder, "package.json"), JSON.stringify({ workspaces }));
    await md2sdk("init", "--no-generate");
    await md2sdk("init", "--no-generate");
    expect(JSON.parse(read("package.json")).workspaces).toEqual({
      packages: ["apps/*", "generated"],
      nohoist: ["a"],
    });
  });

  test("leaves the folder as it was if the package cannot be generated", async () => {
    mkdirSync(join(folder, "spec"));
    writeFileSync(join(folder, "spec/a.md"), "# A\n\n## Models\n\n### `A`\n\n| Name |\n");
    writeFileSync(join(folder, "package.json"), "{}");
    const broken = await md2sdk("init");
    expect(broken.status).toBe(1);
    expect(broken.stderr).toContain("spec/a.md");
    expect(broken.stdout).not.toContain("added");
    rmSync(join(folder, "spec"), { recursive: true });
    // The output has the name of a file.
    writeFileSync(join(folder, "generated"), "");
    expect((await md2sdk("init")).status).toBe(2);
    expect(readdirSync(folder)).toEqual(["generated", "package.json"]);
    expect(read("package.json")).toBe("{}");
  });

  test("leaves nothing behind where it cannot write", async () => {
    writeFileSync(join(folder, "package.json"), "[]");
    const noObject = await md2sdk("init");
    expect(noObject.status).toBe(2);
    expect(noObject.stderr).toContain("expected a JSON object");
    expect(readdirSync(folder)).toEqual(["package.json"]);
    rmSync(join(folder, "package.json"));
    // A folder in the place of the draft of a file: the disk refuses also where the user may do all.
    writeFileSync(join(folder, "package.json"), "{}");
    mkdirSync(join(folder, "package.json.md2sdk"));
    const inTheWay = await md2sdk("init");
    expect(inTheWay.status).toBe(2);
    expect(readdirSync(folder)).toEqual(["package.json", "package.json.md2sdk"]);
    expect(read("package.json")).toBe("{}");
  });
});

test.each([
  [["generat"], "(Did you mean generate?)"],
  [["generate", "--wach"], "(Did you mean --watch?)"],
  [["docs", "--titel=x"], "(Did you mean --title?)"],
  [["init", "--no-generat"], "(Did you mean --no-generate?)"],
])("a slip of the keyboard is told: %j", async (argv, hint) => {
  const { status, stderr } = await md2sdk(...argv);
  expect(status).toBe(2);
  expect(stderr).toContain(hint);
});

test.each(["generate", "lint", "diff", "docs", "init"])(
  "%s --help has examples",
  async (command) => {
    const { status, stdout } = await md2sdk(command, "--help");
    expect(status).toBe(0);
    expect(stdout).toContain(`Examples:\n  md2sdk ${command}`);
  },
);
