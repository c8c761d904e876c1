import * as fc from "fast-check";
import type {
  Declaration,
  Field,
  IntegerFormat,
  Model,
  Type,
} from "../../generator/outputs/typescript/plan/plan.js";
import { integerRangeOf } from "../../generator/link/builtins.js";

/** The declarations of an API by the names of their types. */
export type Declarations = ReadonlyMap<string, Declaration>;

/**
 * What a codec must make of JSON, by walking the model: slow, and independent of the generated code
 * and of its runtime. Refuses with a path where a value does not fit.
 */
export class Oracle {
  readonly #declarations: Declarations;
  readonly #issues: string[] = [];

  constructor(declarations: Declarations) {
    this.#declarations = declarations;
  }

  /** The paths of what does not fit, in order of declaration, each as JSON. */
  issues(typeName: string, json: unknown): string[] {
    if (json == null) return ["[]"];
    this.#named(typeName, json, []);
    return this.#issues;
  }

  #refuse(path: readonly unknown[]): void {
    this.#issues.push(JSON.stringify(path));
  }

  #named(name: string, json: unknown, path: readonly unknown[]): void {
    const declaration = this.#declarations.get(name);
    if (declaration?.kind === "model") this.#model(declaration, json, path);
    else if (declaration?.kind === "enum") this.#value(declaration.base, json, path);
    else if (declaration?.kind === "alias") this.#value(declaration.type, json, path);
    else throw new Error(`no declaration of ${name}`);
  }

  #model({ fields }: Model, json: unknown, path: readonly unknown[]): void {
    if (json == null) return;
    if (!isObject(json)) return this.#refuse(path);
    for (const field of fields) {
      const member = Object.hasOwn(json, field.wireName) ? json[field.wireName] : undefined;
      this.#field(field, member, [...path, field.wireName]);
    }
  }

  #field({ type, quoted }: Field, json: unknown, path: readonly unknown[]): void {
    if (json == null) return;
    if (!quoted) return this.#value(type, json, path);
    // In a string a long integer loses nothing.
    if (isLong(type) && /^"-?\d{16,}"$/.test(JSON.stringify(json))) return;
    const before = this.#issues.length;
    this.#value(type, parsed(json), path);
    if (parsed(json) === undefined && this.#issues.length === before) this.#refuse(path);
  }

  #value(type: Type, json: unknown, path: readonly unknown[]): void {
    if (json == null || type.kind === "any") return;
    switch (type.kind) {
      case "reference":
        return this.#named(type.names.type, json, path);
      case "list":
        if (!Array.isArray(json)) return this.#refuse(path);
        return json.forEach((item, index) => this.#value(type.element, item, [...path, index]));
      case "array": {
        if (!Array.isArray(json)) return this.#refuse(path);
        const items = json.slice(0, type.length);
        return items.forEach((item, index) => this.#value(type.element, item, [...path, index]));
      }
      case "map":
        if (!isObject(json)) return this.#refuse(path);
        for (const [key, member] of Object.entries(json)) {
          if (type.key.kind !== "string" && !fits(type.key, Number(key), key)) {
            this.#refuse([...path, key]);
          }
          this.#value(type.value, member, [...path, key]);
        }
        return;
      default:
        if (!fits(type, json)) this.#refuse(path);
    }
  }
}

function fits(type: Type, json: unknown, key?: string): boolean {
  switch (type.kind) {
    case "string":
      return typeof json === "string";
    case "boolean":
      return typeof json === "boolean";
    case "float": {
      if (typeof json !== "number" || !Number.isFinite(json)) return false;
      return type.bits === 64 || Math.abs(json) < 2 ** 128 - 2 ** 103;
    }
    case "integer":
    case "long": {
      if (!Number.isSafeInteger(json) || (key !== undefined && !/^[+-]?\d+$/.test(key)))
        return false;
      const [least, most] = numberRangeOf(type.format);
      const isUnsigned = type.format.startsWith("u");
      if (isUnsigned && (Object.is(json, -0) || /^[+-]/.test(key ?? ""))) return false;
      return BigInt(json as number) >= least && BigInt(json as number) <= most;
    }
    default:
      // Times and base64 have tests of their own; here they are made right, or of another type.
      return typeof json === "string" && !json.startsWith("wrong");
  }
}

