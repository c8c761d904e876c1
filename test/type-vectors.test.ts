import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import type { Codec } from "../generated/src/index.js";
import type { Int64 } from "../generator/outputs/typescript/options.js";
import { sdkOf } from "./support/sdk.js";
import { typeDifferences } from "./vectors/types/differences.js";

interface TypeVector {
  readonly case: string;
  readonly input: string;
  readonly ok: boolean;
  readonly output?: string;
}

const directory = new URL("vectors/types/", import.meta.url);
const lines = readFileSync(new URL("vectors.jsonl", directory), "utf8").trim().split("\n");
const vectors = lines.map((line) => JSON.parse(line) as TypeVector);
const spec = [{ path: "types.md", value: readFileSync(new URL("types.md", directory), "utf8") }];

const listed = (int64: Int64) =>
  typeDifferences.filter((one) => one.int64?.includes(int64) ?? true);

describe.each(["number", "bigint", "string"] as const)("64-bit integers as %s", async (int64) => {
  const sdk = await sdkOf(spec, { int64 });
  const codec = sdk["TypesCodec"] as Codec<unknown>;
  const exceptions = new Set(listed(int64).flatMap(({ cases }) => cases));

  test.each(vectors.filter((vector) => !exceptions.has(vector.case)))("$case", (vector) => {
    expect(ours(codec, vector)).toEqual(gos(vector));
  });

  test.each(listed(int64))("but $reason", ({ cases }) => {
    const found = vectors.filter((vector) => cases.includes(vector.case));
    expect(new Set(found.map((vector) => vector.case))).toEqual(new Set(cases));
    const agreeing = found.filter((vector) => isDeepStrictEqual(ours(codec, vector), gos(vector)));
    expect(agreeing.map((vector) => vector.case)).toEqual([]);
  });
});

function ours(codec: Codec<unknown>, { input }: TypeVector): unknown {
  try {
    return { output: changed(codec, codec.stringify(codec.parse(input) as never)) };
  } catch {
    return undefined;
  }
}

function gos({ ok, output = "" }: TypeVector): unknown {
  return ok ? { output: exact(output) } : undefined;
}

/** The members that are not as in the zero value. */
function changed(codec: Codec<unknown>, text: string): unknown {
  const zeros = exact(codec.stringify(codec.create() as never)) as object;
  const members = Object.entries(exact(text) as object);
  return Object.fromEntries(
    members
      .filter(([name, member]) => !isDeepStrictEqual(member, zeros[name as never]))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** JSON of which no integer is rounded: those that are long become texts. */
function exact(text: string): unknown {
  return JSON.parse(text.replaceAll(/(?<=[:[,])-?\d{16,}(?=[,\]}])/g, '"long $&"'));
}
