import type { StatementStructures } from "ts-morph";
import type { Enum, EnumMember } from "../plan/plan.js";
import { paragraphs } from "../../../source/text.js";
import type { Section } from "../files.js";
import { joined, raw, renderedText, ts, type Code, type Name } from "./code.js";
import { emitCodec } from "./codec.js";
import { commentText, jsdoc } from "./jsdoc.js";
import { kinds } from "./kinds.js";
import { literal, stringCode, stringLiteral } from "./literal.js";
import { readValue } from "./read.js";
import { enumsModuleOf, specifierOf } from "./reference.js";
import type { ModuleScope } from "./scope.js";
import { jsonKindOf, typeCode, typeText } from "./type.js";
import { writeValue } from "./write.js";

/** The enum itself, for the module of its document's enums, in the style that it has. */
export function emitEnum(declaration: Enum, scope: ModuleScope): (StatementStructures | string)[] {
  const { names, documentation, members, style } = declaration;
  scope.declare(names.type, style === "union" ? "type" : "both");
  switch (style) {
    case "const-enum":
    case "enum": {
      const keyword = style === "enum" ? "enum" : "const enum";
      return [block(declaration, [`export ${keyword} ${names.type} {`, " =", "}"])];
    }
    case "as-const":
      return [
        block(declaration, [`export const ${names.type} = {`, ":", "} as const;"]),
        typeAlias(declaration, `(typeof ${names.type})[keyof typeof ${names.type}]`, documentation),
      ];
    case "union": {
      const values = new Set(members.map(({ value }) => literal(value)));
      const list = members.map(valueLine).join("\n");
      return [typeAlias(declaration, [...values].join(" | "), paragraphs([documentation, list]))];
    }
  }
}

/**
 * The codec of an enum; unknown values are kept. The names of the values are a section by themselves.
 */
export function emitEnumCodec(declaration: Enum, module: string, scope: ModuleScope): Section[] {
  const { names, base, style } = declaration;
  const type = ts`${enumName(declaration, module)}`;
  const value = readValue(base);
  // A number is assignable to a numeric enum, a string to none.
  const isCast = typeText(base) === "string" && (style === "const-enum" || style === "enum");
  const codec = emitCodec(
    {
      names,
      json: jsonKindOf(base),
      read: isCast ? ts`return ${value} as ${type};` : ts`return ${value};`,
      write: ts`return ${writeValue(base)};`,
      hasLongIntegers: base.kind === "long",
    },
    scope,
  );
  const section = [...codec, guard(declaration, type, scope)];
  return hasLabels(declaration) ? [section, [labels(declaration, type, scope)]] : [section];
}

/** The type of an enum, which the module of its document imports. */
function enumName({ names, style }: Enum, module: string): Name {
  const from = specifierOf(enumsModuleOf(module));
  const isValue = style !== "union";
  return { name: names.type, isType: true, isValue, origin: { kind: "spec", from } };
}

/** Whether the documentation says what the values of an enum are called. */
export function hasLabels({ members }: Enum): boolean {
  return members.some(({ documentation }) => documentation !== "");
}

/** An enum as an export: a union is a type alone. */
export function exportedName({ names, style }: Enum): string {
  return style === "union" ? `type ${names.type}` : names.type;
}

function guard({ names, members }: Enum, type: Code, scope: ModuleScope): StatementStructures {
  const values = [...new Set(members.map(({ value }) => literal(value)))].join(", ");
  return scope.function(
    {
      name: names.guard,
      parameters: [{ name: "value", type: ts`unknown` }],
      returnType: ts`value is ${type}`,
      body: ts`return ([${raw(values)}] as unknown[]).includes(value);`,
    },
    {
      isExported: true,
      docs: [{ description: `Whether a value is one that {@link ${names.type}} names.` }],
    },
  );
}

function labels(
  { names, base, members }: Enum,
  type: Code,
  scope: ModuleScope,
): StatementStructures {
  const documented = members.filter(({ documentation }) => documentation !== "");
  // Of two names for one value the first counts.
  const byValue = new Map(documented.toReversed().map((member) => [member.value, member]));
  const cases = documented
    .filter((member) => byValue.get(member.value) === member)
    .map(({ value, documentation }) => {
      const [label = ""] = documentation.split("\n", 1);
      return ts`case ${raw(literal(value))}:\nreturn ${stringCode(label)};`;
    });
  const body = ts`switch (value as ${typeCode(base)}) {
${joined(cases)}
default:
return undefined;
}`;
  const description = `What the documentation calls a value of {@link ${names.type}}; nothing for any other.`;
  return scope.function(
    {
      name: names.label,
      parameters: [{ name: "value", type }],
      returnType: ts`string | undefined`,
      body,
    },
    { isExported: true, docs: [{ description }] },
  );
}

/** Returns the members of an enum between braces. */
function block(
  declaration: Enum,
  [start, sign, end]: readonly [start: string, sign: ":" | " =", end: string],
): string {
  const lines = declaration.members.map((member) => {
    // Prettier takes the quotes away where the name needs none.
    return raw(commented(member, `${stringLiteral(member.name)}${sign} ${literal(member.value)},`));
  });
  return `\n${commented(declaration, start)}\n${renderedText(joined(lines))}\n${end}`;
}

/** The values that are known, and any other of their kind: the API may have new ones tomorrow. */
function typeAlias(
  { names, base, deprecated }: Enum,
  known: string,
  documentation: string,
): StatementStructures {
  return {
    kind: kinds.typeAlias,
    isExported: true,
    leadingTrivia: "\n",
    name: names.type,
    type: `${known} | (${typeText(base)} & {})`,
    docs: jsdoc(documentation, { deprecated }),
  };
}

function valueLine({ value, specName, documentation }: EnumMember): string {
  const [label = ""] = documentation.split("\n", 1);
  return `- \`${literal(value)}\` ${specName}${label === "" ? "" : `: ${label}`}`;
}

function commented(
  { documentation, deprecated }: Pick<EnumMember, "documentation" | "deprecated">,
  code: string,
): string {
  const text = commentText(documentation, { deprecated });
  if (text === "") return code;
  const lines = text.split("\n");
  if (lines.length === 1) return `/** ${lines[0]} */\n${code}`;
  return `/**\n * ${lines.join("\n * ")}\n */\n${code}`;
}
