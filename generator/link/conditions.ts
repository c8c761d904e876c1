import type { Declaration, Enum, Field, Model, Type } from "../model/api.js";
import type { Condition } from "../model/condition.js";
import type { CallbackDraft, ConditionDraft, ConditionValueDraft } from "../parse/draft.js";
import { code } from "../source/code.js";
import { Speller, suggest } from "../source/suggest.js";
import { sourceOf } from "../source/text.js";
import { checkRange } from "./enum-values.js";
import type { Symbols } from "./symbols.js";
import type { Scope } from "./types.js";

/** The field that a title names, and the way to it. */
interface Place extends Pick<Condition, "json" | "xml"> {
  readonly type: Type;
}

/** A type that a value can be compared with. */
type Comparable = Extract<Type, { kind: "string" | "integer" | "boolean" }>;

/** Resolves the values that tell messages from others. */
export class ConditionLinker {
  readonly #scope: Scope;
  readonly #constants: Symbols["constants"];
  readonly #declared: ReadonlyMap<string, Declaration>;
  /** The enums of constants, by the names of these. */
  readonly #owners: ReadonlyMap<string, Enum>;
  /** The titles that are reported, each once for an envelope. */
  readonly #reported = new Set<string>();

  constructor(scope: Scope, declarations: readonly Declaration[], constants: Symbols["constants"]) {
    this.#scope = scope;
    this.#constants = constants;
    this.#declared = new Map(declarations.map((declaration) => [declaration.name, declaration]));
    const enums = declarations.filter((declaration) => declaration.kind === "enum");
    this.#owners = new Map(
      enums.flatMap((owner) => owner.members.map(({ name }) => [name, owner] as const)),
    );
  }

  /**
   * Returns the conditions of a row, in the order of the fields; undefined if one of them is in error, which is
   * reported.
   */
  link({ role, conditions }: CallbackDraft, envelope: Model): Condition[] | undefined {
    const linked = conditions.map((condition) => this.#conditionOf(condition, envelope, role));
    const sound = linked.filter((condition) => condition !== undefined);
    if (sound.length < linked.length) return undefined;
    const indexOf = ({ field }: Condition) => {
      const [first] = field.split(".");
      return envelope.fields.findIndex(({ name }) => name === first);
    };
    const known = sound.filter((one) => one !== "any");
    return known.toSorted((one, other) => indexOf(one) - indexOf(other));
  }

  #conditionOf(
    { field, value }: ConditionDraft,
    envelope: Model,
    role: CallbackDraft["role"],
  ): Condition | "any" | undefined {
    // A reply has its values in its own properties.
    const isFit = role === "message" || !field.text.includes(".");
    const place = isFit ? this.#placeOf(field.text, envelope) : undefined;
    const type = place && this.#comparable(place.type);
    if (place === undefined || type === undefined) {
      // The field may be one of other envelopes.
      if (value === undefined && place === undefined) return "any";
      this.#reportField(field, envelope, place !== undefined);
      return undefined;
    }
    if (value === undefined) return "any";
    if (value.kind === "invalid") return undefined;
    const known = this.#valueOf(value, place.type, type);
    if (known === undefined) return undefined;
    const { json, xml } = place;
    return {
      field: field.text,
      ...(json !== undefined && { json }),
      ...(xml !== undefined && { xml }),
      value: known,
      ...(value.kind === "constant" && { constant: value.name }),
    };
  }

  #reportField(
    { text: name, range }: ConditionDraft["field"],
    envelope: Model,
    isField: boolean,
  ): void {
    const key = JSON.stringify([range.source.path, range.start, envelope.name]);
    if (this.#reported.has(key)) return;
    this.#reported.add(key);
    const hint = isField
      ? undefined
      : suggest(
          name,
          envelope.fields.map((field) => field.name),
        );
    const parameters = { name, envelope: envelope.name, isField };
    this.#scope.report("invalid-callback-field", range, parameters, { hint });
  }

  /** Follows the names of a title from a model to a field. */
  #placeOf(title: string, envelope: Model): Place | undefined {
    const [first = "", ...others] = title.split(".");
    const start = fieldNamed(first, envelope);
    return start && this.#placeBelow(start, others);
  }

  #placeBelow(place: Place, [name, ...others]: readonly string[]): Place | undefined {
    if (name === undefined) return place;
    const model = this.#resolved(place.type);
    const next =
      typeof model === "object" && model.kind === "model" ? fieldNamed(name, model) : undefined;
    if (next === undefined) return undefined;
    const json = place.json && next.json && [...place.json, ...next.json];
    const xml = place.xml && next.xml && [...place.xml, ...next.xml];
    const below = {
      type: next.type,
      ...(json !== undefined && { json }),
      ...(xml !== undefined && { xml }),
    };
    return json === undefined && xml === undefined ? undefined : this.#placeBelow(below, others);
  }

  /** Returns the type or the declaration that the names of aliases lead to. */
  #resolved(type: Type): Exclude<Type, { kind: "reference" }> | Model | Enum | undefined {
    let current = type;
    for (const seen = new Set<string>(); current.kind === "reference" && !seen.has(current.name);) {
      seen.add(current.name);
      const declared = this.#declared.get(current.name);
      if (declared?.kind === "model" || declared?.kind === "enum") return declared;
      if (declared?.kind !== "alias") return undefined;
      current = declared.type;
    }
    return current.kind === "reference" ? undefined : current;
  }

  #comparable(type: Type): Comparable | undefined {
    const resolved = this.#resolved(type);
    const scalar = resolved?.kind === "enum" ? resolved.base : resolved;
    const isComparable =
      scalar?.kind === "string" || scalar?.kind === "integer" || scalar?.kind === "boolean";
    return isComparable ? scalar : undefined;
  }

  #valueOf(
    draft: Exclude<ConditionValueDraft, { kind: "invalid" }>,
    type: Type,
    scalar: Comparable,
  ): Condition["value"] | undefined {
    const { report } = this.#scope;
    const { range } = draft;
    if (draft.kind === "constant" && !this.#constants.has(draft.name)) {
      const hint = suggest(draft.name, this.#constants.keys());
      report("unresolved-constant", range, { name: draft.name }, { hint });
      return undefined;
    }
    const value =
      draft.kind === "literal" ? draft.value : this.#constants.get(draft.name)?.value.value;
    const kinds = { string: "string", integer: "bigint", boolean: "boolean" } as const;
    const owner = draft.kind === "constant" ? this.#owners.get(draft.name) : undefined;
    const resolved = this.#resolved(type);
    const isOther = owner !== undefined && resolved?.kind === "enum" && resolved !== owner;
    if (typeof value !== kinds[scalar.kind] || isOther) {
      const named = type.kind === "reference" ? type.name : goName(scalar);
      const kind = isOther ? undefined : scalar.kind;
      report("mismatched-constant", range, { value: sourceOf(range), type: named, kind });
      return undefined;
    }
    if (resolved?.kind === "enum" && !resolved.members.some((one) => one.value === value)) {
      const parameters = { value: sourceOf(range), type: resolved.name, kind: undefined };
      report("mismatched-constant", range, parameters, { hint: memberHint(value, resolved) });
      return undefined;
    }
    const isFit =
      typeof value !== "bigint" ||
      scalar.kind !== "integer" ||
      checkRange(value, scalar.format, { range, report });
    return isFit ? (value as Condition["value"]) : undefined;
  }
}

