import type * as model from "../../../model/api.js";
import type { IntegerFormat } from "../../../model/api.js";
import type { Index } from "../../../model/index.js";
import { upperFirst } from "../../../names.js";
import { code } from "../../../source/code.js";
import type { Report } from "../../../source/diagnostic.js";
import type { SourceText } from "../../../source/source.js";
import { reportCollision, takeFreeName } from "./identifiers.js";
import { definitionOf, nameWithPlace } from "./places.js";
import type { Enum, EnumMember, LongIntegerType, TypeNames } from "./plan.js";
import type { Settings } from "./settings.js";

/** The configuration, the places in the documents, and the receiver of diagnostics. */
export interface PlanScope {
  readonly settings: Settings;
  readonly index: Index;
  readonly report: Report;
}

/**
 * Returns the type of an enum's values: numbers as long as they fit one. An enum of 64-bit integers with
 * a longer member takes the setting `int64`; an enum of TypeScript holds no `bigint`, so that such
 * members are reported.
 */
export function enumBase(
  { name, base, members }: model.Enum,
  settings: Settings,
): model.EnumBase | LongIntegerType {
  if (base.kind !== "integer") return base;
  const { format } = base;
  if (format !== "int64" && format !== "uint64") return base;
  if (members.every(({ value }) => isSafeValue(value))) return base;
  const representation = settings.int64({ type: name });
  if (representation === "number") return base;
  if (representation === "bigint" && !isErasable(name, settings)) return base;
  return { kind: "long", format, representation };
}

/** Plans an enum; members whose name or value TypeScript cannot have are reported. */
export function planEnum(declaration: model.Enum, names: TypeNames, scope: PlanScope): Enum {
  const { settings } = scope;
  const base = enumBase(declaration, settings);
  const owners = new Map<string, SourceText>();
  const nameOf = ({ name }: model.EnumMember) =>
    settings.constantName(name) ?? memberNameOf(name, declaration.name);
  const taken = new Set(declaration.members.map(nameOf));
  const members = declaration.members.flatMap((member): EnumMember[] => {
    const { name: specName, documentation, deprecated } = member;
    const value = plannedValue(member, declaration, base, scope);
    const name = nameOf(member);
    const text = nameWithPlace(`declaration ${specName}`, specName, scope.index);
    const owner = owners.get(name);
    if (owner !== undefined) {
      const rename = { key: specName, name: takeFreeName(name, taken) };
      const collision = { taken: "another member", owner: owner.range, rename };
      reportCollision(text, name, collision, scope.report);
      return [];
    }
    owners.set(name, text);
    return value === undefined
      ? []
      : [{ specName, name, value, documentation, ...told({ deprecated }) }];
  });
  return {
    kind: "enum",
    specName: declaration.name,
    names,
    documentation: declaration.documentation,
    ...told(declaration),
    base,
    style: settings.enumStyle(declaration.name),
    members,
  };
}

/** Returns the deprecation of a thing, if it is deprecated. */
export function told({ deprecated }: { readonly deprecated?: string | undefined }): {
  readonly deprecated?: string;
} {
  return deprecated === undefined ? {} : { deprecated };
}

/** Returns the value of a member as TypeScript has it; an integer that a `number` rounds is reported. */
function plannedValue(
  { name, value }: model.EnumMember,
  declaration: model.Enum,
  base: Enum["base"],
  { settings, index, report }: PlanScope,
): EnumMember["value"] | undefined {
  if (typeof value !== "bigint") return value;
  if (base.kind === "long") return base.representation === "bigint" ? value : String(value);
  if (isSafeValue(value)) return Number(value);
  const format = base.kind === "integer" ? base.format : "int64";
  const expected = `a value of ${code(format)} from ${limitsOf(format).join(" to ")}`;
  const range =
    index.get(`declaration ${name}`)?.cells.value ?? definitionOf(`declaration ${name}`, index);
  const hint = longHint(format, declaration.name, settings);
  report("constant-overflow", range, { value: String(value), expected }, { hint });
  return undefined;
}

/** Returns how to keep the digits of an integer that a `number` does not hold, but its format does. */
function longHint(format: IntegerFormat, type: string, settings: Settings): string | undefined {
  if (format !== "int64" && format !== "uint64") return undefined;
  if (settings.int64({ type }) === "bigint") {
    return `a TypeScript enum holds no bigint: set the enumStyle of ${code(type)} to \`as-const\` or \`union\`, or its int64 to \`string\``;
  }
  return `set int64 of ${code(type)} to \`string\`, or to \`bigint\` with the enumStyle \`as-const\` or \`union\``;
}

/** Whether an enum becomes an object or a union, which hold any value. */
function isErasable(type: string, settings: Settings): boolean {
  const style = settings.enumStyle(type);
  return style === "as-const" || style === "union";
}

/** Whether a `number` holds a value exactly. */
function isSafeValue(value: model.EnumMember["value"]): boolean {
  return typeof value !== "bigint" || Number.isSafeInteger(Number(value));
}

/** The limits of a 64-bit format in a `number`. */
function limitsOf(format: IntegerFormat): readonly [least: number, most: number] {
  const least = format.startsWith("u") ? 0 : Number.MIN_SAFE_INTEGER;
  return [least, Number.MAX_SAFE_INTEGER];
}

/** Returns the member's name without the type's: `ExternalUserTypeWeChat` → `WeChat`. */
export function memberNameOf(name: string, typeName: string): string {
  if (!upperFirst(name).startsWith(upperFirst(typeName))) return name;
  const rest = name.slice(typeName.length).replace(/^_+/, "");
  return /^[\p{L}_]/u.test(rest) && !UNUSABLE_MEMBERS.has(rest) ? rest : name;
}

/** Names that TypeScript refuses for a member of an enum, or that would set its prototype. */
const UNUSABLE_MEMBERS = new Set(["Infinity", "NaN", "__proto__"]);
