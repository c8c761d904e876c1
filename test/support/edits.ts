import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import type { SpecFile } from "../../generator/source/spec-file.js";
import { cases } from "./cases.js";

/** Pieces of the dialect, of TypeScript, and characters that are apt to break either. */
const TOKENS = [
  ..."|`*/\\#-:<>[]{}()@$\"'\u2028\u202e\0𠮷中 \t_1aZ\n",
  "```go\n",
  "```\n",
  "type X int\n",
  "const XA X = 1\n",
  ",omitempty",
  ",string",
  "[]",
  "*",
  "map[string]",
  "interface{}",
  "time.Time",
  "TODO",
  "\n\n### `Foo` 文档\n\n",
  "`Foo`|`foo`|`string`| x\n",
  "default",
  "constructor",
  "__proto__",
  "*/ alert(1) /*",
  "${x}",
  "@ts-ignore",
  "../../etc/passwd",
];

const edit = fc.record({
  kind: fc.constantFrom("cut", "repeat", "swap", "insert", "rename"),
  at: fc.nat(),
  length: fc.nat(40),
  token: fc.constantFrom(...TOKENS),
});

type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

const someEdits = fc.array(edit, { minLength: 1, maxLength: 3 });

/** A real document with a few random edits, and the documents that it refers to. */
export const editedSpec: fc.Arbitrary<readonly SpecFile[]> = fc
  .tuple(fc.constantFrom(...originals()), someEdits)
  .map(([spec, edits]) => edited(spec, edits));

/** Versions of a real document: each with other edits, and also as it was. */
export const editedVersions: fc.Arbitrary<readonly (readonly SpecFile[])[]> = fc
  .tuple(fc.constantFrom(...originals()), fc.array(someEdits, { minLength: 2, maxLength: 4 }))
  .map(([spec, versions]) => [...versions.map((edits) => edited(spec, edits)), spec]);

function edited(
  [first, ...others]: readonly SpecFile[],
  edits: readonly Edit[],
): readonly SpecFile[] {
  return first === undefined
    ? []
    : [{ ...first, value: edits.reduce(apply, first.value) }, ...others];
}

function apply(text: string, { kind, at, length, token }: Edit): string {
  const start = at % (text.length + 1);
  switch (kind) {
    case "cut":
      return text.slice(0, start) + text.slice(start + length);
    case "repeat":
      return text.slice(0, start + length) + text.slice(start);
    case "insert":
      return text.slice(0, start) + token + text.slice(start);
    case "swap":
      return swapLines(text, at, at * 7 + length);
    default:
      return rename(text, at, token);
  }
}

function swapLines(text: string, one: number, other: number): string {
  const lines = text.split("\n");
  const [from, to] = [one % lines.length, other % lines.length];
  [lines[from], lines[to]] = [lines[to] ?? "", lines[from] ?? ""];
  return lines.join("\n");
}

/** Replaces a word by what a token has of one. */
function rename(text: string, at: number, token: string): string {
  const words = [...text.matchAll(/[A-Za-z_]\w*/g)];
  const word = words[at % words.length];
  if (word === undefined) return text;
  return (
    text.slice(0, word.index) +
    token.replaceAll(/\W/g, "") +
    text.slice(word.index + word[0].length)
  );
}

/** The spec of this repository, and the documents of every case that has some output. */
function originals(): (readonly SpecFile[])[] {
  const paths = ["external_contact", "user", "unassigned"].map((name) => `spec/${name}.md`);
  const spec = paths.map((path) => ({
    path,
    value: readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"),
  }));
  const documents = cases
    .filter(({ name }) => !name.startsWith("diagnostics/"))
    .flatMap(({ text }) => [...text.matchAll(/^`````md (\S+)\n([^]*?)^`````$/gm)])
    .map(([, path = "", value = ""]) => [{ path, value }]);
  return [spec, ...documents];
}
