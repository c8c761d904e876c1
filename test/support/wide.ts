/** Documents whose names have every length, so that lines of code end at, before and behind the width. */
import type { SpecFile } from "../../generator/source/spec-file.js";

/** Types of fields, whose code has its own forms of lines. */
const TYPES = [
  ..."string bool int int64 float64 time.Time []byte any Kind Other *Other Named Foreign".split(
    " ",
  ),
  ..."[]string []int64 []Other [][]string [2]int [2]Other map[string]string map[int64]Other".split(
    " ",
  ),
  ..."map[string][]Other []map[string]any".split(" "),
];

const QUOTED = new Set(["string", "bool", "int", "int64", "float64"]);

const DECLARATIONS = `# T

## Models

\`\`\`go
type Kind string
const A Kind = "a" // it's "a"
type Named []string
\`\`\`

### \`Other\`

Name|JSON|Type
-|-|-
\`A\`|\`a\`|\`string\`
`;

const TITLES = ["Name", "JSON", "XML", "Type", "Required", "Default", "Limits"];

/** Models with a field of every type for each length; \`Foreign\` is a type from elsewhere. */
export function wideFields(lengths: readonly number[]): SpecFile {
  return { path: "spec/t.md", value: DECLARATIONS + lengths.map(modelOfFields).join("") };
}

function modelOfFields(length: number): string {
  const tail = nameOf(length, length % 5 === 0 ? "字段abc" : "abcdefgh");
  const rows = TYPES.flatMap((type, index) => {
    const options = QUOTED.has(type) ? ["", ",omitempty", ",string"] : ["", ",omitempty"];
    return options.map((option, position) => {
      const name = `F${index}x${position}${tail}`;
      const wire = length % 7 === 0 ? `x-${index}${position}` : name;
      const code = [name, wire + option, name + option, type].map((cell) => `\`${cell}\``);
      const byDefault = type === "string" && option === "" ? '`it is "x"`' : "";
      return [...code, position === 0 ? "是" : "", byDefault, type === "string" ? "1~64" : ""];
    });
  });
  return modelOf(`Model${length}`, TITLES, rows);
}

/** A model, an enum, a list and a call for each length of their names. */
export function wideNames(lengths: readonly number[]): SpecFile {
  const names = lengths.map((length) => `M${nameOf(length, length % 9 === 0 ? "名字ab" : "abcd")}`);
  const titles = ["Name", "JSON", "Type", "Required"];
  const models = names.map((name, index) => {
    const cursor = ["`Cursor`", "`cursor`", "`string`", ""];
    const rows = [
      ...(index % 10 === 9 ? [["``", "``", `\`${names[index - 1]}\``, ""]] : []),
      cursor,
      [`\`A${name}\``, "`a`", `\`[]${name}\``, "是"],
      ["`NextCursor`", "`next_cursor`", "`string`", ""],
    ];
    return modelOf(name, titles, rows) + modelOf(`Q${name}`, titles, [cursor]);
  });
  const fence = names.map((name) => {
    const members = `\tE${name}A E${name} = 1 // ${name}\n\tE${name}B E${name} = 2`;
    return `type E${name} int\nconst (\n${members}\n)\ntype L${name} []${name}\n`;
  });
  const calls = names.map((name, index) => {
    const url = ["GET /p", "POST /p/{cursor}", "POST(media) /p", "DELETE /p"][index % 4];
    return `\`call${name}\`|\`Q${name}\`|\`${name}\`|+|\`${url}${index}\``;
  });
  const head = "Name|Request Type|Response Type|Access Token|URL\n-|-|-|-|-";
  const declarations = ["# T", "## Models", "```go", ...fence, "```", ...models];
  const value = [...declarations, "## API calls", "", head, ...calls, ""].join("\n");
  return { path: "spec/t.md", value };
}

function nameOf(length: number, letters: string): string {
  return Array.from({ length }, (_, index) => letters[index % letters.length]).join("");
}

function modelOf(
  name: string,
  titles: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const lines = [titles, titles.map(() => "-"), ...rows].map((row) => `${row.join("|")}|`);
  return `\n### \`${name}\` 说明\n\n${lines.join("\n")}\n`;
}
