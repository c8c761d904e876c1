import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { md2sdk, project, useProject } from "../support/project.js";

useProject();

const PAGE = `借书

**请求方式：** POST（**HTTPS** ）
**请求地址：** https://books.example.com/cgi-bin/loan/add?access_token=ACCESS_TOKEN

**请求包体：**

    {"book_id": 7, "note": "x"}

**参数说明：**

参数| 必须| 说明
---|---|---
access_token| 是| 调用接口凭证
book_id| 是| 书号
`;

describe("draft", () => {
  beforeEach(async () => {
    await mkdir(join(project, "pages/借阅"), { recursive: true });
    await writeFile(join(project, "pages/借阅/借书.md"), PAGE);
    await writeFile(join(project, "pages/还书.md"), PAGE.replaceAll("add", "del"));
  });

  test("writes a document to standard output, and messages beside it", async () => {
    const { status, stdout, stderr } = await md2sdk(
      "draft",
      "--dialect",
      "wecom",
      "pages/借阅/借书.md",
    );
    expect(status).toBe(0);
    expect(stdout.trim().split("\n")).toEqual([
      "# 借书",
      "",
      "## Models",
      "",
      "### `LoanAddRequest` 借书：请求参数",
      "",
      "| Name | JSON | Type | Required | Doc |",
      "| --- | --- | --- | --- | --- |",
      "| `BookId` | `book_id` | `int` | yes | 书号 |",
      "| `Note` | `note` | `string` | no |  |",
      "",
      "## API calls",
      "",
      "| Name | Request Type | Response Type | Access Token | URL | Doc |",
      "| --- | --- | --- | --- | --- | --- |",
      "| `loanAdd` | `LoanAddRequest` | `any` | + | `POST /cgi-bin/loan/add` | 借书 |",
    ]);
    expect(stderr).toContain("undocumented-member");
    expect(stderr).not.toContain("What the drafts cannot say");
  });

  test("writes a document for each page, which lints", async () => {
    const { status, stdout } = await md2sdk(
      "draft",
      "--dialect",
      "wecom",
      "pages",
      "--out",
      "drafts",
    );
    expect(status).toBe(0);
    expect(stdout).toContain("added   借阅/借书.md");
    expect((await readdir(join(project, "drafts"))).toSorted()).toEqual(["借阅", "还书.md"]);
    const lint = await md2sdk("lint", "drafts");
    expect(lint.status).toBe(0);
    expect(lint.stderr).toBe("");
  });

  test("replaces no file, and writes nothing beside it", async () => {
    await mkdir(join(project, "drafts"));
    await writeFile(join(project, "drafts/还书.md"), "mine");
    const { status, stderr } = await md2sdk(
      "draft",
      "--dialect",
      "wecom",
      "pages",
      "--out",
      "drafts",
    );
    expect(status).toBe(2);
    expect(stderr).toContain("Unexpected file 还书.md in drafts");
    expect(await readdir(join(project, "drafts"))).toEqual(["还书.md"]);
    expect(await readFile(join(project, "drafts/还书.md"), "utf8")).toBe("mine");
  });

  test("writes nothing of pages with errors", async () => {
    await writeFile(join(project, "pages/还书.md"), PAGE.replace("loan/add", "loan/{id"));
    const { status, stdout, stderr } = await md2sdk(
      "draft",
      "--dialect",
      "wecom",
      "pages",
      "--out",
      "drafts",
    );
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain("invalid-url");
    expect(await readdir(project)).not.toContain("drafts");
  });
});
