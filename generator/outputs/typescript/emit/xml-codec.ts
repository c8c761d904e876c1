import type { StatementStructures } from "ts-morph";
import type { Model } from "../plan/plan.js";
import { codecOfBoth } from "./codec.js";
import { raw, ts } from "./code.js";
import { fillModel } from "./fill.js";
import { constKeyword, kinds } from "./kinds.js";
import { runtime } from "./library.js";
import type { FunctionParts, ModuleScope } from "./scope.js";
import { initCode } from "./type.js";
import { readXmlModel } from "./xml-read.js";
import { writeXmlModel } from "./xml-write.js";

const { parseXml, stringifyXml, xmlCodec, XmlCodec, XmlOptions } = runtime;

/** The XML codec of a model: the functions of its users, the object made of them, and what they run. */
export function emitXmlCodec(model: Model, scope: ModuleScope): StatementStructures[] {
  const { names } = model;
  // The names of the model itself: they are declared here.
  const [type, reader, writer] = [raw(names.type), raw(names.readXml), raw(names.writeXml)];
  const fill = raw(names.fill);
  const exported = (parts: FunctionParts, description: string) => {
    return scope.function(parts, { isExported: true, docs: [{ description }] });
  };
  const own = ts`/* @__PURE__ */ ${xmlCodec}(${reader}, ${writer}, ${fill})`;
  const plain = model.isSplit ? codecOfBoth(own, names) : own;
  return [
    exported(
      {
        name: names.parseXml,
        parameters: [
          { name: "text", type: ts`string` },
          { name: "options", type: ts`${XmlOptions}`, isOptional: true },
        ],
        returnType: type,
        body: ts`return ${parseXml}(${reader}, text, options);`,
      },
      `Parses {@link ${names.type}} from XML; throws a \`DecodeError\` that lists every issue.`,
    ),
    exported(
      {
        name: names.stringifyXml,
        parameters: [
          { name: "value", type: initCode(type) },
          { name: "root", type: ts`string`, isOptional: true },
        ],
        returnType: ts`string`,
        body: ts`return ${stringifyXml}(${writer}, value, root);`,
      },
      `Writes {@link ${names.type}} as XML; throws an \`EncodeError\` that lists every issue.`,
    ),
    {
      kind: kinds.variable,
      isExported: true,
      declarationKind: constKeyword,
      docs: [{ description: `The XML codec of {@link ${names.type}}.` }],
      declarations: [
        {
          name: scope.declare(names.xmlCodec),
          type: scope.text(ts`${XmlCodec}<${type}>`),
          initializer: scope.text(
            model.defaults.exist
              ? ts`/* @__PURE__ */ ${runtime.defaults}.codec(${plain}, {})`
              : plain,
          ),
        },
      ],
    },
    exported(
      {
        name: names.readXml,
        parameters: [{ name: "value", type, initializer: ts`${fill}({})` }],
        returnType: type,
        body: readXmlModel(model),
      },
      "@internal",
    ),
    exported(
      {
        name: names.writeXml,
        parameters: [{ name: "value", type: initCode(type) }],
        returnType: ts`string`,
        body: writeXmlModel(model),
      },
      "@internal",
    ),
  ];
}

/** The function that fills a value of a model with zero values. */
export function emitFill({ names, fields }: Model, scope: ModuleScope): StatementStructures[] {
  const type = raw(names.type);
  return [
    scope.function(
      {
        name: names.fill,
        parameters: [{ name: fields.length === 0 ? "_value" : "value", type: initCode(type) }],
        returnType: type,
        body: fillModel(fields),
      },
      { isExported: true, docs: [{ description: "@internal" }] },
    ),
  ];
}
