import type * as model from "../../../model/api.js";
import { code } from "../../../source/code.js";
import type { SourceRange } from "../../../source/source.js";
import { NO_DEFAULTS } from "./defaults.js";
import { told, type PlanScope } from "./enums.js";
import { planFacts } from "./facts.js";
import { reportCollision, takeFreeName } from "./identifiers.js";
import { definitionOf } from "./places.js";
import type { Base, EmptyValue, Facts, Field, Model, Type, TypeNames, XmlField } from "./plan.js";
import type { TypePlanner } from "./types.js";

/** Plans models; each field is planned once, also if other models promote it. */
export class ModelPlanner {
  readonly #scope: PlanScope;
  readonly #types: TypePlanner;
  readonly #fields = new Map<model.Field, Field>();

  constructor(scope: PlanScope, types: TypePlanner) {
    this.#scope = scope;
    this.#types = types;
  }

  plan(declaration: model.Model, names: TypeNames): Model {
    const { name, documentation, embeddings, ownFields, fields, json, xml, ignored } = declaration;
    const planned = {
      kind: "model",
      specName: name,
      names,
      documentation,
      ...told(declaration),
      bases: embeddings.flatMap((embedding) => this.#baseOf(embedding)),
      ownFields: ownFields.map((field) => this.fieldOf(field)),
      fields: fields.map((field) => this.fieldOf(field)),
      ...(json && { json: json.map((field) => this.fieldOf(field)) }),
      ...(xml && { xml: xml.map((field) => this.#xmlFieldOf(field)) }),
      isFilled: false,
      isSplit: false,
      ignored: ignored.map((field) => ({
        specName: field.name,
        facts: this.#factsOf(field),
        documentation: field.documentation,
      })),
      hasLongIntegers: false,
      defaults: NO_DEFAULTS,
    } as const;
    this.#reportCollisions(declaration, planned);
    return planned;
  }

  #baseOf({ type, hidden, documentation }: model.Embedding): Base[] {
    const reference = this.#types.referenceTo({ kind: "reference", name: type });
    if (reference === undefined) return [];
    const properties = hidden.map((field) => this.fieldOf(field).property);
    return [{ reference, hidden: properties, documentation }];
  }

  /** Plans a field of a model. */
  fieldOf(field: model.Field): Field {
    const known = this.#fields.get(field);
    if (known !== undefined) return known;
    const { name, owner, json, xml, documentation } = field;
    const { settings } = this.#scope;
    const wireName = json?.name ?? xml?.name ?? name;
    const type = this.#types.typeOf(field.type, { type: owner, field: name });
    const omitted = json?.omitEmpty === true ? this.#emptyValueOf(field, type) : undefined;
    const planned: Field = {
      specName: name,
      owner,
      property: settings.property(owner, name, wireName),
      wireName,
      ...(xml === undefined ? {} : { xmlName: xml.text }),
      type,
      structure: this.#types.structureOf(field.type, { type: owner, field: name }),
      optional: field.required === undefined ? this.#isOptional(field) : !field.required,
      ...(omitted === undefined ? {} : { omitted }),
      quoted: json?.quoted === true,
      facts: this.#factsOf(field),
      ...(settings.checksLimits && field.limits?.bounds !== undefined
        ? { checked: field.limits.bounds }
        : {}),
      documentation,
    };
    this.#fields.set(field, planned);
    return planned;
  }

  /** Whether a field may be absent, if the specification does not say whether it is required. */
  #isOptional(field: model.Field): boolean {
    const { owner, name, json, xml } = field;
    const presence = this.#scope.settings.presence(owner, name);
    const mayBeOmitted = (json ?? xml)?.omitEmpty === true;
    return mayBeOmitted || this.#hasNoZero(field) || presence === "optional";
  }

  #xmlFieldOf(field: model.XmlField): XmlField {
    const { text: _text, omitEmpty, ...tag } = field.xml;
    const planned = this.fieldOf(field);
    const { structure } = planned;
    const isList = structure.kind === "list" && tag.place !== "attribute";
    const item = isList ? structure.element : structure;
    const isPointer = isList ? field.hasPointerItems : field.isPointer;
    const omitted = omitEmpty && !isPointer ? emptyIn(item) : undefined;
    return { ...tag, field: planned, ...(omitted === undefined ? {} : { omitted }) };
  }

  #factsOf(field: model.FieldFacts): Facts {
    const owner = { type: field.owner, field: field.name };
    const { settings, index, report } = this.#scope;
    const onRounded = (text: string) => {
      const place = definitionOf(`field ${field.owner}.${field.name}`, index);
      const hint = "set int64 of the field to `bigint` or `string`";
      report("invalid-default", place, { text, type: "number" }, { hint });
    };
    return planFacts(field, owner, { types: this.#types, settings, onRounded });
  }

  /**
   * Whether a field may be absent by its type alone: a pointer; a model, whose zero value says nothing;
   * a type from elsewhere, whose zero value is unknown.
   */
  #hasNoZero({ type, isPointer }: model.Field): boolean {
    const { kind } = this.#types.resolved(type);
    return isPointer || kind === "model" || kind === "external";
  }

  /**
   * Returns the values that `omitempty` leaves out (Go's encoding/json): false, 0, a nil interface, and
   * any empty array, slice, map or string; never a struct.
   */
  #emptyValueOf({ type, isPointer }: model.Field, planned: Type): EmptyValue | undefined {
    if (isPointer) return undefined;
    const scalar = planned.kind === "reference" ? planned.scalar : planned;
    if (scalar?.kind === "long") {
      return scalar.representation === "bigint" ? "bigint" : "decimal";
    }
    const resolved = this.#types.resolved(type);
    return emptyOf(resolved.kind === "enum" ? resolved.base : resolved);
  }

