import type { Embedding, JsonField, Model } from "../../model/api.js";
import { pascalCase } from "../../names.js";
import { deprecationOf, meaningIn, toldIn, withGuesses } from "./facts.js";
import { Names } from "./names.js";
import type { TypeReader } from "./read-type.js";
import { withoutBounds } from "./scalars.js";
import { listOf, objectOf, textOf, type Value, type ValueObject } from "./value.js";

/** The parts of a model. */
type ModelParts = Pick<Model, "embeddings" | "ownFields" | "fields" | "json" | "ignored"> & {
  readonly guesses: readonly string[];
};

/** Reads the properties of one schema as the fields of a model. */
export class ModelReader {
  readonly #reader: TypeReader;
  readonly #model: string;
  readonly #names = new Names();
  readonly #fields = new Map<string, JsonField>();
  readonly #embeddings: Embedding[] = [];
  /** The names of the fields of embedded models. */
  readonly #embedded = new Set<string>();
  readonly #guesses: string[] = [];

  constructor(reader: TypeReader, model: string) {
    this.#reader = reader;
    this.#model = model;
  }

  read(schema: ValueObject): ModelParts {
    for (const part of listOf(schema["allOf"])) this.#addPart(objectOf(part));
    this.#addProperties(schema);
    const fields = [...this.#fields.values()];
    return {
      embeddings: this.#embeddings,
      ownFields: fields,
      fields,
      json: fields,
      ignored: [],
      guesses: this.#guesses,
    };
  }

  #addPart(part: ValueObject): void {
    const { $ref, description } = part;
    if (typeof $ref !== "string") {
      for (const inner of listOf(part["allOf"])) this.#addPart(objectOf(inner));
      this.#addProperties(part);
      return;
    }
    const type = this.#reader.nameAt($ref);
    const isModel = this.#reader.isModelAt($ref);
    if (type !== undefined && isModel) {
      this.#embeddings.push({ type, hidden: [], documentation: textOf(description) });
      // Go refuses two fields of one name, unless the model has a third one.
      for (const [name, schema] of this.#reader.propertiesAt($ref)) {
        if (this.#embedded.has(name)) this.#fields.set(name, this.#fieldOf(name, schema, false));
        this.#embedded.add(name);
      }
    } else this.#guesses.push(`the fields at ${$ref}`);
  }

  #addProperties({ properties, required, "x-example": isExample }: ValueObject): void {
    const needed = new Set(listOf(required));
    for (const [name, schema] of Object.entries(objectOf(properties))) {
      const field = this.#fieldOf(name, schema, needed.has(name));
      // An example shows the field, and says no more about that.
      const { required: _required, ...shown } = field;
      this.#fields.set(name, isExample === true ? shown : field);
    }
  }

  /** Returns the field of a property; a property that is not required may be left out. */
  #fieldOf(json: string, value: Value, isRequired: boolean): JsonField {
    const own = objectOf(value);
    const read = this.#reader.typeOf(value, this.#model + pascalCase(json));
    const { type, isQuoted, guesses } = read;
    // Go leaves out no model, only a pointer to one; and a model may not consist of itself.
    const isPointer = read.isPointer || (!isRequired && this.#isModel(read.schema));
    const told = toldIn(own);
    const bounded = type.kind === "integer" ? withoutBounds(read.schema, type.format) : read.schema;
    const isReference = type.kind === "reference";
    const facts = isReference ? { ...own, ...KEYLESS } : { ...bounded, ...samplesIn(own) };
    const meaning = meaningIn(facts, type, told);
    return {
      name: this.#names.take(pascalCase(json) === "" ? "X" : pascalCase(json)),
      owner: this.#model,
      type,
      isPointer,
      hasPointerItems: false,
      documentation: withGuesses(told.documentation, guesses),
      ...deprecationOf(own, told),
      ...meaning,
      ...(isRequired && { required: true }),
      json: { name: json, omitEmpty: !isRequired, quoted: isQuoted },
    };
  }

  #isModel(schema: ValueObject): boolean {
    const address = textOf(schema["$ref"]);
    return address === "" ? "properties" in schema : this.#reader.isModelAt(address);
  }
}

/** The keywords of a declaration, which are not those of its use. */
const KEYLESS = {
  minimum: undefined,
  maximum: undefined,
  minLength: undefined,
  maxLength: undefined,
};

/** Returns the values that a property shows; those of texts with JSON in them are its own. */
function samplesIn({ default: byDefault, examples, example }: ValueObject): ValueObject {
  return {
    ...(byDefault !== undefined && { default: byDefault }),
    ...(examples !== undefined && { examples }),
    ...(example !== undefined && { example }),
  };
}
