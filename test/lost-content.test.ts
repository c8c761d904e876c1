import { describe, expect, test } from "vitest";
import { checkSpec } from "../generator/project/check.js";
import { diagnosticsOf } from "../generator/report/json.js";
import { fieldNamesOf, models } from "./support/model-texts.js";
import { CALLS, PROSE, TABLES } from "./support/prose.js";
import { section, table } from "./support/writing.js";
import { WRITINGS } from "./support/writings.js";

// A model without a table: the table of the next one would pass for its own.
const HEAD = "# 主题\n\n## Models\n\n### `Before` 之前\n";
const TAIL = "### `After` 之后\n\nName|Type|Doc\n-|-|-\n`A`|`int`| x\n";

describe("a model in any writing is read whole, or reported", () => {
  test.each(Object.entries(WRITINGS))("%s", (_name, write) => {
    for (const model of models) {
      const text = write(model);
      const value = `${HEAD}\n${text}\n${TAIL}`;
      const { diagnostics, plan } = checkSpec([{ path: "spec/a.md", value }]);
      const first = HEAD.split("\n").length;
      const last = first + text.split("\n").length;
      const isTold = diagnosticsOf(diagnostics).some(
        ({ severity, line }) => severity !== "notice" && first <= line && line <= last,
      );
      if (isTold) continue;
      const found = ["Before", model.name, "After"].map((name) => fieldNamesOf(plan, name));
      expect({ text, found }).toEqual({
        text,
        found: [[], model.rows.map(([name]) => name), ["A"]],
      });
    }
  });

  test("in the writing of the dialect it is read", () => {
    for (const model of models) {
      const value = `${HEAD}\n${section(model, table(model))}\n${TAIL}`;
      const { diagnostics, plan } = checkSpec([{ path: "spec/a.md", value }]);
      expect(diagnostics.map(({ rule }) => rule)).toEqual(["missing-table"]);
      expect(fieldNamesOf(plan, model.name)).toEqual(model.rows.map(([name]) => name));
    }
  });
});

const TABLE = "Name|Type|Doc\n-|-|-\n`A`|`int`| x\n";
const CALL_TABLE =
  "Name|Request Type|Response Type|Access Token|URL\n-|-|-|-|-\n`Get`|`After`|`After`|+|`GET /x`\n";

/** Places of a text in a document. */
const PLACES: Readonly<Record<string, (text: string) => string>> = {
  "without a table": (text) => `${HEAD}\n${text}\n\n${TAIL}`,
  "above a table": (text) => `${HEAD}\n${text}\n\n${TABLE}\n${TAIL}`,
  "below a table": (text) => `${HEAD}\n${TABLE}\n${text}\n\n${TAIL}`,
  "of a topic": (text) => `# 主题\n\n${text}\n\n## Models\n\n${TAIL}`,
  "above calls": (text) => `${HEAD}\n${TAIL}\n## API calls\n\n${text}\n\n${CALL_TABLE}`,
  "below calls": (text) => `${HEAD}\n${TAIL}\n## API calls\n\n${CALL_TABLE}\n${text}\n`,
};

describe("prose is documentation", () => {
  test.each(Object.entries(PLACES))("%s", (_name, write) => {
    expect(
      [...PROSE, ...TABLES].filter((text) =>
        gradesOf(write(text)).some((grade) => grade !== "notice"),
      ),
    ).toEqual([]);
  });
});

describe("a field that a table lacks is an error", () => {
  test.each([
    "- userid string 成员ID",
    "- `userid` `string` 后加的字段",
    "- `userid` (string) – the id of the member",
    "userid string 成员ID",
    "1. `userid`：string，成员ID",
    "- 名称：userid，字符串",
    "> userid: string 成员ID",
    "#### userid `string`",
    "- userid\n  - string",
    "userid\tstring\t成员ID",
  ])("%s", (text) => {
    for (const place of ["above a table", "below a table"] as const) {
      const value = PLACES[place]?.(text) ?? "";
      expect(gradesOf(value)).toContain("error");
      expect(gradesOf(value.replaceAll("`A`", "`userid`")).includes("error")).toBe(
        text.includes("\t"),
      );
    }
  });
});

describe("lines like fields beside a table are a warning, unless the table names them", () => {
  test.each([
    "userid=string\nage=int",
    "@param userid string the id\n@param age int the age",
    "- [ ] userid string\n- [ ] age int",
    "(1) userid string\n(2) age int",
    "userid VARCHAR(64) NOT NULL\nage INT NOT NULL",
    "$$\nuserid string\nage int\n$$",
    "~~~\nuserid string 成员id\nage int 年龄\n~~~",
    "userid string\n\nage int",
  ])("%s", (text) => {
    for (const place of ["above a table", "below a table"]) {
      const value = PLACES[place]?.(text) ?? "";
      const { diagnostics } = checkSpec([{ path: "spec/a.md", value }]);
      expect(diagnostics.filter(({ rule }) => rule === "possible-field")).toHaveLength(1);
      const known = value.replaceAll("`A`|`int`", "`userid`|`string`|\n`age`|`int`");
      expect(gradesOf(known)).not.toContain("warning");
    }
  });
});

describe("a header beside a table is an error", () => {
  test.each([
    "Name JSON Type Doc\n---- ---- ---- ---\nA    a    int  x",
    "Name  Type\nA  int",
    "Name,Type\nA,int",
    "Name\tType\nA\tint",
    "Name|Type\nA|int",
  ])("%s", (text) => {
    for (const place of ["above a table", "below a table"]) {
      expect(gradesOf(PLACES[place]?.(text) ?? "")).toContain("error");
    }
  });
});

describe("a call that no table has is an error", () => {
  test.each(CALLS)("%s", (text) => {
    const alone = `${HEAD}\n${TAIL}\n## API calls\n\n${text}\n`;
    const places = [PLACES["above calls"], PLACES["below calls"]].map(
      (write) => write?.(text) ?? "",
    );
    for (const value of [alone, ...places]) expect(gradesOf(value)).toContain("error");
  });
});

function gradesOf(value: string): string[] {
  const { diagnostics } = checkSpec([{ path: "spec/a.md", value }]);
  return diagnostics.map(({ severity }) => severity);
}