  /** Reports fields that share a property. */
  #reportCollisions(declaration: model.Model, { fields }: Model): void {
    const owners = new Map<string, Field>();
    const taken = new Set(fields.map(({ property }) => property));
    for (const field of fields) {
      const owner = owners.get(field.property);
      if (owner === undefined) owners.set(field.property, field);
      else this.#reportCollision(declaration, field, owner, taken);
    }
  }

  #reportCollision(declaration: model.Model, field: Field, owner: Field, taken: Set<string>): void {
    const { report } = this.#scope;
    const range = this.#placeIn(declaration, field);
    const first = this.#placeIn(declaration, owner);
    const name = field.specName;
    if (name === owner.specName) {
      const related = [{ range: first, message: "the first one is here" }];
      report("duplicate-field", range, { name }, { related });
    } else {
      const free = takeFreeName(field.property, taken);
      const rename = { key: `${field.owner}.${name}`, name: free };
      const collision = { taken: "another field", owner: first, rename };
      reportCollision({ text: name, range }, field.property, collision, report);
    }
  }

  /** Returns where a model has a field from: its name, or the embedding that promotes it. */
  #placeIn({ name, embeddings }: model.Model, field: Field): SourceRange {
    const { index } = this.#scope;
    if (field.owner === name) return definitionOf(`field ${name}.${field.specName}`, index);
    const embedding = embeddings.find(({ type }) => {
      const embedded = this.#types.resolved({ kind: "reference", name: type });
      return (
        embedded.kind === "model" &&
        embedded.fields.some((one) => one.owner === field.owner && one.name === field.specName)
      );
    });
    if (embedding === undefined) throw new Error(`${code(name)} has no ${code(field.specName)}`);
    return definitionOf(`embedding ${name}.${embedding.type}`, index);
  }
}

/** Returns the values of a planned type that `omitempty` leaves out. */
function emptyIn(type: Type): EmptyValue | undefined {
  if (type.kind === "reference") return type.scalar && emptyIn(type.scalar);
  if (type.kind === "long") return type.representation === "bigint" ? "bigint" : "decimal";
  return type.kind === "array" || type.kind === "external" ? undefined : EMPTY_VALUES[type.kind];
}

function emptyOf(type: model.Model | Exclude<model.Type, model.Reference>): EmptyValue | undefined {
  return type.kind === "array" && type.length > 0 ? undefined : EMPTY_VALUES[type.kind];
}

const EMPTY_VALUES: Readonly<Partial<Record<"model" | model.Type["kind"], EmptyValue>>> = {
  any: "null",
  array: "list",
  boolean: "boolean",
  bytes: "string",
  float: "number",
  integer: "number",
  list: "list",
  map: "map",
  string: "string",
};
