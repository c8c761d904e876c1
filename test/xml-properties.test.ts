import * as fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import type { Type, XmlField } from "../generator/outputs/typescript/plan/plan.js";
import { withoutZeros } from "./support/zeros.js";
import { xmlCodecs } from "./support/xml-vectors.js";

const { codecOf, models } = await xmlCodecs("bigint");

/** The places from which a value does not come back: some are read more than once, others never. */
const OPAQUE = new Set(["innerXml", "comment", "any", "anyAttribute"]);

/** The types that XML does not hold, or reads otherwise than it writes them. */
const UNSUPPORTED = new Set(["any", "array", "external", "map"]);

/** The models whose values come back: those of dubious tags do not, nor does text that is written as XML, nor a list of models in an attribute. */
const reversible = [...models.values()].filter(({ specName, fields, xml = [] }) => {
  return (
    !/^(?:Bad|FormInnerField$|MoreAttributes$)/.test(specName) &&
    xml.length === fields.length &&
    xml.every(({ place, name, field }) => {
      const isName = /^[\p{L}_][\p{L}\p{N}._-]*$/u.test(name);
      return isName && !OPAQUE.has(place) && !UNSUPPORTED.has(field.structure.kind);
    })
  );
});

describe.each(reversible.map((model) => [model.names.type] as const))("%s", (name) => {
  const codec = codecOf(name);
  const values = valueOf(name, 3);

  test("comes back from its text, which is XML to others", () => {
    fc.assert(
      fc.property(values, (value) => {
        const text = codec.stringify(value as never);
        expect(withoutZeros(codec.parse(text))).toEqual(withoutZeros(value));
        expect(withoutZeros(codec.create(value as never))).toEqual(withoutZeros(value));
        expect(errorsOf(text)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test("is refused wherever a text is cut", () => {
    fc.assert(
      fc.property(values, fc.nat(), (value, at) => {
        const text = codec.stringify(value as never);
        const result = codec.safeParse(text.slice(0, at % text.length));
        expect(result.ok).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});

/** Values of a model, with models inside as deep as that. */
function valueOf(model: string, depth: number): fc.Arbitrary<unknown> {
  const members = (models.get(model)?.xml ?? []).map(
    (field) => [field.field.property, memberOf(field, depth)] as const,
  );
  return fc.record(Object.fromEntries(members));
}

function memberOf({ field, omitted }: XmlField, depth: number): fc.Arbitrary<unknown> {
  const { structure, optional } = field;
  const item = structure.kind === "list" ? structure.element : structure;
  const isList = structure.kind === "list";
  if (depth === 0 && item.kind === "reference" && item.isModel)
    return fc.constant(isList ? [] : undefined);
  const values = typeOf(item, depth - 1);
  // The option `omitempty` leaves out items, too.
  const kept = values.filter((value) => omitted === undefined || Boolean(value));
  const member = isList ? fc.array(kept, { maxLength: 3 }) : values;
  return optional ? fc.option(member, { nil: undefined }) : member;
}

function typeOf(type: Type, depth: number): fc.Arbitrary<unknown> {
  switch (type.kind) {
    case "reference":
      return type.scalar === undefined
        ? valueOf(type.names.type, depth)
        : typeOf(type.scalar, depth);
    case "long":
      return type.format === "int64"
        ? fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
        : fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
    case "integer":
      return fc.integer(
        type.format.startsWith("u") ? { min: 0, max: 255 } : { min: -128, max: 127 },
      );
    case "float":
      return fc.float();
    case "boolean":
      return fc.boolean();
    case "time":
      return fc
        .date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })
        .map((date) => date.toISOString());
    default:
      return fc.string({ unit: fc.constantFrom(..."ab<>&\"' \t\n]]>-中𠮷é") });
  }
}

function errorsOf(text: string): string[] {
  const errors: string[] = [];
  const parser = new SaxesParser();
  parser.on("error", ({ message }) => errors.push(message));
  parser.write(text).close();
  return errors;
}
