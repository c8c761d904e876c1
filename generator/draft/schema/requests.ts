import type { Call } from "../../model/api.js";
import type { SchemaReader } from "./reader.js";
import type { Parameter } from "./root.js";
import { objectOf, textOf, type Value, type ValueObject } from "./value.js";

/**
 * Finds the models of requests. Documents have one for all fields of a request; a description has parameters, and a
 * schema for the rest. If a schema with a name has the same properties, it is taken for the model.
 */
export class RequestFinder {
  readonly #reader: SchemaReader;
  readonly #shapes = new Map<string, string[]>();

  /**
   * @param schemas the schemas with names, by their addresses
   * @param isUsed tells the schemas that operations refer to themselves
   */
  constructor(
    reader: SchemaReader,
    schemas: ReadonlyMap<string, Value>,
    isUsed: (address: string) => boolean,
  ) {
    this.#reader = reader;
    for (const [address, value] of schemas) {
      const schema = objectOf(value);
      const name = reader.nameAt(address);
      if (!hasPropertiesAlone(schema) || isUsed(address) || name === undefined) continue;
      const shape = shapeOf(objectOf(schema["properties"]));
      this.#shapes.set(shape, [...(this.#shapes.get(shape) ?? []), name]);
    }
  }

  /**
   * Returns the type of a request.
   *
   * @param name the name of a new model
   */
  find(name: string, parameters: readonly Parameter[], body: Value): Call["request"] {
    if (parameters.length === 0) {
      if (body === undefined) return this.empty(name);
      return this.#typeOf(body, name);
    }
    const properties = Object.fromEntries(parameters.map((one) => [one.name, one.schema] as const));
    const required = parameters.filter(({ isRequired }) => isRequired).map((one) => one.name);
    const own = { type: "object", required, properties };
    if (body === undefined) return this.#modelOf(name, own);
    const inner = objectOf(body);
    if (textOf(inner["$ref"]) !== "") return this.#declared(name, { allOf: [body, own] });
    const all = {
      ...own,
      required: [...required, ...((inner["required"] as readonly Value[] | undefined) ?? [])],
      properties: { ...objectOf(inner["properties"]), ...properties },
    };
    return this.#modelOf(name, all);
  }

  /** Returns a model without fields. */
  empty(name: string): Call["request"] {
    return this.#modelOf(name, { type: "object", properties: {} });
  }

  #typeOf(body: Value, name: string): Call["request"] {
    const { type } = this.#reader.typeOf(body, name);
    const isModel = type.kind === "reference" && this.#reader.isModel(type.name);
    return isModel ? type : { kind: "any" };
  }

  #modelOf(name: string, schema: ValueObject): Call["request"] {
    const known = this.#shapes.get(shapeOf(objectOf(schema["properties"]))) ?? [];
    const [closest] = known.toSorted((one, other) => likeness(other, name) - likeness(one, name));
    return closest === undefined
      ? this.#declared(name, schema)
      : { kind: "reference", name: closest };
  }

  #declared(name: string, schema: ValueObject): Call["request"] {
    const own = this.#reader.names.take(name);
    this.#reader.declare(own, schema);
    return { kind: "reference", name: own };
  }
}

/** Returns the number of letters with which two names begin, without the words for calls and requests. */
function likeness(one: string, other: string): number {
  const [first = "", second = ""] = [one, other].map((name) => name.replace(/^(?:req|exec)/i, ""));
  const length = Math.min(first.length, second.length);
  let same = 0;
  while (same < length && first[same] === second[same]) same++;
  return same;
}

/** Whether the properties of a schema are all that it says. */
function hasPropertiesAlone(schema: ValueObject): boolean {
  const others = ["allOf", "anyOf", "oneOf", "additionalProperties", "patternProperties"];
  return "properties" in schema && others.every((key) => !(key in schema));
}

/** Returns the names and the types of properties, whatever their order. */
function shapeOf(properties: ValueObject): string {
  const parts = Object.entries(properties).map(([name, value]) => {
    const { type, format, $ref, items } = objectOf(value);
    const typeText = Array.isArray(type) ? type[0] : type;
    const facts = [name, typeText, format, $ref, objectOf(items)["$ref"]];
    return JSON.stringify(facts, (_key, fact: unknown) =>
      typeof fact === "bigint" ? fact.toString() : fact,
    );
  });
  return parts.toSorted().join();
}
