import { isObject, listOf, objectOf, type Value, type ValueObject } from "./value.js";

/** Returns a schema of values like one that somebody has written down. */
export function schemaOfExample(example: Value): ValueObject {
  return merged([example]);
}

/** Returns a schema of several values: a member that one of them lacks may be left out. */
function merged(values: readonly Value[]): ValueObject {
  const present = values.filter((value) => value !== null && value !== undefined);
  const isNullable = present.length < values.length;
  const kinds = new Set(present.map(kindOf));
  const [kind] = kinds;
  // Whole numbers and others are numbers.
  const isNumber = [...kinds].every((one) => one === "integer" || one === "number");
  if (kind === undefined) return { "x-guess": "the type of `null`" };
  if (kinds.size > 1 && !isNumber) return { "x-guess": "the type, which has several forms" };
  const type = kinds.size > 1 ? "number" : kind;
  const own = typed(type, present);
  return isNullable ? { ...own, nullable: true } : own;
}

function typed(type: string, values: readonly Value[]): ValueObject {
  switch (type) {
    case "object": {
      const objects = values.map(objectOf);
      const names = new Set(objects.flatMap((object) => Object.keys(object)));
      const properties = [...names].map((name) => {
        const own = objects.filter((object) => Object.hasOwn(object, name));
        return [name, merged(own.map((object) => object[name]))] as const;
      });
      const required = [...names].filter((name) =>
        objects.every((object) => Object.hasOwn(object, name)),
      );
      return { type, "x-example": true, required, properties: Object.fromEntries(properties) };
    }
    case "array": {
      const items = values.flatMap(listOf);
      if (items.length > 0) return { type, items: merged(items) };
      return { type, items: { "x-guess": "the type of the items" } };
    }
    case "integer": {
      const isLong = values.some((value) => !Number.isSafeInteger(Number(value)));
      return { type, ...(isLong && { format: "int64" }), examples: values.slice(0, 1) };
    }
    default:
      return { type, examples: values.slice(0, 1) };
  }
}

function kindOf(value: Value): string {
  if (typeof value === "bigint") return "integer";
  if (Array.isArray(value)) return "array";
  return isObject(value) ? "object" : typeof value;
}
