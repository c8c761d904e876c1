import type { InterfaceDeclarationStructure, StatementStructures } from "ts-morph";
import type { Base, Facts, Field, Model, Reference } from "../plan/plan.js";
import { upperFirst } from "../../../names.js";
import { paragraphs } from "../../../source/text.js";
import { emitCodec } from "./codec.js";
import { joined, ts, type Code } from "./code.js";
import { emitInput } from "./input.js";
import { jsdoc, type Tags } from "./jsdoc.js";
import { kinds } from "./kinds.js";
import { globals, runtime } from "./library.js";
import { stringCode } from "./literal.js";
import { READER_PARAMETERS, readModel, readModelList } from "./read.js";
import { typeName } from "./reference.js";
import type { ModuleScope } from "./scope.js";
import { initCode, typeCode } from "./type.js";
import { writeModel, writeModelList } from "./write.js";
import { emitFill, emitXmlCodec } from "./xml-codec.js";

/** The interface of a model, and its codec. */
export function emitModel(model: Model, scope: ModuleScope): StatementStructures[] {
  return [
    emitInterface(model, scope),
    ...emitInput(model, scope),
    ...emitJsonCodec(model, scope),
    ...(model.xml === undefined ? [] : emitXmlCodec(model, scope)),
    ...(model.isFilled ? emitFill(model, scope) : []),
  ];
}

function emitJsonCodec(model: Model, scope: ModuleScope): StatementStructures[] {
  const { names, fields, json, hasLongIntegers, isSplit, defaults } = model;
  if (json === undefined) return [];
  return emitCodec(
    {
      names,
      json: "object",
      read: readModel(fields, new Set(json)),
      write: writeModel(
        json,
        defaults.members.filter(({ field }) => json.includes(field)),
      ),
      takesUndefined: true,
      hasLongIntegers,
      hasDefaults: defaults.exist,
      isSplit,
    },
    scope,
  );
}

/** The functions for lists of a model, of the module that has such lists. */
export function emitModelList(reference: Reference, scope: ModuleScope): StatementStructures[] {
  const { readList, writeList } = reference.names;
  const list = ts`${typeName(reference)}[]`;
  return [
    scope.function({
      name: readList,
      parameters: READER_PARAMETERS,
      returnType: list,
      body: readModelList(reference),
    }),
    scope.function({
      name: writeList,
      parameters: [{ name: "values", type: ts`${initCode(list)} | undefined` }],
      returnType: ts`${runtime.JsonValue}[]`,
      body: writeModelList(reference),
    }),
  ];
}

function emitInterface(model: Model, scope: ModuleScope): InterfaceDeclarationStructure {
  return {
    kind: kinds.interface,
    isExported: true,
    name: scope.declare(model.names.type, "type"),
    docs: jsdoc(modelDocumentation(model), { deprecated: model.deprecated }),
    extends: model.bases.map((base) => scope.text(baseCode(base))),
    properties: model.ownFields.map((field) => ({
      name: field.property,
      hasQuestionToken: field.optional,
      type: scope.text(propertyType(field)),
      docs: jsdoc(paragraphs([fieldDocumentation(field), xmlLineOf(field)]), tagsOf(field.facts)),
    })),
  };
}

function propertyType({ type, optional }: Field): Code {
  // `unknown` has `undefined` in it already.
  return optional && type.kind !== "any" ? ts`${typeCode(type)} | undefined` : typeCode(type);
}

/** Returns the documentation of a model, of its embeddings, and of fields in no codec. */
function modelDocumentation({ documentation, bases, ignored, json, xml }: Model): string {
  const wires = [
    ...(json === undefined ? [] : ["JSON"]),
    ...(xml === undefined ? [] : ["XML"]),
  ].join(" or ");
  return paragraphs([
    documentation,
    ...bases.map(({ reference, documentation: text }) => {
      return text === "" || text === documentation ? "" : `${reference.names.type}: ${text}`;
    }),
    ...ignored.flatMap((field) => {
      const { specName } = field;
      const tags = Object.entries(tagsOf(field.facts)).map(([tag, told]) =>
        told === undefined ? "" : `${upperFirst(tag)}: ${told}`.replace(/: $/, ""),
      );
      const text = paragraphs([fieldDocumentation(field), ...tags]);
      return [`${specName} (not in ${wires})${text === "" ? "" : `: ${text}`}`];
    }),
  ]);
}

/** Returns the documentation of a field, with the facts that have no tag. */
function fieldDocumentation(field: Pick<Field, "documentation" | "facts">): string {
  const { condition, values, limits } = field.facts;
  return paragraphs([
    field.documentation,
    condition === undefined ? "" : `Required: ${condition}`,
    values === undefined ? "" : `Values: ${values}`,
    limits === undefined ? "" : `Limits: ${limits.text}`,
  ]);
}

function tagsOf({ deprecated, since, default: byDefault, example }: Facts): Tags {
  return {
    deprecated,
    since,
    defaultValue:
      byDefault && (byDefault.code === undefined ? byDefault.text : `\`${byDefault.code}\``),
    example: example && (example.code ?? example.text),
  };
}

function xmlLineOf({ xmlName }: Pick<Field, "xmlName">): string {
  return xmlName === undefined ? "" : `XML: \`${xmlName}\``;
}

function baseCode({ reference, hidden }: Base): Code {
  const type = typeName(reference);
  if (hidden.length === 0) return ts`${type}`;
  return ts`${globals.Omit}<${type}, ${joined(hidden.map(stringCode), " | ")}>`;
}
