import { expect, test } from "vitest";
import { generate } from "../../generator/project/generate.js";
import { generateCase } from "../support/case.js";
import { cases } from "../support/cases.js";
import { templates } from "../support/templates.js";

test("the README lists calls with their documentation, and those without any by name alone", async () => {
  const value = `# 成员

## Models

### \`User\` 成员

## API calls

Name|Request Type|Response Type|Access Token|URL|Doc
-|-|-|-|-|-
\`getUser\`|\`User\`|\`User\`|+|\`GET /user\`| 读取成员
\`getTeam\`|\`User\`|\`User\`|+|\`GET /team\`||
`;
  const { diagnostics, files } = await generate([{ path: "spec/user.md", value }], { templates });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const lines = files.get("README.md")?.split("\n");
  expect(lines).toContain("- `getUser` (call): 读取成员");
  expect(lines).toContain("- `getTeam` (call)");
});

test("the README shows how to receive messages, with the first of them and its reply", async () => {
  const { text = "" } = cases.find(({ name }) => name.endsWith("callbacks/bot.md")) ?? {};
  const readme = (await generateCase(text)).files.get("README.md") ?? "";
  expect(readme).toContain('      case "text":\n        return { msgType: "text", … };');
  expect(readme).toContain("- `EnterChatCallback` (message of the kind `enterChat`): 进入会话");
});
