import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { withoutZeros } from "./support/zeros.js";
import {
  refusedModels,
  xmlCodecs,
  xmlTextOf,
  xmlVectors,
  type XmlCodecs,
  type XmlVector,
} from "./support/xml-vectors.js";
import { xmlDifferences } from "./vectors/xml/differences.js";

test("there are all vectors", () => {
  expect(xmlVectors).toHaveLength(1467);
});

const vectors = xmlVectors.filter(({ type }) => !refusedModels.has(type));

describe.each(["bigint", "string", "number"] as const)("64-bit integers as %s", async (int64) => {
  const codecs = await xmlCodecs(int64);
  const listed = xmlDifferences.filter((one) => one.int64?.includes(int64) ?? true);
  const ids = new Set(listed.flatMap((one) => one.ids));

  test.each(vectors.filter(({ id }) => !ids.has(id)))("$id $case: $type", (vector) => {
    expect(ours(vector, codecs)).toEqual(gos(vector, codecs));
  });

  test.each(listed)("but $reason", (difference) => {
    const found = vectors.filter(({ id }) => difference.ids.includes(id));
    expect(found).toHaveLength(difference.ids.length);
    const agreeing = found.filter((vector) => {
      return isDeepStrictEqual(ours(vector, codecs), gos(vector, codecs));
    });
    expect(agreeing.map(({ id }) => id)).toEqual([]);
  });
});

/** The results of the codecs for a vector: the value of its text, and the text of its value. */
function ours(vector: XmlVector, { codecOf, ofGo }: XmlCodecs): unknown {
  const codec = codecOf(vector.type);
  const value = vector.value && ofGo(vector.type, vector.value);
  if (vector.op === "encode") return { output: written(() => codec.stringify(value as never)) };
  const result = codec.safeParse(xmlTextOf(vector) as string);
  if (!result.ok) return { ok: false };
  if (value === undefined) return { ok: true };
  return {
    ok: true,
    value: withoutZeros(result.value),
    output: written(() => codec.stringify(value as never)),
  };
}

function gos({ type, op, ok, value, output }: XmlVector, { ofGo }: XmlCodecs): unknown {
  if (op === "encode") return { output: ok ? output : undefined };
  if (!ok || value === undefined) return { ok };
  return { ok, value: withoutZeros(ofGo(type, value)), output };
}

function written(write: () => string): string | undefined {
  try {
    return write();
  } catch {
    return undefined;
  }
}
