import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkSpec } from "../generator/project/check.js";
import { refusedModels, xmlVectors } from "./support/xml-vectors.js";

const read = (name: string) =>
  readFileSync(new URL(`vectors/xml/${name}`, import.meta.url), "utf8");

const documents = ["xml_forms.md", "xml_bad_tags.md", "xml_rx_models.md", "xml_more.md"];

describe.each(documents)("%s", (path) => {
  const text = read(path);
  const { diagnostics } = checkSpec([{ path, value: text }], {});
  const models = [...text.matchAll(/^### `(\w+)`/gm)];
  const types = new Set(xmlVectors.map(({ type }) => type));

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
    expect(isRefused).toBe(refusedModels.has(name));
  });
});
