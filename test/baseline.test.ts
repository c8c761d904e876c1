import { describe, expect, test } from "vitest";
import { baselineIn, baselineText, withoutKnown } from "../generator/project/baseline.js";
import { checkSpec } from "../generator/project/check.js";
import type { Diagnostic } from "../generator/source/diagnostic.js";

const same = (path: string) => path;

const SPEC =
  "## Models\n\n### `A`\n\nName|Type\n-|-\n`B`|`string`\n`C`|TODO\n`D`|TODO\n\n```sh\nls\n```\n";

function diagnosticsOf(value: string): readonly Diagnostic[] {
  return checkSpec([{ path: "spec/a.md", value }]).diagnostics;
}

function judge(now: readonly Diagnostic[], before: readonly Diagnostic[]) {
  const baseline = baselineIn({ path: "b.json", text: baselineText(before, same) });
  if (baseline === undefined) throw new Error("no baseline");
  const { remaining, stale } = withoutKnown(now, baseline, same);
  return {
    remaining: remaining.map(({ rule }) => rule),
    stale: stale.map(({ range, sentence }) => [
      range.source.text.slice(range.start, range.end),
      sentence,
    ]),
  };
}

describe("a baseline", () => {
  test("has all warnings and notices in order of files, rules and sentences, and no lines", () => {
    const text = baselineText(diagnosticsOf(SPEC), same);
    expect(JSON.parse(text)).toEqual({
      version: 1,
      messages: {
        "spec/a.md": {
          "missing-topic": {
            "Unexpected document without a topic, expected a heading `# Topic`": 1,
          },
          "skipped-fence": { "Unexpected fence in `sh`, expected a Go fence; it is left out": 1 },
          "skipped-todo": {
            "Unexpected `TODO` in the column `Type`, expected a value; the row is left out": 2,
          },
        },
      },
    });
    const rules = Object.keys(
      (JSON.parse(text) as { messages: Record<string, object> }).messages["spec/a.md"] ?? {},
    );
    expect(rules).toEqual(rules.toSorted());
  });

  test("knows its messages wherever they have moved to", () => {
    const moved = SPEC.replace("## Models", "text\n\n## Models");
    expect(moved).not.toBe(SPEC);
    expect(judge(diagnosticsOf(moved), diagnosticsOf(SPEC))).toEqual({ remaining: [], stale: [] });
  });

  test("knows as many of a message as it has", () => {
    const more = SPEC.replace("`C`|TODO", "`C`|TODO\n`E`|TODO");
    const { remaining } = judge(diagnosticsOf(more), diagnosticsOf(SPEC));
    expect(remaining).toEqual(["skipped-todo"]);
  });

  test("tells messages that no longer occur at their place", () => {
    const fewer = SPEC.replace("`C`|TODO\n", "").replace("```sh\nls\n```\n", "");
    expect(judge(diagnosticsOf(fewer), diagnosticsOf(SPEC))).toEqual({
      remaining: [],
      stale: [
        [
          '"Unexpected fence in `sh`, expected a Go fence; it is left out"',
          "Unexpected 1 of `skipped-fence` for `spec/a.md` in the baseline, expected 0 as there are now",
        ],
        [
          '"Unexpected `TODO` in the column `Type`, expected a value; the row is left out"',
          "Unexpected 2 of `skipped-todo` for `spec/a.md` in the baseline, expected 1 as there are now",
        ],
      ],
    });
  });

  test("never has an error, and tells nothing of itself beside one", () => {
    const wrong = diagnosticsOf(SPEC.replace("`string`", "`Missing`").replace("`C`|TODO\n", ""));
    expect(baselineText(wrong, same)).not.toContain("unresolved-type");
    const forged = wrong.map((diagnostic): Diagnostic => ({ ...diagnostic, severity: "notice" }));
    expect(judge(wrong, [...forged, ...diagnosticsOf(SPEC)])).toEqual({
      remaining: ["unresolved-type"],
      stale: [],
    });
  });

  test.each([
    ["no JSON", "{"],
    ["another version", '{ "version": 2, "messages": {} }'],
    ["a list", "[]"],
    ["a count of none", '{ "version": 1, "messages": { "a": { "b": { "c": 0 } } } }'],
    ["an unknown key", '{ "version": 1, "messages": {}, "more": 1 }'],
  ])("is not %s", (_name, text) => {
    expect(baselineIn({ path: "b.json", text })).toBeUndefined();
  });
});
