import { describe, expect, test } from "vitest";
import { DraftCache } from "../generator/cache/drafts.js";
import { memoryStore } from "../generator/cache/store.js";
import { checkSpec } from "../generator/project/check.js";
import { go } from "../generator/dialect/go.js";
import { rest } from "../generator/dialect/rest.js";
import { parseDocument } from "../generator/parse/document.js";

const table = (name: string, type: string) =>
  `### \`${name}\`\n\nName|JSON|Type|Doc\n-|-|-|-\n\`A\`|\`a\`|\`${type}\`|文档\n`;

/** A document with diagnostics of the parser, of the linker, and of the meetings of names. */
const text = `# 主题\n\n## Models\n\n${table("M", "Missing")}\n${table("M", "int")}\n${table("m", "chan int")}`;

describe("the diagnostics of a stage are its result", () => {
  test("a specification whose drafts are cached gives the same diagnostics in each run", () => {
    const store = memoryStore();
    const specFiles = [
      { path: "spec/a.md", value: text },
      { path: "spec/b.md", value: `<<<<<<< ours\n${text}=======\n${text}>>>>>>> theirs\n` },
    ];
    const run = () => {
      const drafts = new DraftCache(parseDocument, store);
      return checkSpec(specFiles, { parse: (...document) => drafts.parse(...document) })
        .diagnostics;
    };
    const fresh = checkSpec(specFiles).diagnostics;
    expect([run(), run(), run()]).toEqual([fresh, fresh, fresh]);
  });

  test("of a document with merge conflicts only these are reported", () => {
    const conflict = `# 主题\n\n## Models\n\n<<<<<<< ours\n${table("M", "Missing")}`;
    const { diagnostics } = checkSpec([
      { path: "spec/a.md", value: `${conflict}=======\n>>>>>>> theirs\n` },
      { path: "spec/b.md", value: `# 主题\n\n## Models\n\n${table("N", "Missing")}` },
    ]);
    expect(diagnostics.map(({ rule, range }) => [range.source.path, rule])).toEqual([
      ["spec/a.md", "merge-conflict"],
      ["spec/b.md", "unresolved-type"],
    ]);
    // The line of the conflict is shown as it stands in the document.
    expect(diagnostics[0]?.range.source.text).toContain("<<<<<<< ours");
  });
});

describe("a cached draft", () => {
  test("is plain data, whose ranges share one source", () => {
    const store = memoryStore();
    const parse = () => new DraftCache(parseDocument, store).parse({ path: "spec/a.md", text }, go);
    const made = parse();
    const cached = parse();
    expect(cached.value).not.toBe(made.value);
    expect(cached.value).toEqual(made.value);
    expect(cached.diagnostics).toEqual(made.diagnostics);
    const sources = new Set(
      objectsIn(cached).filter((object) => "text" in object && "path" in object),
    );
    expect([...sources]).toEqual([cached.value.source]);
    expect(new Set(objectsIn(cached).map(Object.getPrototypeOf))).toEqual(
      new Set([Object.prototype, Array.prototype]),
    );
  });

  test("belongs to one name and one revision of a document", () => {
    const drafts = new DraftCache(parseDocument, memoryStore());
    const source = { path: "spec/a.md", text, name: "a.md" };
    for (const other of [
      { ...source, name: "b/a.md" },
      { ...source, revision: "HEAD" },
    ]) {
      drafts.parse(source, go);
      expect(drafts.parse(other, go).value.source).toEqual(other);
    }
  });

  test("belongs to one dialect", () => {
    const drafts = new DraftCache(parseDocument, memoryStore());
    const source = { path: "spec/a.md", text: "# A\n\n## B\n\n名称|类型\n-|-\na|string\n" };
    const own = { ...rest, types: { ...rest.types, string: "int" } };
    const types = [go, rest, own].map(
      (dialect) => drafts.parse(source, dialect).value.declarations,
    );
    expect(types[0]).toEqual([]);
    expect(types[1]).not.toEqual(types[2]);
    // A configuration may have changed the dialect since the last run, and the document may not have changed.
    expect(drafts.parseOld(source, rest).declarations).toEqual(types[1]);
    expect(drafts.parseOld(source, own).declarations).toEqual(types[2]);
  });
});

/** All objects that a value is made of. */
function objectsIn(value: unknown, found = new Set<object>()): object[] {
  if (typeof value !== "object" || value === null || found.has(value)) return [...found];
  found.add(value);
  for (const part of Object.values(value)) objectsIn(part, found);
  return [...found];
}
