import type { Plugin } from "prettier";
import * as babelPlugin from "prettier/plugins/babel";
import * as estreePlugin from "prettier/plugins/estree";
import { format } from "prettier/standalone";
import type { Unformatted } from "./lines.js";
import { STYLE } from "./style.js";

/** A line between codes that are formatted at once: text of a spec never begins a line. */
const SEPARATOR = "//# next";

/** Most codes formatted at once: smaller batches take more time, larger ones more memory. */
const BATCH = 200;

/** Formats codes, each as it stands between its lines. */
export async function formatCodes(codes: readonly Unformatted[]): Promise<string[]> {
  const texts: string[] = [];
  for (let start = 0; start < codes.length; start += BATCH) {
    texts.push(...(await formatTogether(codes.slice(start, start + BATCH))));
  }
  return texts;
}

async function formatTogether(codes: readonly Unformatted[]): Promise<string[]> {
  const texts = codes.map(({ before, code, after }) => [...before, code, ...after].join("\n"));
  const text = await format(texts.join(`\n${SEPARATOR}\n`), {
    ...STYLE,
    parser: "babel-ts",
    plugins,
  });
  const formatted = text.split(new RegExp(`^${SEPARATOR}$`, "m"));
  return codes.map(({ before, after }, index) => {
    const lines = (formatted[index] ?? "").trim().split("\n");
    return lines.slice(before.length, lines.length - after.length).join("\n");
  });
}

const plugins: Plugin[] = [babelPlugin, estreePlugin as Plugin];
