import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import remarkParse from "remark-parse";
import { unified, type Plugin } from "unified";
import { engine } from "unified-engine";
import { VFile } from "vfile";
import { expect, test } from "vitest";
import remarkMd2sdk from "../generator/remark.js";

const model = (name: string) => `\n### \`${name}\`\n\nName|Type\n-|-\n\`A\`|\`int\`\n`;

const root = fileURLToPath(new URL("../", import.meta.url));

test("the remark plugin reports what the command line does", async () => {
  const path = "spec/external_contact.md";
  const text = await readFile(`${root}${path}`, "utf8");
  const misspelt = text.replace("`FollowUserInfo`", "`FolowUserInfo`");
  const file = new VFile({ cwd: root, path, value: misspelt });
  const messages = await messagesOf(file);
  expect(messages).toEqual([
    "spec/external_contact.md:76:8-76:21: Unexpected type `FolowUserInfo`, expected a type of the spec; did you mean `FollowUserInfo`?",
  ]);
});

test("types of the other documents are known", async () => {
  const path = "spec/external_contact.md";
  const value = await readFile(`${root}${path}`, "utf8");
  expect(await messagesOf(new VFile({ cwd: root, path, value }))).toEqual([]);
});

test("a message links to the page of its rule, and has the related place as its cause", async () => {
  const path = "spec/external_contact_api.md";
  const text = await readFile(`${root}${path}`, "utf8");
  const value = `${text}\n\n## Models\n${model("Twice")}${model("Twice")}${model("FollowUserInfo")}`;
  const file = new VFile({ cwd: root, path, value });
  await messagesOf(file);
  const [twice, elsewhere] = file.messages.filter(
    ({ ruleId }) => ruleId === "duplicate-declaration",
  );
  expect(String(twice?.cause)).toMatch(/^\d+:6-\d+:11: the first declaration is here$/);
  const page = new URL(twice?.url ?? "");
  expect(await readFile(page, "utf8")).toContain(`## ${page.hash.slice(1)}\n`);
  expect(String(elsewhere?.cause)).toMatch(
    /^1:1: spec\/.+\.md:\d+:\d+ the first declaration is here$/,
  );
});

test("a message has the text that editors put in its place", async () => {
  const path = "spec/external_contact_api.md";
  const text = await readFile(`${root}${path}`, "utf8");
  const rows = "\n### `Short`\n\nName|Type|Doc\n-|-|-\n`A`|int|text\n`B`|`int`\n";
  const file = new VFile({ cwd: root, path, value: `${text}\n\n##Models\n${rows}` });
  await messagesOf(file);
  const fixes = file.messages.map(({ actual, expected }) => [actual, expected]);
  expect(fixes).toEqual([
    ["##", ["## "]],
    ["`B`|`int`", ["`B`|`int`||"]],
    ["int", ["`int`"]],
  ]);
});

/** Runs the plugin the way remark-cli and the language server do. */
async function messagesOf(file: VFile): Promise<string[]> {
  await new Promise<void>((resolve, reject) => {
    const processor = unified().use(remarkParse);
    const plugins = [remarkMd2sdk as Plugin];
    const settings = { cwd: root, files: [file], output: false, out: false, reporter: () => "" };
    engine({ ...settings, processor, plugins }, (error) => (error ? reject(error) : resolve()));
  });
  return file.messages.map(String);
}
