import { fileURLToPath } from "node:url";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { expect, test } from "vitest";
import { run } from "./support/compiler.js";

const root = fileURLToPath(new URL("../", import.meta.url));

test('`import { generate } from "md2sdk"` does the same without a process', () => {
  const script = `
    import { generate, readDocuments, readTemplates } from "md2sdk";
    const spec = await readDocuments(["spec/user.md"], process.cwd());
    const { counts, files } = await generate(spec, { templates: await readTemplates("templates/typescript") });
    console.log(JSON.stringify([counts.enums, files.has("src/user.ts")]));
  `;
  const output = run(process.execPath, ["--input-type=module", "--eval", script], root);
  expect(output).toBe("[1,true]\n");
});

test("the tool's own package is well formed", async () => {
  const { messages, pkg } = await publint({ pkgDir: root });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});
