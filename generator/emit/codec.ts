import type {
  FunctionDeclarationStructure,
  OptionalKind,
  ParameterDeclarationStructure,
  StatementStructures,
} from "ts-morph";
import type { JsonKind, TypeNames } from "../ir/api.js";
import { constKeyword, kinds } from "./kinds.js";
import { READER_PARAMETERS } from "./read.js";
import { jsonTypeText } from "./type.js";

/** What a type's codec is made of. */
export interface CodecParts {
  readonly names: TypeNames;
  readonly json: JsonKind;
  /** The statements of the reader, of the parameters `json`, `parent` and `key`. */
  readonly read: readonly string[];
  /** The statements of the writer, of the parameter `value`. */
  readonly write: readonly string[];
  readonly isModel?: boolean;
  readonly hasLongIntegers?: boolean;
}

/** The codec of a type: the functions of its users, the object made of them, and what they run. */
export function emitCodec({
  names,
  json,
  read,
  write,
  isModel = false,
  hasLongIntegers = false,
}: CodecParts): StatementStructures[] {
  const { type } = names;
  const jsonType = jsonTypeText(json);
  const exact = hasLongIntegers ? "exact." : "";
  // An element of a list may be `undefined` to the compiler.
  const written = isModel ? `Init<${type}> | undefined` : `Init<${type}>`;
  return [
    {
      ...exportedFunction(names.decode, { json: "unknown" }, type),
      docs: jsdocOf(`Decodes {@link ${type}}; throws a \`DecodeError\` that lists every issue.`),
      statements: [`return decode(${names.read}, json);`],
    },
    {
      ...exportedFunction(names.encode, { value: `Init<${type}>` }, jsonType),
      docs: jsdocOf(`Encodes {@link ${type}}; throws an \`EncodeError\` that lists every issue.`),
      statements: [`return ${exact}encode(${names.write}, value);`],
    },
    {
      kind: kinds.variable,
      isExported: true,
      declarationKind: constKeyword,
      docs: jsdocOf(`The JSON codec of {@link ${type}}.`),
      declarations: [
        {
          name: names.codec,
          type: json === "object" ? `Codec<${type}>` : `Codec<${type}, ${jsonType}>`,
          initializer: `/* @__PURE__ */ ${exact}codec(${names.read}, ${names.write})`,
        },
      ],
    },
    {
      ...exportedFunction(names.read, READER_PARAMETERS, type),
      docs: [{ description: "@internal" }],
      statements: [read.join("\n")],
    },
    {
      ...exportedFunction(names.write, { value: written }, jsonType),
      docs: [{ description: "@internal" }],
      statements: [write.join("\n")],
    },
  ];
}

function exportedFunction(
  name: string,
  parameters: Readonly<Record<string, string>>,
  returnType: string,
): FunctionDeclarationStructure {
  return {
    kind: kinds.function,
    isExported: true,
    name,
    parameters: parametersOf(parameters),
    returnType,
  };
}

/** Parameters, by their types in order. */
export function parametersOf(
  types: Readonly<Record<string, string>>,
): OptionalKind<ParameterDeclarationStructure>[] {
  return Object.entries(types).map(([name, type]) => ({ name, type }));
}

/** Our own words, whose links are meant. */
function jsdocOf(description: string) {
  return [{ description }];
}
