import { expect, test } from "vitest";
import { settingRange } from "../generator/source/setting-range.js";
import type { Source } from "../generator/source/source.js";

/** Returns the line and the column of a setting, and the text that a message marks there. */
function markedIn(text: string, ...path: readonly string[]): string {
  const source = { path: "md2sdk.config.js", text } as Source;
  const { start, end } = settingRange(path, source);
  const lines = text.slice(0, start).split("\n");
  return `${lines.length}:${(lines.at(-1) ?? "").length + 1} ${text.slice(start, end)}`;
}

const config = `// out: "in a comment"
import { defineConfig } from "md2sdk";
const note = "out: in a string, { out: 1 }";
const other = { out: 1, package: { version: "2" } };
/* { spec: 1, out: 2 } */
export default defineConfig({
  spec: ["a", "b: c"],
  package: { name: "out: x", /* version: 1 */ 'version': "1" },
  rename: { names: { out: "x" }, "wireNames": { "a-b": "x" } },
  client: auth({ auth: { apiKey: "X" } }),
  packages: [{ outputs: [{ out: "1" }, { out: "2", client: { name: "N" } }] }],
  out: \`x\`,
});
`;

test.each([
  [["spec", "1"], "7:14 "],
  [["out"], "12:3 out"],
  [["package", "version"], "8:48 version"],
  [["rename", "wireNames", "a-b"], "9:50 a-b"],
  [["client", "auth", "apiKey"], "10:26 apiKey"],
  [["packages", "0", "outputs", "1", "out"], "11:42 out"],
  [["packages", "0", "outputs", "1", "client", "name"], "11:62 name"],
  [["rename", "modules", "a"], "9:3 rename"],
  [["nothing"], "1:1 "],
])("the setting %j is at its own key", (path, marked) => {
  expect(markedIn(config, ...path)).toBe(marked);
});

test.each([
  ['{\n  // "out": 1\n  "out": 2\n}', "3:4 out"],
  ['{ "a": { "out": 1 }, "out": 2 }', "1:23 out"],
  ["module.exports = { out: 1 }", "1:20 out"],
  ["const c = { out: 1 };\nexport default c;", "1:13 out"],
])("in %s", (text, marked) => {
  expect(markedIn(text, "out")).toBe(marked);
});
