import type {
  ClassDeclarationStructure,
  FunctionDeclarationStructure,
  InterfaceDeclarationStructure,
  JSDocableNodeStructure,
  MethodDeclarationStructure,
  OptionalKind,
  ParameterDeclarationStructure,
  PropertySignatureStructure,
  TypeAliasDeclarationStructure,
  VariableStatementStructure,
} from "ts-morph";
import { kinds } from "../emit/kinds.js";
import type { Section } from "../files.js";
import { codeLines, laidOut, type Line } from "./lines.js";
import { withQuotes } from "./quotes.js";
import { fits } from "./width.js";

type Statement = Section[number];

/** Returns the lines of statements. */
export function sectionLines(section: Section): Line[] {
  return section.flatMap((statement, index) => {
    const before = section[index - 1];
    const lines = statementLines(statement);
    return before !== undefined && isApart(before, statement) ? ["", ...lines] : lines;
  });
}

/** Whether an empty line stands between statements. */
function isApart(before: Statement, statement: Statement): boolean {
  if (isBlock(before) || isBlock(statement)) return true;
  const trivia = typeof statement === "string" ? statement : statement.leadingTrivia;
  return typeof trivia === "string" && trivia.startsWith("\n");
}

function isBlock(statement: Statement): boolean {
  if (typeof statement === "string") return false;
  const { kind } = statement;
  return kind === kinds.class || kind === kinds.function || kind === kinds.interface;
}

function statementLines(statement: Statement): Line[] {
  if (typeof statement === "string") return codeLines(statement.trim(), "");
  switch (statement.kind) {
    case kinds.import: {
      const { namespaceImport, namedImports } = statement;
      if (namespaceImport === undefined) return namedLines("import", namedImports, statement);
      return [`import * as ${namespaceImport} from "${statement.moduleSpecifier}";`];
    }
    case kinds.export:
      return namedLines("export", statement.namedExports, statement);
    case kinds.interface:
      return [...docLines(statement), ...interfaceLines(statement)];
    case kinds.typeAlias:
      return [...docLines(statement), ...aliasLines(statement)];
    case kinds.variable:
      return [...docLines(statement), ...codeLines(variableText(statement), "")];
    case kinds.class:
      return [...docLines(statement), ...classLines(statement)];
    case kinds.function:
      return [...docLines(statement), ...functionLines(statement)];
    default:
      throw new Error(`Unexpected statement of the kind ${statement.kind}`);
  }
}

/** Returns a part of a structure, which emitters make of text. */
function text(part: unknown): string {
  if (typeof part !== "string") throw new TypeError(`Unexpected ${typeof part}, expected a text`);
  return part;
}

