import type {
  FunctionDeclarationStructure,
  InterfaceDeclarationStructure,
  StatementStructures,
} from "ts-morph";
import type { Base, Field, Model, Reference } from "../ir/api.js";
import { paragraphs } from "../text.js";
import { emitCodec, parametersOf } from "./codec.js";
import { jsdoc } from "./jsdoc.js";
import { kinds } from "./kinds.js";
import { stringLiteral } from "./literal.js";
import { READER_PARAMETERS, readModel, readModelList } from "./read.js";
import { typeText } from "./type.js";
import { writeModel, writeModelList } from "./write.js";

/** The interface of a model, and its codec. */
export function emitModel(model: Model): StatementStructures[] {
  const { names, fields, hasLongIntegers } = model;
  return [
    emitInterface(model),
    ...emitCodec({
      names,
      json: "object",
      read: readModel(fields),
      write: writeModel(fields),
      isModel: true,
      hasLongIntegers,
    }),
  ];
}

/** The functions for lists of a model, of the module that has such lists. */
export function emitModelList(reference: Reference): FunctionDeclarationStructure[] {
  const { type, readList, writeList } = reference.names;
  return [
    {
      kind: kinds.function,
      name: readList,
      parameters: parametersOf(READER_PARAMETERS),
      returnType: `${type}[]`,
      statements: [readModelList(reference).join("\n")],
    },
    {
      kind: kinds.function,
      name: writeList,
      parameters: [{ name: "values", type: `Init<${type}[]> | undefined` }],
      returnType: "JsonValue[]",
      statements: [writeModelList(reference).join("\n")],
    },
  ];
}

function emitInterface(model: Model): InterfaceDeclarationStructure {
  return {
    kind: kinds.interface,
    isExported: true,
    name: model.names.type,
    docs: jsdoc(documentationOf(model)),
    extends: model.bases.map(baseText),
    properties: model.ownFields.map((field) => ({
      name: field.property,
      hasQuestionToken: field.optional,
      type: propertyType(field),
      docs: jsdoc(paragraphs([field.documentation, xmlLineOf(field)])),
    })),
  };
}

function propertyType({ type, optional }: Field): string {
  const text = typeText(type);
  // `unknown` has `undefined` in it already.
  return optional && text !== "unknown" ? `${text} | undefined` : text;
}

/** What the model says of itself, of what it embeds, and of what is not in JSON. */
function documentationOf({ documentation, bases, ignored }: Model): string {
  return paragraphs([
    documentation,
    ...bases.map(({ reference, documentation: text }) => {
      return text === "" || text === documentation ? "" : `${reference.names.type}: ${text}`;
    }),
    ...ignored.flatMap((field) => {
      const { specName, documentation: text } = field;
      return [`${specName} (not in JSON)${text === "" ? "" : `: ${text}`}`, xmlLineOf(field)];
    }),
  ]);
}

function xmlLineOf({ xmlName }: Pick<Field, "xmlName">): string {
  return xmlName === undefined ? "" : `XML: \`${xmlName}\``;
}

function baseText({ reference, hidden }: Base): string {
  const { type } = reference.names;
  return hidden.length === 0 ? type : `Omit<${type}, ${hidden.map(stringLiteral).join(" | ")}>`;
}
