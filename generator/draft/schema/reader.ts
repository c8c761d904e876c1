import type { Declaration, MapKey, Type, TypeDeclaration } from "../../model/api.js";
import { enumIn, isEnum } from "./enums.js";
import { deprecationOf, toldIn, withGuesses } from "./facts.js";
import { ModelReader } from "./model.js";
import { identifierOf, Names } from "./names.js";
import type { ReadType, TypeReader } from "./read-type.js";
import { floatIn, integerIn, textTypeIn } from "./scalars.js";
import { isObject, listOf, objectOf, textOf, type Value, type ValueObject } from "./value.js";

/** Reads schemas as declarations of types; a schema in another one becomes a declaration of its own. */
export class SchemaReader implements TypeReader {
  readonly declarations: Declaration[] = [];
  readonly names: Names;
  /** The names of the declarations by the addresses of their schemas. */
  readonly #known = new Map<string, string>();
  readonly #schemas: ReadonlyMap<string, Value>;

  /** @param schemas the schemas with names, by their addresses */
  constructor(schemas: ReadonlyMap<string, Value>) {
    this.#schemas = schemas;
    this.names = new Names();
    for (const [address, schema] of schemas) {
      const key = decodeURIComponent(address.slice(address.lastIndexOf("/") + 1));
      const title = textOf(objectOf(schema)["title"]);
      const isNamed = identifierOf(key) !== key || /^_u[0-9a-f]+_/.test(key);
      this.#known.set(address, this.names.take(isNamed && title !== "" ? title : key));
    }
  }