/** Returns a hint that names the constant whose value or name is closest to a value without a constant. */
function memberHint(value: unknown, { members }: Enum): string | undefined {
  const names = new Map(
    members.flatMap(({ name, value }) => [
      [name, name],
      [String(value), name],
    ]),
  );
  const closest = new Speller(names.keys()).closest(String(value));
  const name = closest === undefined ? undefined : names.get(closest);
  return name === undefined ? undefined : `did you mean ${code(name)}?`;
}

function goName(type: Comparable): string {
  return type.kind === "integer" ? type.format : type.kind === "boolean" ? "bool" : type.kind;
}

/** Returns the place of a field of a model, on the wires that show it as one value. */
function fieldNamed(name: string, model: Model): Place | undefined {
  const isNamed = (field: Field) => field.name === name;
  const json = model.json?.find(isNamed);
  const xml = model.xml?.find(isNamed);
  const path = xml && xmlPathOf(xml.xml);
  const field = json ?? xml;
  if (field === undefined || (json === undefined && path === undefined)) return undefined;
  return {
    type: field.type,
    ...(json !== undefined && { json: [json.json.name] }),
    ...(path !== undefined && { xml: path }),
  };
}

/** Returns the names of the elements that lead to a field; undefined if it is another part of its element. */
function xmlPathOf({ place, parents, name }: NonNullable<Field["xml"]>): string[] | undefined {
  return place === "element" ? [...parents, name] : undefined;
}
