import type { StandardSchemaV1 as Spec } from "@standard-schema/spec";
import { describe, expectTypeOf, test } from "vitest";
import type {
  Codec,
  Init,
  Issue,
  JsonObject,
  JsonValue,
  SafeDecodeResult,
  StandardSchemaV1,
} from "../../templates/typescript/src/runtime/index.js";
import {
  KindCodec,
  NamesCodec,
  SampleCodec,
  type Color,
  type Kind,
  type Leaf,
  type Names,
  type Sample,
} from "./sample.js";

const typeOf = <T, J extends JsonValue>(codec: Codec<T, J>): T => codec.create();

// Checked by the compiler (`npm run check:types`); running them shows nothing.

describe("Init", () => {
  test("leaves scalars, enums and `unknown` as they are", () => {
    expectTypeOf<Init<string>>().toEqualTypeOf<string>();
    expectTypeOf<Init<Kind>>().toEqualTypeOf<Kind>();
    expectTypeOf<Init<Color>>().toEqualTypeOf<Color>();
    expectTypeOf<Init<boolean>>().toEqualTypeOf<boolean>();
    expectTypeOf<Init<unknown>>().toEqualTypeOf<unknown>();
    expectTypeOf<Init<string | undefined>>().toEqualTypeOf<string | undefined>();
  });

  test("makes every property optional, deep down, and lists read-only", () => {
    expectTypeOf<Init<Leaf>>().toEqualTypeOf<{
      name?: string | undefined;
      count?: number | undefined;
    }>();
    expectTypeOf<Init<Sample>["leaves"]>().toEqualTypeOf<readonly Init<Leaf>[] | undefined>();
    expectTypeOf<Init<Sample>["leaf"]>().toEqualTypeOf<Init<Leaf> | undefined>();
    expectTypeOf<Init<Sample>["matrix"]>().toEqualTypeOf<
      readonly (readonly number[])[] | undefined
    >();
    expectTypeOf<Init<Sample>["extra"]>().toEqualTypeOf<unknown>();
    expectTypeOf<Init<Names>>().toEqualTypeOf<readonly string[]>();
    expectTypeOf<Init<Record<string, Leaf>>>().toEqualTypeOf<{
      [name: string]: Init<Leaf> | undefined;
    }>();
  });

  test("takes what it is made of", () => {
    expectTypeOf<Sample>().toExtend<Init<Sample>>();
    expectTypeOf<Readonly<Sample>>().toExtend<Init<Sample>>();
    expectTypeOf<{ leaves: readonly [{ readonly name: "x" }] }>().toExtend<Init<Sample>>();
    expectTypeOf<{ title: number }>().not.toExtend<Init<Sample>>();
    // @ts-expect-error the model has no such property
    const wrong: Init<Leaf> = { nam: "" };
    void wrong;
  });
});

describe("Codec", () => {
  test("has its types", () => {
    expectTypeOf(SampleCodec).toEqualTypeOf<Codec<Sample>>();
    expectTypeOf(SampleCodec.decode).toEqualTypeOf<(json: unknown) => Sample>();
    expectTypeOf(SampleCodec.safeDecode).returns.toEqualTypeOf<SafeDecodeResult<Sample>>();
    expectTypeOf(SampleCodec.encode).toEqualTypeOf<(value: Init<Sample>) => JsonObject>();
    expectTypeOf(SampleCodec.create).toEqualTypeOf<(init?: Init<Sample>) => Sample>();
    expectTypeOf(KindCodec.encode).toEqualTypeOf<(value: Kind) => number>();
    expectTypeOf(KindCodec.create).returns.toEqualTypeOf<Kind>();
    expectTypeOf(NamesCodec.encode).returns.toEqualTypeOf<JsonValue[]>();
  });

  test("goes where codecs go", () => {
    expectTypeOf(typeOf(SampleCodec)).toEqualTypeOf<Sample>();
    expectTypeOf(typeOf(KindCodec)).toEqualTypeOf<Kind>();
    expectTypeOf<Codec<Kind, number>>().toExtend<Codec<Kind, JsonValue>>();
    // One codec cannot stand for another, for it could not encode what the other takes.
    expectTypeOf<Codec<Sample>>().not.toExtend<Codec<Leaf>>();
  });

  test("gives a result of two kinds", () => {
    const result = SampleCodec.safeDecode({});
    if (result.ok) expectTypeOf(result.value).toEqualTypeOf<Sample>();
    else expectTypeOf(result.issues).toEqualTypeOf<readonly Issue[]>();
    // @ts-expect-error the value is there only when all is well
    void result.value;
  });
});

describe("StandardSchemaV1", () => {
  test("is that of @standard-schema/spec", () => {
    expectTypeOf<StandardSchemaV1<unknown, Sample>>().toExtend<Spec<unknown, Sample>>();
    expectTypeOf<Codec<Sample>>().toExtend<Spec<unknown, Sample>>();
    expectTypeOf<Codec<Kind, number>>().toExtend<Spec<unknown, Kind>>();
    expectTypeOf<Codec<Sample>>().not.toExtend<Spec<unknown, Leaf & { more: string }>>();
    expectTypeOf<Issue>().toExtend<Spec.Issue>();
  });

  test("lets libraries infer", () => {
    expectTypeOf<Spec.InferOutput<typeof SampleCodec>>().toEqualTypeOf<Sample>();
    expectTypeOf<Spec.InferInput<typeof SampleCodec>>().toEqualTypeOf<unknown>();
  });
});
