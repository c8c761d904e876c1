import { describe, expect, test } from "vitest";
import { checkSpec } from "../generator/project/check.js";
import { diagnosticsOf } from "../generator/report/json.js";
import { fieldNamesOf, models } from "./support/model-texts.js";
import { section, table, WRITINGS } from "./support/writings.js";

// A model without a table: the table of the next one would pass for its own.
const HEAD = "# 主题\n\n## Models\n\n### `Before` 之前\n";
const TAIL = "### `After` 之后\n\nName|Type|Doc\n-|-|-\n`A`|`int`| x\n";

describe("a model in any writing is read whole, or reported", () => {
  test.each(Object.entries(WRITINGS))("%s", (_name, write) => {
    for (const model of models) {
      const text = write(model);
      const value = `${HEAD}\n${text}\n${TAIL}`;
      const { diagnostics, api } = checkSpec([{ path: "spec/a.md", value }]);
      const first = HEAD.split("\n").length;
      const last = first + text.split("\n").length;
      const isTold = diagnosticsOf(diagnostics).some(
        ({ severity, line }) => severity !== "notice" && first <= line && line <= last,
      );
      if (isTold) continue;
      const found = ["Before", model.name, "After"].map((name) => fieldNamesOf(api, name));
      expect({ text, found }).toEqual({
        text,
        found: [[], model.rows.map(([name]) => name), ["A"]],
      });
    }
  });

  test("in the writing of the dialect it is read", () => {
    for (const model of models) {
      const value = `${HEAD}\n${section(model, table(model))}\n${TAIL}`;
      const { diagnostics, api } = checkSpec([{ path: "spec/a.md", value }]);
      expect(diagnostics.map(({ rule }) => rule)).toEqual(["missing-table"]);
      expect(fieldNamesOf(api, model.name)).toEqual(model.rows.map(([name]) => name));
    }
  });
});
