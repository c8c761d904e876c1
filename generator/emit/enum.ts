import type { FunctionDeclarationStructure, StatementStructures } from "ts-morph";
import type { Enum, EnumMember } from "../ir/api.js";
import { paragraphs } from "../text.js";
import { emitCodec } from "./codec.js";
import { escapeComment, jsdoc } from "./jsdoc.js";
import { kinds } from "./kinds.js";
import { literal, stringLiteral } from "./literal.js";
import { readValue } from "./read.js";
import { jsonKindOf, typeText } from "./type.js";
import { writeValue } from "./write.js";

/** The enum itself, for the module of its document's enums, in the style that it has. */
export function emitEnum(declaration: Enum): (StatementStructures | string)[] {
  const { names, documentation, members, style } = declaration;
  switch (style) {
    case "const-enum":
    case "enum":
      return [
        {
          kind: kinds.enum,
          isExported: true,
          isConst: style === "const-enum",
          name: names.type,
          docs: jsdoc(documentation),
          members: members.map(({ name, value, documentation: text }) => ({
            name,
            initializer: literal(value),
            docs: jsdoc(text),
          })),
        },
      ];
    case "as-const":
      return [
        [
          `\n${commented(documentation, `export const ${names.type} = {`)}`,
          ...members.map(objectMember),
          "} as const;",
        ].join("\n"),
        typeAlias(declaration, `(typeof ${names.type})[keyof typeof ${names.type}]`, documentation),
      ];
    case "union": {
      const values = new Set(members.map(({ value }) => literal(value)));
      const list = members.map(valueLine).join("\n");
      return [typeAlias(declaration, [...values].join(" | "), paragraphs([documentation, list]))];
    }
  }
}

/** The codec of an enum; a value that is none of its members is kept as it is. */
export function emitEnumCodec(declaration: Enum): StatementStructures[] {
  const { names, base, style } = declaration;
  const value = readValue(base, "json");
  // A number is assignable to a numeric enum, a string to none.
  const isCast = base.kind === "string" && (style === "const-enum" || style === "enum");
  return [
    ...emitCodec({
      names,
      json: jsonKindOf(base),
      read: [`return ${isCast ? `${value} as ${names.type}` : value};`],
      write: [`return ${writeValue(base, "value")};`],
    }),
    guard(declaration),
    ...(hasLabels(declaration) ? [labels(declaration)] : []),
  ];
}

/** Whether the documentation says what the values of an enum are called. */
export function hasLabels({ members }: Enum): boolean {
  return members.some(({ documentation }) => documentation !== "");
}

/** An enum as an export: a union is a type alone. */
export function exportedName({ names, style }: Enum): string {
  return style === "union" ? `type ${names.type}` : names.type;
}

function guard({ names, members }: Enum): FunctionDeclarationStructure {
  const values = [...new Set(members.map(({ value }) => literal(value)))].join(", ");
  return {
    kind: kinds.function,
    isExported: true,
    name: names.guard,
    parameters: [{ name: "value", type: "unknown" }],
    returnType: `value is ${names.type}`,
    docs: [{ description: `Whether a value is one that {@link ${names.type}} names.` }],
    statements: [`return ([${values}] as unknown[]).includes(value);`],
  };
}

function labels({ names, base, members }: Enum): FunctionDeclarationStructure {
  const documented = members.filter(({ documentation }) => documentation !== "");
  // Of two names for one value the first counts.
  const byValue = new Map(documented.toReversed().map((member) => [member.value, member]));
  const cases = documented
    .filter((member) => byValue.get(member.value) === member)
    .map(({ value, documentation }) => {
      const [label = ""] = documentation.split("\n", 1);
      return `case ${literal(value)}: return ${stringLiteral(label)};`;
    });
  const { type } = names;
  return {
    kind: kinds.function,
    isExported: true,
    name: names.label,
    parameters: [{ name: "value", type }],
    returnType: "string | undefined",
    docs: [
      {
        description: `What the documentation calls a value of {@link ${type}}; nothing for any other.`,
      },
    ],
    statements: [
      [`switch (value as ${typeText(base)}) {`, ...cases, "default: return undefined;", "}"].join(
        "\n",
      ),
    ],
  };
}

function objectMember({ name, value, documentation }: EnumMember): string {
  return commented(documentation, `${stringLiteral(name)}: ${literal(value)},`);
}

/** The values that are known, and any other of their kind: the API may have new ones tomorrow. */
function typeAlias(
  { names, base }: Enum,
  known: string,
  documentation: string,
): StatementStructures {
  return {
    kind: kinds.typeAlias,
    isExported: true,
    leadingTrivia: "\n",
    name: names.type,
    type: `${known} | (${typeText(base)} & {})`,
    docs: jsdoc(documentation),
  };
}

function valueLine({ value, specName, documentation }: EnumMember): string {
  const [label = ""] = documentation.split("\n", 1);
  return `- \`${literal(value)}\` ${specName}${label === "" ? "" : `: ${label}`}`;
}

function commented(documentation: string, code: string): string {
  if (documentation === "") return code;
  const lines = escapeComment(documentation).split("\n");
  if (lines.length === 1) return `/** ${lines[0]} */\n${code}`;
  return `/**\n * ${lines.join("\n * ")}\n */\n${code}`;
}
