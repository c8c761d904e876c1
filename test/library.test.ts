import { fileURLToPath } from "node:url";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { expect, test } from "vitest";
import { checkSpec } from "../generator/project/check.js";
import { run } from "./support/compiler.js";
import { spec } from "./support/spec.js";

const root = fileURLToPath(new URL("../", import.meta.url));

test('`import { generate } from "md2sdk"` does the same without a process', () => {
  const script = `
    import { generate, readDocuments, readTemplates } from "md2sdk";
    const spec = await readDocuments(["spec/user.md"], process.cwd());
    const { counts, files } = await generate(spec, { templates: await readTemplates("templates/typescript") });
    console.log(JSON.stringify([counts, files.has("src/user.ts")]));
  `;
  const output = run(process.execPath, ["--input-type=module", "--eval", script], root);
  const user = spec.filter(({ path }) => path === "spec/user.md");
  expect(user).toHaveLength(1);
  expect(JSON.parse(output)).toEqual([checkSpec(user, {}).counts, true]);
});

test("the tool's own package is well formed", async () => {
  const { messages, pkg } = await publint({ pkgDir: root });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});
