import { describe, expect, test } from "vitest";
import { checkSpec } from "../generator/project/check.js";
import { collectDiagnostics } from "../generator/source/diagnostic.js";
import { Speller } from "../generator/source/suggest.js";
import { siteOf } from "./support/site.js";
import { templates } from "./support/templates.js";
import { emitModule } from "../generator/outputs/typescript/emit/module.js";
import { shapesOf } from "../generator/outputs/typescript/emit/testing-shape.js";
import { sampleJson } from "../generator/outputs/site/sample.js";
import { emitSdk } from "../generator/outputs/typescript/emit/sdk.js";
import { endOfChain } from "../generator/link/underlying.js";
import { excerptOf } from "../generator/report/excerpt.js";
import { prettyReport } from "../generator/report/pretty.js";
import {
  call,
  document,
  goFence,
  lines,
  model,
  only,
  PAIR,
  row,
  small,
  withCalls,
} from "./bench/growth/spec.js";

/** The rules of the messages about a specification of one fence. */
const rulesOf = (code: string) => {
  const { diagnostics } = checkSpec(only(goFence(code)).documents);
  return diagnostics.map(({ rule }) => rule);
};

/** Types that are defined by each other, down to one that is not. */
function chainOf(operator: string, end: string): string {
  return lines(
    4000,
    (index) => `type A${index} ${operator}${index < 3999 ? `A${index + 1}` : end}`,
  );
}

/** Models of which each embeds the one before. */
function embeddingsOf(size: number): string {
  return lines(size, (index) => {
    return `type M${index} struct { ${index > 0 ? `M${index - 1}; ` : ""}F${index} int }`;
  });
}

describe("chains of definitions", () => {
  test("are followed once", () => {
    const size = 16_000;
    const known = new Map<string, string>();
    let steps = 0;
    const nextOf = (name: string) => {
      steps += 1;
      return Number(name) + 1 < size ? String(Number(name) + 1) : undefined;
    };
    const ends = Array.from({ length: size }, (_, name) => endOfChain(String(name), nextOf, known));
    expect(new Set(ends)).toEqual(new Set([String(size - 1)]));
    expect(steps).toBe(size);
  });

  test.each(["", "= ", "*", "[]"])("may be long: type A0 %sA1", (operator) => {
    expect(rulesOf(chainOf(operator, "int64"))).toEqual([]);
  });

  test("are told once where they have no end", () => {
    const cycle = lines(4000, (index) => `type A${index} A${(index + 1) % 4000}`);
    expect(rulesOf(cycle)).toEqual(["type-cycle"]);
  });
});

describe("the fields that embeddings promote have a limit", () => {
  test("which a chain of 300 models does not reach", () => {
    expect(rulesOf(embeddingsOf(300))).toEqual([]);
  });

  test("at which a longer chain is told once", () => {
    expect(rulesOf(embeddingsOf(400))).toEqual(["excessive-embedding"]);
  });

  test("which grows with what is written", () => {
    const fields = Array.from({ length: 19 }, (_, index) => `F${index}`).join(", ");
    const users = lines(2700, (index) => `type M${index} struct { Base }`);
    expect(rulesOf(`type Base struct { ${fields} int }\n${users}`)).toEqual([]);
  });
});

describe("an excerpt reads no more than it shows", () => {
  // Thousands of these would take minutes if each of them read its line, or split its document.
  test.each([
    ["of a long line", "Field int; ".repeat(200_000)],
    ["of a long document", "Field\n".repeat(400_000)],
  ])("%s", (_name, text) => {
    const source = { path: "spec/a.md", text };
    const excerpts = Array.from({ length: 1000 }, (_, index) => {
      const offset = text.indexOf("Field", index * 2000);
      return excerptOf({ source, start: offset, end: offset + 5 });
    });
    expect(excerpts.filter((excerpt) => excerpt.endsWith("^^^^^"))).toHaveLength(1000);
  });
});

test("each of many unclosed fences is told with its length", () => {
  const { diagnostics } = checkSpec(only("```go\ntype A int\n### `B`\n".repeat(1000)).documents);
  const found = diagnostics.filter(({ rule }) => rule === "unclosed-fence");
  const lengths = found.map(({ sentence }) => Number(/of (\d+) lines/.exec(sentence)?.[1]));
  expect(lengths).toEqual(Array.from({ length: 1000 }, (_, index) => 3002 - index * 3));
});

