import { describe, expect, test } from "vitest";
import { codecOf, inputOf, vectors, withoutZeros, type Vector } from "./support/vectors.js";
import { differences } from "./vectors/differences.js";

const listed = new Set(differences.flatMap(({ cases }) => cases));
const known = new Set(vectors.map((vector) => vector.case));

describe("the codecs mean what Go's encoding/json means", () => {
  test("there are all vectors", () => {
    expect(vectors).toHaveLength(933);
  });

  test.each(vectors.filter((vector) => !listed.has(vector.case)))("$id $case: $type", (vector) => {
    expect(ours(vector)).toEqual(gos(vector));
  });
});

describe("but for what is listed, with its reason", () => {
  test.each(differences)("$reason", ({ cases }) => {
    expect(cases.filter((name) => !known.has(name))).toEqual([]);
    const agreeing = vectors.filter((vector) => {
      return cases.includes(vector.case) && agrees(vector);
    });
    expect(agreeing.map(({ id }) => id)).toEqual([]);
  });
});

/** What a codec makes of a text, without zero values; nothing where it refuses it. */
function ours(vector: Vector): unknown {
  const codec = codecOf(vector.type);
  let value: unknown;
  try {
    value = codec.parse(inputOf(vector));
  } catch {
    return undefined;
  }
  return { output: withoutZeros(JSON.parse(codec.stringify(value as never))) };
}

function gos(vector: Vector): unknown {
  return vector.ok ? { output: withoutZeros(JSON.parse(vector.output)) } : undefined;
}

function agrees(vector: Vector): boolean {
  try {
    expect(ours(vector)).toEqual(gos(vector));
    return true;
  } catch {
    return false;
  }
}
