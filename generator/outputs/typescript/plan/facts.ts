import type * as model from "../../../model/api.js";
import type { SampleValue } from "../../../model/api.js";
import { literal, stringLiteral } from "../emit/literal.js";
import { memberNameOf } from "./enums.js";
import { leavesOf } from "./long-integers.js";
import type { Facts, Sample, Type } from "./plan.js";
import type { Settings, TypeOwner } from "./settings.js";
import type { TypePlanner } from "./types.js";

/** Plans the facts about a field: writes the values among them as TypeScript and JSON do. */
export function planFacts(
  field: model.FieldFacts & Pick<model.Field, "json">,
  owner: TypeOwner,
  { types, settings, onRounded }: FactScope,
): Facts {
  const { required, condition, deprecated, since, values, limits } = field;
  const quoted = field.json?.quoted === true;
  const planSample = (sample: model.Sample): Sample => {
    const { text, value } = sample;
    if (value === undefined) return { text };
    const json = jsonText(value, field.type, types);
    if (isRounded(value, types.typeOf(field.type, owner))) {
      if (sample === field.default) onRounded(text);
      return { text };
    }
    return {
      text,
      code: codeText(value, field.type, { owner, types, settings }),
      json: quoted ? stringLiteral(json.replace(LONG, "")) : json,
    };
  };
  return {
    ...(required === undefined ? {} : { required }),
    ...(condition === undefined ? {} : { condition }),
    ...(field.default === undefined ? {} : { default: planSample(field.default) }),
    ...(field.example === undefined ? {} : { example: planSample(field.example) }),
    ...(deprecated === undefined ? {} : { deprecated }),
    ...(since === undefined ? {} : { since }),
    ...(values === undefined ? {} : { values }),
    ...(limits === undefined ? {} : { limits }),
  };
}

interface FactScope {
  readonly types: TypePlanner;
  readonly settings: Settings;
  /** Receives a text about an integer that a `number` would round. */
  readonly onRounded: (text: string) => void;
}

/** Whether there is an integer in a value that the type would round. */
function isRounded(value: SampleValue, planned: Type): boolean {
  if (typeof value === "object") {
    if (value?.kind !== "list" && value?.kind !== "map") return false;
    const parts = value.kind === "list" ? value.items : value.entries.map(([, part]) => part);
    const inner = leavesOf(planned).at(-1) ?? planned;
    return parts.some((part) => isRounded(part, inner));
  }
  if (typeof value !== "bigint" || Number.isSafeInteger(Number(value))) return false;
  return (planned.kind === "reference" ? planned.scalar : planned)?.kind !== "long";
}

/** The end of an integer that no `number` holds: the types of JSON have no place for it. */
const LONG = /n as never$/;

interface CodeScope {
  readonly owner: TypeOwner;
  readonly types: TypePlanner;
  readonly settings: Settings;
}

/** Returns a value as TypeScript writes it. */
function codeText(value: SampleValue, type: model.Type, scope: CodeScope): string {
  const { types, owner } = scope;
  if (typeof value === "bigint") return integerText(value, types.typeOf(type, owner));
  if (typeof value !== "object") return literal(value);
  if (value === null) return "null";
  const resolved = types.resolved(type);
  switch (value.kind) {
    case "member":
      return resolved.kind === "enum" ? memberText(value.name, resolved, scope) : "";
    case "list": {
      const element = "element" in resolved ? resolved.element : ANY;
      return `[${value.items.map((item) => codeText(item, element, scope)).join(", ")}]`;
    }
    case "map": {
      const member = resolved.kind === "map" ? resolved.value : ANY;
      return objectText(value.entries, (entry) => codeText(entry, member, scope));
    }
  }
}

const ANY: model.Type = { kind: "any" };

function integerText(value: bigint, planned: ReturnType<TypePlanner["typeOf"]>): string {
  const scalar = planned.kind === "reference" ? planned.scalar : planned;
  if (scalar?.kind !== "long") return String(value);
  return scalar.representation === "bigint" ? `${value}n` : stringLiteral(String(value));
}

function memberText(
  member: string,
  declaration: model.Enum,
  { types, settings }: CodeScope,
): string {
  const found = declaration.members.find(({ name }) => name === member);
  const type = types.referenceTo({ kind: "reference", name: declaration.name })?.names.type;
  if (found === undefined || type === undefined) return "";
  if (settings.enumStyle(declaration.name) === "union") return literal(found.value);
  return `${type}.${settings.constantName(member) ?? memberNameOf(member, declaration.name)}`;
}

/** Returns a value as an expression of JSON. */
function jsonText(value: SampleValue, type: model.Type, types: TypePlanner): string {
  if (typeof value !== "object") return integralText(value);
  if (value === null) return "null";
  const resolved = types.resolved(type);
  switch (value.kind) {
    case "member": {
      const members = resolved.kind === "enum" ? resolved.members : [];
      return integralText(members.find(({ name }) => name === value.name)?.value ?? "");
    }
    case "list": {
      const element = "element" in resolved ? resolved.element : ANY;
      return `[${value.items.map((item) => jsonText(item, element, types)).join(", ")}]`;
    }
    case "map": {
      const member = resolved.kind === "map" ? resolved.value : ANY;
      return objectText(value.entries, (entry) => jsonText(entry, member, types));
    }
  }
}

/** Returns a scalar; an integer is a number where a number holds it. */
function integralText(value: string | number | bigint | boolean): string {
  const isSafe = typeof value === "bigint" && Number.isSafeInteger(Number(value));
  if (isSafe) return String(value);
  return typeof value === "bigint" ? `${value}n as never` : literal(value);
}

function objectText(
  entries: readonly (readonly [key: string, value: SampleValue])[],
  valueText: (value: SampleValue) => string,
): string {
  if (entries.length === 0) return "{}";
  const members = entries.map(([key, value]) => {
    // In brackets the name is an own member, and not the prototype.
    const name = key === "__proto__" ? '["__proto__"]' : stringLiteral(key);
    return `${name}: ${valueText(value)}`;
  });
  return `{ ${members.join(", ")} }`;
}
