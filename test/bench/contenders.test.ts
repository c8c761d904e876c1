import { isDeepStrictEqual } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { checkContender } from "./check.js";
import type { Contender } from "./contender.js";
import { contenderNames, loadContender, type ContenderName } from "./contenders/index.js";
import { brokenContact, payloads, type PayloadName } from "./payloads.js";
import { buildSdk } from "./sdk.js";

/** What may stand in the place of any value. */
const JSON_VALUES = [null, true, "", "1", 0, -0, 1.5, -1, 2 ** 32, 2 ** 53, [], [null], {}];

/** What libraries take that the generated codecs refuse, by their notes. */
const LENIENT = {
  "zod 4": [-0],
  valibot: [-0, [], [null]],
  typebox: [-0],
  ajv: [-0],
  arktype: [-0, [], [null]],
} satisfies Partial<Record<ContenderName, readonly unknown[]>>;

let generated: Contender;

beforeAll(async () => {
  buildSdk();
  generated = await loadContender("generated");
});

test.each(contenderNames)("%s does the work", async (name) => {
  const contender = await loadContender(name);
  expect(() => checkContender(contender)).not.toThrow();
  const { issuesOf } = contender.contact;
  expect(issuesOf?.(JSON.parse(payloads.contact.text))).toBeUndefined();
  expect(issuesOf === undefined || issuesOf(brokenContact()) !== undefined).toBe(true);
});

describe.each<PayloadName>(["contact", "tagGroups"])("%s by hand", (payload) => {
  test("is decoded as by the generated codecs, or refused", async () => {
    const { decode } = (await loadContender("by hand"))[payload];
    const variants = [...variantsOf(small(payload), JSON_VALUES)];
    expect(differing(variants, decode, generated[payload].decode)).toEqual([]);
  });

  test("is encoded as by the generated codecs, or refused", async () => {
    const { encode } = (await loadContender("by hand"))[payload];
    const value = generated[payload].decode?.(small(payload));
    const variants = [...variantsOf(value, [...JSON_VALUES, undefined])];
    expect(differing(variants, encode, generated[payload].encode)).toEqual([]);
  });
});

test.each(Object.entries(LENIENT))("%s is as strict, but for its note", async (name, lenient) => {
  const peer = await loadContender(name as ContenderName);
  const values = JSON_VALUES.filter(
    (value) => !lenient.some((other) => isDeepStrictEqual(value, other)),
  );
  for (const payload of ["contact", "tagGroups"] satisfies PayloadName[]) {
    const variants = [...variantsOf(small(payload), values)];
    expect(differing(variants, peer[payload].decode, generated[payload].decode)).toEqual([]);
  }
});

/** A conversion, whatever it converts. */
type Conversion = ((value: never) => unknown) | undefined;

/** The values of which two conversions do not make the same. */
function differing(values: readonly unknown[], one: Conversion, other: Conversion): unknown[] {
  return values.filter((value) => !isDeepStrictEqual(outcome(one, value), outcome(other, value)));
}

/** The payload, or the first two elements of it. */
function small(payload: PayloadName): unknown {
  const json = JSON.parse(payloads[payload].text) as { tag_group?: unknown[] };
  return json.tag_group ? { tag_group: json.tag_group.slice(0, 2) } : json;
}

/** What comes of a value; errors are all the same. */
function outcome(convert: Conversion, value: unknown): unknown {
  try {
    return { value: convert?.(value as never) };
  } catch {
    return "refused";
  }
}

/** The value, and copies of it with one value within replaced or taken away. */
function* variantsOf(value: unknown, replacements: readonly unknown[]): Generator {
  yield* replacements;
  if (typeof value !== "object" || value === null) return;
  yield value;
  for (const [key, member] of Object.entries(value)) {
    for (const variant of variantsOf(member, replacements)) yield withMember(value, key, variant);
    if (!Array.isArray(value)) yield withoutMember(value, key);
  }
}

function withMember(value: object, key: string, member: unknown): unknown {
  return Array.isArray(value) ? value.with(Number(key), member) : { ...value, [key]: member };
}

function withoutMember(value: object, key: string): unknown {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}