  /** Reads all schemas with names. */
  readAll(): void {
    for (const [address, schema] of this.#schemas) {
      this.declare(this.#known.get(address) ?? "", objectOf(schema));
    }
  }

  nameAt(address: string): string | undefined {
    return this.#known.get(address);
  }

  isModelAt(address: string, seen: readonly string[] = []): boolean {
    const schema = objectOf(this.#schemas.get(address));
    const { $ref } = schema;
    if (typeof $ref !== "string") return isModel(schema);
    return !seen.includes($ref) && this.isModelAt($ref, [...seen, address]);
  }

  propertiesAt(address: string): ReadonlyMap<string, Value> {
    return propertiesIn(this.#schemas.get(address), this.#schemas, [address]);
  }

  isModel(name: string): boolean {
    return this.#kindOf(name) === "model";
  }

  /** Whether a declaration can be the answer of a call: a model, or a name for a list. */
  isAnswer(name: string): boolean {
    return ["model", "list"].includes(this.#kindOf(name));
  }

  #kindOf(name: string): string {
    const declaration = this.declarations.find((one) => one.name === name);
    if (declaration?.kind !== "alias") return declaration?.kind ?? "";
    const { type } = declaration;
    return type.kind === "reference" && type.name !== name ? this.#kindOf(type.name) : type.kind;
  }

  /** Declares a type of a name that is taken; the declarations inside of it follow. */
  declare(name: string, schema: ValueObject, guesses: readonly string[] = []): void {
    const place = this.declarations.length;
    this.declarations.splice(place, 0, this.#declarationOf(name, schema, guesses));
  }

  #declarationOf(name: string, schema: ValueObject, more: readonly string[]): TypeDeclaration {
    const told = toldIn(schema);
    const common = (guesses: readonly string[]) => ({
      name,
      documentation: withGuesses(told.documentation, [...more, ...guesses]),
      ...deprecationOf(schema, told),
    });
    if (isEnum(schema)) return { kind: "enum", ...common([]), ...enumIn(schema, name, this.names) };
    if (isModel(schema)) {
      const { guesses, ...model } = new ModelReader(this, name).read(schema);
      return { kind: "model", ...common(guesses), ...model };
    }
    const { type, guesses } = this.typeOf(schema, name);
    return { kind: "alias", ...common(guesses), type, hasJson: true };
  }

  /**
   * Returns the type of a schema.
   *
   * @param name the name of a declaration that the schema may need
   */
  typeOf(value: Value, name: string): ReadType {
    const { schema, isPointer } = withoutNull(objectOf(value));
    const guess = textOf(schema["x-guess"]);
    const read = (type: Type, ...guesses: readonly string[]): ReadType => {
      const all = guess === "" ? guesses : [guess, ...guesses];
      return { type, isPointer, isQuoted: false, schema, guesses: all };
    };
    const address = textOf(schema["$ref"]);
    if (address !== "") {
      const known = this.#known.get(address);
      if (known !== undefined) return read({ kind: "reference", name: known });
      return read({ kind: "any" }, `the type at ${address}`);
    }
    const [only, ...others] = listOf(schema["allOf"]);
    if (others.length === 0 && isObject(only) && "$ref" in only) {
      return { ...this.typeOf({ ...schema, allOf: undefined, ...only }, name), isPointer };
    }
    if (isEnum(schema) || isModel(schema)) {
      const own = this.names.take(name);
      this.declare(own, schema);
      return read({ kind: "reference", name: own });
    }
    if (isObject(schema["contentSchema"]) && schema["type"] === "string") {
      const inner = this.typeOf(schema["contentSchema"], name);
      return { ...inner, isPointer, isQuoted: true };
    }
    return this.#plainType(schema, name, read);
  }

  #plainType(
    schema: ValueObject,
    name: string,
    read: (type: Type, ...guesses: readonly string[]) => ReadType,
  ): ReadType {
    switch (schema["type"]) {
      case "string":
        return read(textTypeIn(schema));
      case "boolean":
        return read({ kind: "boolean" });
      case "integer":
        return read({ kind: "integer", format: integerIn(schema) });
      case "number":
        return read(floatIn(schema));
      case "array": {
        const { type, guesses } = this.typeOf(schema["items"], `${name}Item`);
        const { minItems, maxItems } = schema;
        const isFixed = typeof minItems !== "undefined" && minItems === maxItems;
        const length = Number(minItems);
        if (!isFixed) return read({ kind: "list", element: type }, ...guesses);
        return read({ kind: "array", length, element: type }, ...guesses);
      }
      case "object": {
        const { type, guesses } = this.typeOf(schema["additionalProperties"], `${name}Value`);
        return read({ kind: "map", key: keyIn(schema), value: type }, ...guesses);
      }
    }
    const isAny = Object.keys(schema).every((key) => ANNOTATIONS.has(key));
    return isAny
      ? read({ kind: "any" })
      : read({ kind: "any" }, "the type, which has several forms");
  }
}

/** The keywords that say nothing of the values. */
const ANNOTATIONS = new Set([
  "title",
  "description",
  "examples",
  "example",
  "default",
  "deprecated",
  "externalDocs",
  "$comment",
  "nullable",
  "readOnly",
  "writeOnly",
  "xml",
  "allOf",
  "x-guess",
]);

/** Returns the schemas of the properties of a schema, and of those that it refers to. */
function propertiesIn(
  value: Value,
  schemas: ReadonlyMap<string, Value>,
  seen: readonly string[],
): ReadonlyMap<string, Value> {
  const schema = objectOf(value);
  const address = textOf(schema["$ref"]);
  const target = seen.includes(address) ? undefined : schemas.get(address);
  return new Map([
    ...(target === undefined ? [] : propertiesIn(target, schemas, [...seen, address])),
    ...listOf(schema["allOf"]).flatMap((part) => [...propertiesIn(part, schemas, seen)]),
    ...Object.entries(objectOf(schema["properties"])),
  ]);
}

/** Whether a schema has properties of its own, or those of other schemas. */
export function isModel(schema: ValueObject): boolean {
  return isObject(schema["properties"]) || listOf(schema["allOf"]).length > 1 || isWrapper(schema);
}

/** Whether a schema has the properties of one other schema, and a name of its own. */
function isWrapper({ allOf, type }: ValueObject): boolean {
  const [first] = listOf(allOf);
  return isObject(first) && (type === "object" || !("$ref" in first));
}

function isNull(value: Value): boolean {
  return objectOf(value)["type"] === "null";
}

/** Takes away what says that there may be no value. */
function withoutNull(schema: ValueObject): { schema: ValueObject; isPointer: boolean } {
  const { type, nullable, anyOf, oneOf } = schema;
  if (Array.isArray(type)) {
    const types = (type as readonly Value[]).filter((one) => one !== "null");
    const isPointer = types.length < type.length;
    return { schema: { ...schema, type: types.length === 1 ? types[0] : types }, isPointer };
  }
  for (const [key, list] of [
    ["anyOf", listOf(anyOf)],
    ["oneOf", listOf(oneOf)],
  ] as const) {
    const rest = list.filter((one) => !isNull(one));
    const [only] = rest;
    if (rest.length !== 1 || list.length < 2 || only === undefined) continue;
    const { [key]: _choices, ...others } = schema;
    return { schema: { ...objectOf(only), ...others }, isPointer: true };
  }
  return { schema, isPointer: nullable === true };
}

function keyIn(schema: ValueObject): MapKey {
  const pattern = textOf(objectOf(schema["propertyNames"])["pattern"]);
  if (pattern === "^[0-9]+$") return { kind: "integer", format: "uint64" };
  return /^\^[^a-z]*\[0-9\]\+\$$/.test(pattern)
    ? { kind: "integer", format: "int64" }
    : { kind: "string" };
}