describe("suggestions", () => {
  const names = Array.from({ length: 16_000 }, (_, index) => `Model${index}`);

  test("are found once for each misspelt name", () => {
    const speller = new Speller(names);
    const hints = new Set(names.map(() => speller.suggest("Modle1")));
    expect([...hints]).toEqual(["did you mean `Model1`?"]);
  });

  test("end where very much is misspelt", () => {
    const speller = new Speller(names);
    const found = names.map((name) => speller.closest(`x${name}`));
    expect(found[0]).toBe("Model0");
    expect(found.at(-1)).toBeUndefined();
  });
});

test("constants do not fill the memory with the same text", () => {
  const double = lines(20, (index) => `const C${index + 1} = C${index} + C${index}`);
  const copies = lines(200, (index) => `const D${index} = C20`);
  expect(rulesOf(`const C0 = "a"\n${double}\n${copies}`)).toEqual(["invalid-operation"]);
});

describe("the site", () => {
  test("draws no picture where everything refers to everything", async () => {
    const rows = lines(25, (index) => row(`F${index}`, `*M${index}`));
    const files = await siteOf([document(lines(25, (index) => model(`M${index}`, rows)))]);
    expect(files.get("document.html")).toContain('id="M24"');
    expect(files.get("document.html")).not.toContain("<svg");
  });

  test("has no menus that are quadratic together", async () => {
    const documents = Array.from({ length: 400 }, (_, index) => {
      return document(small(`M${index}`), `spec/d${index}.md`);
    });
    const files = await siteOf(documents);
    expect(files.get("d7.html")).toContain('href="d7.html#M7"');
    expect(files.get("d7.html")).not.toContain('href="d8.html');
    expect(files.get("index.html")).toContain('href="d8.html#M8"');
  });
});

test("spaces and links without an end are read once", () => {
  const spaces = `a${" ".repeat(400_000)}b`;
  const links = "[a](https://b c ".repeat(40_000);
  const specification = withCalls(PAIR + small("M", "int", spaces), `${call("Get")} ${links}`);
  const { diagnostics, plan } = checkSpec([specification]);
  expect(diagnostics).toEqual([]);
  const [main] = plan.modules.flatMap((module) => emitModule(module, plan.client));
  expect(JSON.stringify(main).length).toBeGreaterThan(1_000_000);
});

test("a document may have more messages than a call has arguments", () => {
  const range = { source: { path: "spec/a.md", text: "a" }, start: 0, end: 1 };
  const { report, diagnostics } = collectDiagnostics();
  const related = Array.from({ length: 5 }, () => ({ range, message: "x" }));
  for (let index = 0; index < 30_000; index++) report("missing-topic", range, {}, { related });
  expect(prettyReport(diagnostics, false)).toContain("30000 warnings");
});

test.each([
  ["on one line", "- ".repeat(6000)],
  ["of numbers on one line", "1. ".repeat(6000)],
  ["line by line", lines(400, (index) => `${"  ".repeat(index)}- x`)],
])("lists nested too deeply are an error: %s", (_name, list) => {
  const { diagnostics } = checkSpec(only(model("M", row("A", "int"), `${list}x`)).documents);
  const found = diagnostics.filter(({ severity }) => severity === "error");
  expect(found.map(({ rule }) => rule)).toContain("misplaced-content");
});

test.each(["```json", "~~~text"])("a fence %s may be indented as far as it likes", (fence) => {
  const deep = `${" ".repeat(120)}- x\n`;
  const end = fence.slice(0, 3);
  const code = `${fence}\n${deep.repeat(1000)}${end}\n\n${fence}\n${deep}${end}\n`;
  const { diagnostics } = checkSpec(only(model("M", row("A", "int"), code)).documents);
  expect(diagnostics.map(({ rule }) => rule)).toEqual(["skipped-fence", "skipped-fence"]);
});

test("fifty lists in each other, and a long rule, are no mistake", () => {
  const lists = lines(50, (index) => `${"  ".repeat(index)}- x`);
  const { diagnostics } = checkSpec(
    only(model("M", row("A", "int"), `${lists}\n\n${"- ".repeat(80)}`)).documents,
  );
  expect(diagnostics).toEqual([]);
});