function isLong(type: Type): boolean {
  return type.kind === "long" || (type.kind === "reference" && type.scalar?.kind === "long");
}

function parsed(json: unknown): unknown {
  try {
    if (typeof json !== "string" || json.trim() !== json) return undefined;
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

/** The types of a package, and how many values are right for each that is wrong. */
interface Scope {
  readonly declarations: Declarations;
  readonly right: number;
}

/**
 * JSON that nearly fits a type: here and there a value is of another.
 *
 * @param right the number of values that are right for each that is wrong
 */
export function jsonOf(
  declarations: Declarations,
  typeName: string,
  right = 12,
): fc.Arbitrary<unknown> {
  return jsonOfName({ declarations, right }, typeName, 3);
}

function jsonOfName(scope: Scope, name: string, depth: number): fc.Arbitrary<unknown> {
  const declaration = scope.declarations.get(name);
  if (declaration?.kind === "enum") return jsonOfType(scope, declaration.base, depth);
  if (declaration?.kind === "alias") return jsonOfType(scope, declaration.type, depth);
  if (declaration?.kind !== "model" || depth === 0) {
    return fc.oneof(
      { weight: scope.right, arbitrary: fc.constantFrom(null, {}) },
      { weight: 6, arbitrary: fc.constant(7) },
    );
  }
  const members = declaration.fields.map((field): [string, fc.Arbitrary<unknown>] => {
    const json = jsonOfType(scope, field.type, depth - 1);
    return [field.wireName, field.quoted ? json.map((value) => JSON.stringify(value)) : json];
  });
  return fc.record(Object.fromEntries(members), { requiredKeys: [] });
}

function jsonOfType(scope: Scope, type: Type, depth: number): fc.Arbitrary<unknown> {
  const right = rightJsonOf(scope, type, depth);
  if (type.kind === "any") return right;
  const other = fc.constantFrom(null, "wrong", 1.5, -1, 300, 2 ** 53, true, [], {}, [null]);
  return fc.oneof({ weight: scope.right, arbitrary: right }, { weight: 1, arbitrary: other });
}

function rightJsonOf(scope: Scope, type: Type, depth: number): fc.Arbitrary<unknown> {
  switch (type.kind) {
    case "any":
      // In a text, -0 is 0, and a number without a fraction may be an integer with all its digits.
      return fc
        .jsonValue({ maxDepth: 1 })
        .filter((json) => !/\d{16}/.test(JSON.stringify(json)))
        .map((json) => JSON.parse(JSON.stringify(json)) as unknown);
    case "boolean":
      return fc.boolean();
    case "float":
      return fc.constantFrom(0, 0.5, -2, 1e30);
    case "integer":
    case "long":
      return fc.constantFrom(0, 1, 7, 127);
    case "string":
      return fc.string({ maxLength: 5 });
    case "time":
      return fc.constantFrom("2024-02-29T23:59:59Z", "0001-01-01T00:00:00+08:00");
    case "bytes":
      return fc.constantFrom("", "AAEC", "AA==");
    case "external":
      throw new Error("Nobody knows what is right for a type that is defined elsewhere");
    case "reference":
      return jsonOfName(scope, type.names.type, depth);
    case "list":
    case "array":
      return fc.array(jsonOfType(scope, type.element, depth), { maxLength: 3 });
    case "map": {
      const key =
        type.key.kind === "string"
          ? fc.constantFrom("a", "b", "__proto__")
          : fc.constantFrom("1", "-2", "x");
      return fc.dictionary(key, jsonOfType(scope, type.value, depth), { maxKeys: 2 });
    }
  }
}

/** Returns the part of an integer format's range that a `number` holds exactly. */
function numberRangeOf(format: IntegerFormat): readonly [least: bigint, most: bigint] {
  const safe = BigInt(Number.MAX_SAFE_INTEGER);
  const [least, most] = integerRangeOf(format);
  return [least < -safe ? -safe : least, most > safe ? safe : most];
}