function docLines({ docs: [doc] = [] }: JSDocableNodeStructure, indent = ""): string[] {
  if (typeof doc !== "object") return [];
  const [first = "", ...others] = text(doc.description).split("\n");
  if (others.length === 0) return [`${indent}/** ${first} */`];
  const lines = first === "" ? others : [first, ...others];
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`];
}

function namedLines(
  keyword: string,
  names: unknown,
  { isTypeOnly = false, moduleSpecifier = "" }: { isTypeOnly?: boolean; moduleSpecifier?: string },
): Line[] {
  const each = (names as readonly unknown[]).map(text);
  const start = `${keyword} ${isTypeOnly ? "type " : ""}{`;
  const end = `} from "${moduleSpecifier}";`;
  const line = `${start} ${each.join(", ")} ${end}`;
  if (fits(line) || each.length === 1) return [line];
  return [start, ...each.map((name) => `  ${name},`), end];
}

function interfaceLines(statement: InterfaceDeclarationStructure): Line[] {
  const { name, extends: bases = [], properties = [] } = statement;
  const types = (bases as readonly unknown[]).map(text).join(", ");
  const head = withQuotes(`export interface ${name}${types === "" ? "" : ` extends ${types}`} {`);
  if (properties.length === 0) return codeLines(`${head}}`, "");
  return [
    ...laidOut(
      head,
      () => undefined,
      () => ({ before: [], code: head, after: ["_: _;", "}"] }),
    ),
    ...properties.flatMap(propertyLines),
    "}",
  ];
}

function propertyLines(property: OptionalKind<PropertySignatureStructure>): Line[] {
  const { name, type, isReadonly = false, hasQuestionToken = false } = property;
  const modifier = isReadonly ? "readonly " : "";
  const line = `${modifier}${name}${hasQuestionToken ? "?" : ""}: ${text(type)};`;
  return [...docLines(property, "  "), ...codeLines(line, "  ", "property")];
}

function aliasLines({ name, type }: TypeAliasDeclarationStructure): readonly Line[] {
  const head = `export type ${name} =`;
  const whole = () => ({ before: [], code: `${head} ${text(type)};`, after: [] });
  const [start = "", ...members] = text(type).split("\n");
  const line = withQuotes(`${head} ${start}`);
  if (members.length === 0) {
    // A single name has no other place to break.
    const isName = /^[\w$]+(?:\[\])*$/.test(start);
    return laidOut(`${line};`, () => (isName ? [head, `  ${start};`] : undefined), whole);
  }
  if (!start.endsWith("{") || !fits(line)) return [whole()];
  if (members.length === 1) return [`${line}};`];
  return [line, ...codeLines(members.slice(0, -1).join("\n"), "  ", "property"), "};"];
}

function variableText({ declarations }: VariableStatementStructure): string {
  const [{ name = "", type, initializer } = {}] = declarations;
  const annotation = type === undefined ? "" : `: ${text(type)}`;
  return `export const ${name}${annotation} = ${text(initializer)};`;
}

function functionLines(declaration: FunctionDeclarationStructure): Line[] {
  const { isExported = false, isAsync = false, name = "" } = declaration;
  return signedLines(
    `${isExported ? "export " : ""}${isAsync ? "async " : ""}function ${name}`,
    declaration,
  );
}

function classLines({ name, extends: base, ctors = [], methods = [] }: ClassDeclarationStructure) {
  const functions = [
    ...ctors.map((ctor) => ({ start: "constructor", ...ctor })),
    ...methods.map((method) => ({ start: method.name, ...method })),
  ];
  return [
    `export class ${name} extends ${text(base)} {`,
    ...functions.flatMap((one, index) => [
      ...(index === 0 ? [] : [""]),
      ...docLines(one, "  "),
      ...signedLines(`  ${one.start}`, one, "  "),
    ]),
    "}",
  ];
}

/** Returns the lines of a function, or of a method. */
function signedLines(
  start: string,
  {
    parameters = [],
    returnType,
    statements,
  }: Pick<OptionalKind<MethodDeclarationStructure>, "parameters" | "returnType" | "statements">,
  indent = "",
): Line[] {
  const list = parameters.map(parameterText);
  const end = `)${returnType === undefined ? "" : `: ${text(returnType)}`} {`;
  const line = `${start}(${list.join(", ")}${end}`;
  const head = laidOut(
    line,
    () => {
      const lines = [`${start}(`, ...list.map((one) => `${indent}  ${one},`), indent + end];
      return lines.every(fits) ? lines : undefined;
    },
    () => {
      const isMethod = indent !== "";
      return {
        before: isMethod ? ["class _ {"] : [],
        code: line,
        after: isMethod ? ["_;", "}", "}"] : ["_;", "}"],
      };
    },
  );
  const [body] = statements as readonly unknown[];
  return [...head, ...codeLines(text(body), `${indent}  `), `${indent}}`];
}

function parameterText(parameter: OptionalKind<ParameterDeclarationStructure>): string {
  const { name, type, hasQuestionToken = false, initializer } = parameter;
  const value = initializer === undefined ? "" : ` = ${text(initializer)}`;
  return `${name}${hasQuestionToken ? "?" : ""}: ${text(type)}${value}`;
}