/** Rules about documentation that has a list with many lines below its item. */
function rulesOfItem(line: string, count = 2100): string[] {
  const text = `- 说明\n${`${line}\n`.repeat(count)}`;
  const { diagnostics } = checkSpec(only(model("M", row("A", "int"), text)).documents);
  return diagnostics.map(({ rule }) => rule);
}

test.each(["text", " text", "  text", "[a"])(
  "a list item that text continues for too long is an error: %s",
  (line) => {
    expect(rulesOfItem(line)).toEqual(["misplaced-content"]);
    expect(rulesOfItem(line, 1900)).toEqual([]);
  },
);

test.each(["- text", "text\n", "  1. text", "- text\ntext\ntext"])(
  "many items and paragraphs are no mistake: %s",
  (line) => expect(rulesOfItem(line)).toEqual([]),
);

test("spaces in a heading of HTML are read once", () => {
  // Where each space begins another search, these take minutes.
  const heading = `<h3>${" ".repeat(400_000)}1`;
  const { diagnostics } = checkSpec(only(model("M", row("A", "int"), heading)).documents);
  expect(diagnostics).toEqual([]);
});

/** A model that refers to twenty others. */
const web = (index: number) =>
  model(
    `M${index}`,
    lines(20, (to) => row(`F${to}`, `*M${to}`)),
  );

/** A model whose only field is required. */
const required = (index: number, type: string) =>
  `### \`M${index}\`\n\nName|JSON|Type|Required\n-|-|-|-\n\`F\`|\`f\`|\`${type}\`|yes\n\n`;

/** The aliases of a long chain by their names, which are numbers. */
const aliasOf = (name: string) => {
  const next = { kind: "reference", name: String(Number(name) + 1) };
  const item =
    name === "20000"
      ? { kind: "enum", name, members: [], base: next }
      : { kind: "alias", name, type: next };
  return { item };
};

describe("requests and responses are read to the end", () => {
  const calls =
    "Name|Request Type|Response Type|Access Token|URL\n-|-|-|-|-\n`get`|`M0`|`M0`|-|`POST /x`\n";
  const ofThemselves = [
    'type M0 struct { F L `json:"f"`; G N `json:"g"` }',
    "type L []L",
    "type N map[string]N",
  ];

  test.each([
    ["lists of themselves", goFence(ofThemselves.join("\n"))],
    ["models that all refer to each other", lines(20, web)],
  ])("of %s", async (_name, models) => {
    const documents = [document(`${models}\n## API calls\n\n${calls}`)];
    const { plan } = checkSpec(documents);
    expect(emitSdk(plan, templates).map(({ path }) => path)).toContain("src/testing.ts");
    const page = (await siteOf(documents)).get("document.html") ?? "";
    expect(page).toContain('id="M0"');
    expect(page.length).toBeLessThan(5_000_000);
  });

  test("by a fake server, of a long chain of models", () => {
    const size = 3000;
    const chain = lines(size, (index) => required(index, `M${index + 1}`)) + required(size, "int");
    const { plan } = checkSpec([document(`${chain}\n## API calls\n\n${calls}`)]);
    expect(shapesOf(plan.modules).constants.size).toBe(size + 1);
  });

  test("by samples, of a long chain of aliases", () => {
    expect(sampleJson({ kind: "reference", name: "0" }, { target: aliasOf } as never)).toBe("0");
  });
});

/** A table of fields of a page. */
const table = (rows: string) => `| 参数 | 类型 | 说明 |\n| - | - | - |\n${rows}\n`;

test.each(["rest", "wecom"] as const)(
  "sections that refer to each other are read to the end in the dialect %s",
  (dialect) => {
    const size = 1200;
    const sections = lines(size, (index) => {
      const [next, other] = [index + 1, (index * 7) % size];
      return `#### S${index}\n\n${table(`| a | object | 详见 S${next} |\n| b | object | 详见 S${other} |\n`)}`;
    });
    const value = `# A\n\n## GET /a\n\n### 返回参数\n\n${table("| f | object | 详见 S0 |\n")}\n${sections}`;
    const { diagnostics } = checkSpec([{ path: "spec/a.md", value }], { dialect });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  },
);
