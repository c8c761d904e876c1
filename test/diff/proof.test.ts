import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, describe, expect, test } from "vitest";
import { changeRules } from "../../generator/compare/rules.js";
import { generate } from "../../generator/project/generate.js";
import { compared } from "../support/changes.js";
import { compileStrictly } from "../support/compiler.js";
import { printed } from "../support/printed.js";
import { Sources } from "../support/sources.js";
import { templates } from "../support/templates.js";
import { documentsOf, rows, type Row } from "./rows.js";

const project = mkdtempSync(join(tmpdir(), "md2sdk-diff-"));

afterAll(() => rmSync(project, { recursive: true }));

const sources = new Sources(project);

for (const row of rows) await writeRow(row);

/** The consumers that do not compile, as `rule/version/consumer`. */
const refused = new Set(
  [...compileStrictly(project).matchAll(/^(\S+)\.ts\(\d+,\d+\): error/gm)].map(([, file]) => file),
);

test("every rule has a row", () => {
  expect(new Set(rows.map(({ rule }) => rule))).toEqual(new Set(Object.keys(changeRules)));
});

describe.each(rows)("$rule", (row) => {
  test("is what the comparison finds", () => {
    const { changes } = compared(
      documentsOf(row.old),
      documentsOf(row.new),
      row.settings,
      row.newSettings,
    );
    expect(changes.map(({ rule }) => rule)).toEqual([row.rule]);
  });

  test.each(["readers", "writers"] as const)("is to %s what the table says", async (side) => {
    const consumer = side === "readers" ? "reader" : "writer";
    expect(await fails(row, "old", consumer)).toBe(false);
    expect(await fails(row, "new", consumer)).toBe(changeRules[row.rule][side] === "breaking");
  });
});

async function fails(
  { rule, proof }: Row,
  version: "old" | "new",
  consumer: "reader" | "writer",
): Promise<boolean> {
  const name = `${rule}/${version}/${consumer}`;
  if (proof !== "run") return refused.has(name);
  expect(refused).not.toContain(name);
  const outfile = join(project, `${name}.mjs`);
  const entryPoints = [join(project, `${name}.ts`)];
  await build({ entryPoints, outfile, bundle: true, format: "esm" });
  return import(pathToFileURL(outfile).href).then(
    () => false,
    () => true,
  );
}

async function writeRow(row: Row): Promise<void> {
  for (const version of ["old", "new"] as const) {
    const folder = join(project, row.rule, version);
    const { files } = await generate(documentsOf(row[version]), {
      ...(version === "old" ? row.settings : (row.newSettings ?? row.settings)),
      templates,
      memo: printed,
    });
    sources.write(`${row.rule}/${version}`, files);
    const { name } = JSON.parse(files.get("package.json") ?? "") as { readonly name: string };
    const own = { name, type: "module", exports: { ".": "./src/index.ts" } };
    const consumers = [
      ["package.json", JSON.stringify(own)],
      ["reader.ts", `${row.reader}\nexport {};\n`],
      ["writer.ts", `${row.writer}\nexport {};\n`],
    ] as const;
    for (const [path, text] of [...Object.entries(row.files ?? {}), ...consumers]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  }
}
