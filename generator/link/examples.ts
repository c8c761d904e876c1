import type { Declaration, Field, Model, Type } from "../model/api.js";
import type { ExampleDraft } from "../parse/draft.js";
import type { JsonNode } from "../parse/examples/json.js";
import { code } from "../source/code.js";
import type { Report } from "../source/diagnostic.js";
import { integerRangeOf } from "./builtins.js";

/** A place in an example. */
interface Place {
  /** The names of the members that lead to it. */
  readonly path: string;
  /** Whether the types of the model come from the example. */
  readonly isTyped: boolean;
  readonly wire: "json" | "xml";
}

/** Checks that the examples in JSON of a specification are values of the types that they are examples of. */
export class ExampleChecker {
  readonly #declarations: ReadonlyMap<string, Declaration>;
  readonly #report: Report;

  constructor(declarations: readonly Declaration[], report: Report) {
    this.#declarations = new Map(
      declarations.map((declaration) => [declaration.name, declaration]),
    );
    this.#report = report;
  }

  /** Reports each value of an example that a codec would refuse, and each member that it would lose. */
  check({ model, value, ignored, opening, language }: ExampleDraft): void {
    const type: Type = { kind: "reference", name: model };
    const wire = language === "xml" ? "xml" : "json";
    const owner = this.#modelOf(type);
    if (owner?.[wire] === undefined) return;
    const names = new Set(fieldsOf(owner, wire).map((field) => field.wireName));
    const place: Place = { path: "", isTyped: opening === undefined, wire };
    const isMeant = objectsIn(value).some((object) =>
      object.members.some(({ name }) => names.has(name)),
    );
    if (!isMeant && opening !== undefined) this.#report("skipped-fence", opening, { language });
    else if (value.kind === "list")
      for (const element of value.elements) this.#check(element, type, place, ignored);
    else this.#check(value, type, place, ignored);
  }

  #check(node: JsonNode, type: Type, place: Place, ignored: readonly string[] = []): void {
    if (node.kind === "null") return;
    const expected = this.#resolved(type);
    if (expected === undefined) return;
    switch (expected.kind) {
      case "list":
      case "array":
        if (node.kind !== "list") return this.#refuse(node, "a list", place);
        for (const element of node.elements)
          this.#check(element, expected.element, { ...place, path: `${place.path}[]` });
        return;
      case "map":
        if (node.kind !== "object") return this.#refuse(node, "an object", place);
        for (const member of node.members)
          this.#check(member.value, expected.value, below(place, member.name));
        return;
      case "model":
        if (node.kind !== "object") return this.#refuse(node, "an object", place);
        this.#checkMembers(node, expected, place, ignored);
        return;
      case "any":
      case "external":
        return;
      default: {
        // In XML all is text.
        const isText = place.wire === "xml" && expected.kind === "string";
        const words = isText && node.kind === "number" ? undefined : mismatch(node, expected);
        const isRange = expected.kind === "integer" && isInteger(node);
        if (words !== undefined)
          this.#refuse(node, words, { ...place, isTyped: place.isTyped && !isRange });
      }
    }
  }

  #checkMembers(
    { members, range: own }: JsonNode & { readonly kind: "object" },
    owner: Model,
    place: Place,
    ignored: readonly string[],
  ): void {
    const model = owner.name;
    const fields = fieldsOf(owner, place.wire);
    const byName = new Map(fields.map((field) => [field.wireName, field]));
    const names = new Set(members.map(({ name }) => name));
    for (const { name, value, range } of members) {
      const field = byName.get(name);
      if (field !== undefined) this.#checkField(value, field, below(place, name));
      else if (!ignored.includes(name)) this.#report("unknown-member", range, { name, model });
    }
    // Defaults stand in for members.
    for (const { wireName, field } of fields) {
      const isMissing = field.required === true && field.default === undefined;
      if (isMissing && !ignored.includes(wireName) && !names.has(wireName))
        this.#report("missing-member", { ...own, end: own.start + 1 }, { name: wireName, model });
    }
  }

  #checkField(value: JsonNode, { field: { type, json } }: WireField, place: Place): void {
    // The option `string` puts the text of the value into a string.
    if (json?.quoted !== true || place.wire === "xml") this.#check(value, type, place);
    else if (value.kind !== "string" && value.kind !== "null")
      this.#refuse(value, "a string", place);
  }

  #refuse(node: JsonNode, expected: string, { path, isTyped }: Place): void {
    // Where types come from examples, these have been compared with the columns.
    if (isTyped) return;
    const found = node.kind === "number" ? `number ${code(node.text)}` : node.kind;
    this.#report("example-mismatch", node.range, { found, path, expected });
  }

  #modelOf(type: Type): Model | undefined {
    const resolved = this.#resolved(type);
    return resolved?.kind === "model" ? resolved : undefined;
  }

  /** Returns the model, the base of the enum, or the type that a type stands for. */
  #resolved(type: Type): Exclude<Type, { kind: "reference" }> | Model | undefined {
    let current = type;
    for (const seen = new Set<string>(); current.kind === "reference";) {
      const declaration = this.#declarations.get(current.name);
      if (declaration === undefined || seen.has(current.name)) return undefined;
      seen.add(current.name);
      if (declaration.kind === "model") return declaration;
      if (declaration.kind === "enum") return declaration.base;
      if (declaration.kind === "constant") return undefined;
      current = declaration.type;
    }
    return current;
  }
}

/** Returns the type that a value lacks, in words; nothing if it has the type. */
function mismatch(node: JsonNode, type: Type): string | undefined {
  switch (type.kind) {
    case "boolean":
      return node.kind === "boolean" ? undefined : "a boolean";
    case "float":
      return node.kind === "number" ? undefined : "a number";
    case "integer": {
      const expected = `an integer of ${code(type.format)}`;
      if (node.kind !== "number" || !isInteger(node)) return expected;
      const [least, most] = integerRangeOf(type.format);
      const value = BigInt(node.text);
      return least <= value && value <= most ? undefined : expected;
    }
    default:
      return node.kind === "string" ? undefined : "a string";
  }
}

/** A field with the name of its value in examples. */
interface WireField {
  readonly wireName: string;
  readonly field: Field;
}

/** Returns the fields of a model on a wire; elements around those of a list have its name in XML. */
function fieldsOf({ json = [], xml = [] }: Model, wire: Place["wire"]): WireField[] {
  return wire === "json"
    ? json.map((field) => ({ wireName: field.json.name, field }))
    : xml.map((field) => ({ wireName: field.xml.parents[0] ?? field.xml.name, field }));
}

/** Returns an object, or the objects of a list. */
function objectsIn(node: JsonNode): (JsonNode & { readonly kind: "object" })[] {
  if (node.kind === "list") return node.elements.flatMap(objectsIn);
  return node.kind === "object" ? [node] : [];
}

function below(place: Place, name: string): Place {
  return { ...place, path: place.path === "" ? name : `${place.path}.${name}` };
}

function isInteger(node: JsonNode): boolean {
  return node.kind === "number" && /^-?\d+$/.test(node.text);
}
