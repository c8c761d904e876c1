import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkSpec } from "../generator/project/check.js";

interface Vector {
  readonly type: string;
  readonly errorKind?: string;
}

const folder = new URL("vectors/xml/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), "utf8");
const vectors = read("go-encoding-xml.jsonl")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Vector);

/** The models that Go refuses whatever the input is. */
const refused = new Set(
  vectors
    .filter(({ errorKind }) => errorKind === "tag-conflict" || errorKind === "invalid-tag")
    .map(({ type }) => type),
);

describe.each(["xml_forms.md", "xml_bad_tags.md", "xml_rx_models.md"])("%s", (path) => {
  const text = read(path);
  const { diagnostics } = checkSpec([{ path, value: text }], {});
  const models = [...text.matchAll(/^### `(\w+)`/gm)];
  const types = new Set(vectors.map(({ type }) => type));

  test.each(
    models
      .map(([, name = ""], index) => [name, index] as const)
      .filter(([name]) => types.has(name)),
  )("an error is in %s if Go refuses it, and in no other model", (name, index) => {
    const start = models[index]?.index ?? 0;
    const end = models[index + 1]?.index ?? text.length;
    const isRefused = diagnostics.some(
      ({ severity, range }) => severity === "error" && range.start >= start && range.start < end,
    );
    expect(isRefused).toBe(refused.has(name));
  });
});
