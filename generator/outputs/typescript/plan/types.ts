import type * as model from "../../../model/api.js";
import { enumBase } from "./enums.js";
import type {
  JsonKind,
  LongIntegerType,
  MapKey,
  Reference,
  ScalarType,
  Type,
  TypeNames,
} from "./plan.js";
import type { Settings, TypeOwner } from "./settings.js";

/** The identifiers of a declared type, and the module that declares it. */
export interface NamedType {
  readonly declaration: model.TypeDeclaration;
  readonly names: TypeNames;
  readonly module: string;
}

/** Plans the types of an API: their names in TypeScript, and the representation of long integers. */
export class TypePlanner {
  readonly #types: ReadonlyMap<string, NamedType>;
  readonly #settings: Settings;
  readonly #references = new Map<string, Reference>();
  /** The last declarations of chains of aliases, by any name in them. */
  readonly #ends = new Map<string, model.TypeDeclaration>();

  constructor(types: ReadonlyMap<string, NamedType>, settings: Settings) {
    this.#types = types;
    this.#settings = settings;
  }

  /** @param owner the field or the type that has the type: the configuration may say something about it */
  typeOf(type: model.Type, owner: TypeOwner): Type {
    switch (type.kind) {
      case "integer":
        return this.#integerOf(type, owner);
      case "reference":
        return this.referenceTo(type) ?? { kind: "any" };
      case "external":
        return { kind: "external", specName: type.name, ...this.#externalOf(type) };
      case "list":
        return { kind: "list", element: this.typeOf(type.element, owner) };
      case "array":
        return { ...type, element: this.typeOf(type.element, owner) };
      case "map": {
        const value = this.typeOf(type.value, owner);
        return { kind: "map", key: this.#keyOf(type.key, owner), value };
      }
      default:
        return type;
    }
  }

  /**
   * Returns the reference to a declared type; each type has one, however often it is used.
   *
   * @returns undefined for a type whose declaration is invalid, which linking has reported
   */
  referenceTo({ name }: model.Reference): Reference | undefined {
    const known = this.#references.get(name);
    const type = this.#types.get(name);
    const end = this.#endOf(name);
    if (known !== undefined || type === undefined || end === undefined) return known;
    const { names, module, declaration } = type;
    const scalar = this.#scalarOf(end);
    const reference: Reference = {
      kind: "reference",
      names,
      module,
      json: declaredJsonKind(end),
      isModel: declaration.kind === "model",
      isEnum: end.kind === "enum",
      ...(scalar === undefined ? {} : { scalar }),
    };
    this.#references.set(name, reference);
    return reference;
  }

  /**
   * Plans a type as it is behind the names of aliases, all the way down; an alias inside of itself keeps
   * its name there.
   */
  structureOf(type: model.Type, owner: TypeOwner, passed: readonly string[] = []): Type {
    switch (type.kind) {
      case "reference": {
        const end = this.#endOf(type.name);
        if (end?.kind === "model") {
          return this.referenceTo({ kind: "reference", name: end.name }) ?? { kind: "any" };
        }
        const isNamed = end?.kind !== "alias" || this.#scalarOf(end) !== undefined;
        if (isNamed || passed.includes(end.name)) return this.typeOf(type, owner);
        return this.structureOf(end.type, { type: end.name }, [...passed, end.name]);
      }
      case "list":
      case "array":
        return { ...type, element: this.structureOf(type.element, owner, passed) };
      default:
        return this.typeOf(type, owner);
    }
  }

  /** Follows names of aliases: returns a declaration that is no name for another, or an unnamed type. */
  resolved(type: model.Type): model.Model | model.Enum | Exclude<model.Type, model.Reference> {
    if (type.kind !== "reference") return type;
    const end = this.#endOf(type.name);
    if (end?.kind !== "alias") return end ?? { kind: "any" };
    return end.type.kind === "reference" ? { kind: "any" } : end.type;
  }

  #endOf(name: string): model.TypeDeclaration | undefined {
    const path: string[] = [];
    let next = this.#types.get(name)?.declaration;
    while (next?.kind === "alias" && next.type.kind === "reference") {
      const known = this.#ends.get(next.name);
      if (known === undefined) path.push(next.name);
      next = known ?? this.#types.get(next.type.name)?.declaration;
    }
    if (next !== undefined) for (const passed of path) this.#ends.set(passed, next);
    return next;
  }

  #scalarOf(end: model.TypeDeclaration): ScalarType | undefined {
    if (end.kind === "enum") return enumBase(end, this.#settings);
    if (end.kind !== "alias") return undefined;
    switch (end.type.kind) {
      case "string":
      case "boolean":
      case "float":
        return end.type;
      case "integer":
        return this.#integerOf(end.type, { type: end.name });
      default:
        return undefined;
    }
  }

  #integerOf(type: model.IntegerType, owner: TypeOwner): model.IntegerType | LongIntegerType {
    const { format } = type;
    if (format !== "int64" && format !== "uint64") return type;
    const representation = this.#settings.int64(owner);
    return representation === "number" ? type : { kind: "long", format, representation };
  }

  #keyOf(key: model.MapKey, owner: TypeOwner): MapKey {
    if (key.kind === "integer") return this.#integerOf(key, owner);
    const scalar = key.kind === "reference" ? this.referenceTo(key)?.scalar : key;
    const isKey = scalar !== undefined && scalar.kind !== "boolean" && scalar.kind !== "float";
    return isKey ? scalar : { kind: "string" };
  }

  #externalOf({ name }: model.ExternalType) {
    const { type = "unknown", from = "", codec } = this.#settings.external(name) ?? {};
    return { type, from, ...(codec === undefined ? {} : { codec }) };
  }
}

/** The form in JSON of a declaration that is no name for another. */
function declaredJsonKind(declaration: model.TypeDeclaration): JsonKind {
  if (declaration.kind === "model") return "object";
  return JSON_KINDS[(declaration.kind === "enum" ? declaration.base : declaration.type).kind];
}

/** The forms in JSON of types; a reference has that of its declaration. */
export const JSON_KINDS: Readonly<Record<Type["kind"], JsonKind>> = {
  string: "string",
  integer: "number",
  long: "number",
  float: "number",
  boolean: "boolean",
  any: "any",
  external: "any",
  reference: "any",
  time: "string",
  bytes: "string",
  list: "array",
  array: "array",
  map: "object",
};
