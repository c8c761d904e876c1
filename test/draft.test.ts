import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { draftSpec } from "../generator/project/draft.js";
import { generate } from "../generator/project/generate.js";
import { inputOf } from "./support/case.js";
import { cases } from "./support/cases.js";
import { generatedPages } from "./support/pages.js";
import { printed } from "./support/printed.js";
import { templates } from "./support/templates.js";

/** The settings of drafts beside those of the documents that they are made of. */
const GO = { dialect: undefined, dialects: undefined, configFile: undefined };

const drafted = cases.flatMap(({ name, text }) => {
  const input = inputOf(text);
  if ("diagnostics" in input) return [];
  const { files, ...draft } = draftSpec(input.specFiles, input.options);
  return files.size === 0 ? [] : [{ name, ...input, files, ...draft }];
});

describe("drafts", () => {
  test("there are many", () => {
    const folders = new Set(drafted.map(({ name }) => name.split("/")[0]));
    expect([...folders]).toEqual(expect.arrayContaining(["dialect", "rest", "wecom"]));
    expect(drafted.length).toBeGreaterThan(30);
  });

  test.each(drafted)("of $name have no errors", ({ faults }) => {
    expect(faults.map(({ rule, sentence }) => `${rule}: ${sentence}`)).toEqual([]);
  });

  test.each(drafted)("of $name give the same package", async ({ specFiles, options, files }) => {
    const settings = { ...options, templates, memo: printed };
    const before = await generate(specFiles, settings);
    const after = await generate(
      [...files].map(([path, value]) => ({ path, value })),
      { ...settings, ...GO },
    );
    expect(Object.fromEntries(after.files)).toEqual(Object.fromEntries(before.files));
  });

  test("are the same again", () => {
    for (const { files, options } of drafted) {
      const specFiles = [...files].map(([path, value]) => ({ path, value }));
      expect(draftSpec(specFiles, { ...options, ...GO }).files).toEqual(files);
    }
  });

  test("have tables of callbacks for each envelope, with the names of its fields", () => {
    const value = [
      "# Messages",
      "## Models",
      "### `head`",
      "Name|JSON|Type\n-|-|-\n`msg_type`|`t`|`string`\n`event_info`|`e`|`info`",
      "### `info`",
      "Name|JSON|Type\n-|-|-\n`event_type`|`t`|`int32`\n`kept_name`|`k`|`bool`",
      "### `other`",
      "Name|JSON|Type\n-|-|-\n`msg_type`|`t`|`string`",
      "## Callbacks",
      "Name|Envelope|Message|msg_type|event_info.event_type|event_info.kept_name|Doc\n-|-|-|-|-|-|-",
    ].join("\n\n");
    const rows = [
      '`a`|`head`||`"x"`|`-1`|`true`|A',
      '`b`|`other`||`"a\\u0060\\|b"`|||B',
      '`c`|`head`||`"y"`|||C',
    ];
    const specFiles = [{ path: "spec/a.md", value: `${value}\n${rows.join("\n")}\n` }];
    const rename = { names: { "info.kept_name": "kept" } };
    const { files, faults, differences, diagnostics } = draftSpec(specFiles, { rename });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect([faults, differences?.changes]).toEqual([[], []]);
    const [, tables] = files.get("a.md")?.split("## Callbacks\n\n") ?? [];
    expect(tables).toBe(
      [
        "| Name | Envelope | Message | MsgType | EventInfo.EventType | EventInfo.kept_name | Doc |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        '| `a` | `head` |  | `"x"` | `-1` | `true` | A |',
        "",
        "| Name | Envelope | Message | MsgType | Doc |",
        "| --- | --- | --- | --- | --- |",
        '| `b` | `other` |  | `"a\\u0060\\|b"` | B |',
        '| `c` | `head` |  | `"y"` | C |',
        "",
      ].join("\n"),
    );
  });

  test("say what they cannot", () => {
    const value = [
      "# Pets",
      "## Get pet",
      "`GET /pet/{id}`",
      "- a list\n  - in a list",
      "### Parameters",
      "| Name | Type | Required |\n|---|---|---|\n| id | string | yes |",
    ].join("\n\n");
    const { faults, differences } = draftSpec([{ path: "spec/pets.md", value }], {
      dialect: "rest",
    });
    expect(faults).toEqual([]);
    expect(differences?.changes.map(({ message }) => message)).toEqual([
      "the documentation of `getPet` has changed",
    ]);
  });

  test("of pages with errors are none", () => {
    const value = "# A\n\n## B\n\n| Name | Type |\n|---|---|\n| a | Nothing |\n";
    const { files, diagnostics } = draftSpec([{ path: "spec/a.md", value }], { dialect: "rest" });
    expect([...files]).toEqual([]);
    expect(diagnostics.map(({ rule }) => rule)).toContain("unresolved-type");
  });

  test("of any page have no errors", () => {
    const pages = fc.sample(generatedPages(["User", "constructor"]), { seed: 3, numRuns: 60 });
    const faults = pages.map((files) =>
      draftSpec(files, { dialect: "rest", unresolved: "unknown" }),
    );
    expect(faults.filter(({ files }) => files.size > 0).length).toBeGreaterThan(5);
    expect(
      faults.flatMap((draft) => draft.faults.map(({ rule, sentence }) => `${rule}: ${sentence}`)),
    ).toEqual([]);
  });
});
