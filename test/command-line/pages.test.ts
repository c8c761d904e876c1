import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { cache, edit, git, project, root, useProject } from "../support/project.js";

useProject();

const CONFIG = {
  spec: "pages",
  dialect: "wecom",
  client: { profile: "wecom" },
  out: "sdk",
};

const READER = `读者

最后更新：2026/03/02

**请求方式：** GET（**HTTPS** ）
**请求地址：** https://books.example.com/cgi-bin/reader/get?access_token=ACCESS_TOKEN&card_no=CARD

**返回结果：**

    {"errcode": 0, "errmsg": "ok", "profile": {"name": "甲", "level": 1}}

**参数说明：**

参数| 说明
---|---
profile| 资料
name| 姓名
level| 级别
`;

/** A page that is in front of the other one, and has an equal object. */
const ADMIN = READER.replaceAll("读者", "管理员").replace("reader/get", "admin/get");

/** Writes a page. */
async function page(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(project, path)), { recursive: true });
  await writeFile(join(project, path), text);
}

/** Makes a repository of one page. */
async function start(): Promise<void> {
  await rm(join(project, "md2sdk.config.js"));
  await writeFile(join(project, "md2sdk.config.json"), JSON.stringify(CONFIG));
  await page("pages/读者.md", READER);
  await git("init", "--quiet");
  await git("add", ".");
  await git("commit", "--quiet", "--message", "x");
}

/** Runs the script `update` of the documentation, without the fetch of the pages. */
async function update(): Promise<string> {
  const readme = await readFile(join(root, "generator/dialect/other-documents.md"), "utf8");
  const [, script = ""] = /"update": "npm run pages && (.*)"/.exec(readme) ?? [];
  expect(script).not.toBe("");
  const tool = `node ${join(root, "dist/md2sdk.cjs")}`;
  const command = script.replaceAll(/\bmd2sdk(?= )/g, tool);
  await promisify(execFile)("sh", ["-ec", command], {
    cwd: project,
    env: { ...process.env, CACHE_DIR: cache },
  });
  return readFile(join(project, ".git/changes.md"), "utf8");
}

/** Returns the names that the package exports from the module of a page, and from all. */
async function names(): Promise<string[]> {
  const index = await readFile(join(project, "sdk/src/index.ts"), "utf8");
  return [...index.matchAll(/\b[A-Za-z]\w*(?=,|\s*\})/g)].map(([name]) => name).toSorted();
}

describe("a package of pages", () => {
  test("follows changes of the pages, and tells them in terms of the API", async () => {
    await start();
    expect(await update()).toContain("Nothing has changed");
    await git("add", ".");
    await git("commit", "--quiet", "--message", "y");
    const before = await names();
    expect(before).toContain("ReaderGetResponseProfile");

    await edit("pages/读者.md", '"level": 1', '"level": "1", "email": "a@example.com"');
    await edit("pages/读者.md", "level| 级别", "level| 级别\nemail| 邮箱");
    await page("pages/a/管理员.md", ADMIN);
    expect(await update()).toMatchInlineSnapshot(`
      "### Breaking

      - \`ReaderGetResponseProfile.email\` was added (breaks writers)
      - \`ReaderGetResponseProfile.level\` changed from \`int\` to \`string\`

      ### Additive

      - \`AdminGetRequest\` was added
      - \`AdminGetResponse\` was added
      - \`AdminGetResponseProfile\` was added
      - \`adminGet\` was added

      2 breaking, 4 additive: a major release.
      "
    `);
    const changed = await git("status", "--porcelain", "-uall");
    expect(changed).toContain("sdk/src/");
    expect(await names()).toEqual(expect.arrayContaining(before));
  });

  test("keeps its names when an equal object appears on a page in front of it", async () => {
    await start();
    await update();
    const before = await names();
    await page("pages/a/管理员.md", ADMIN);
    expect(await update()).not.toContain("Breaking");
    const after = await names();
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after).toContain("AdminGetResponseProfile");
  });
});
