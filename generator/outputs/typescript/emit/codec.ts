import type { StatementStructures } from "ts-morph";
import type { JsonKind, TypeNames } from "../plan/plan.js";
import { raw, ts, type Code } from "./code.js";
import { constKeyword, kinds } from "./kinds.js";
import { runtime } from "./library.js";
import { READER_PARAMETERS } from "./read.js";
import type { FunctionParts, ModuleScope } from "./scope.js";
import { initCode, jsonTypes } from "./type.js";

/** The parts of a codec. */
interface CodecParts {
  readonly names: TypeNames;
  readonly json: JsonKind;
  /** The body of the reader, of the parameters `json`, `parent` and `key`. */
  readonly read: Code;
  /** The body of the writer, of the parameter `value`. */
  readonly write: Code;
  /** Whether the writer takes `undefined`: an absent property, or an element to the compiler. */
  readonly takesUndefined?: boolean;
  readonly hasLongIntegers?: boolean;
  /** Whether `create` fills in defaults. */
  readonly hasDefaults?: boolean;
  /** Whether the type has another codec, for XML, with other fields. */
  readonly isSplit?: boolean;
}

/** The codec of a type: the functions of its users, the object made of them, and what they run. */
export function emitCodec(
  {
    names,
    json,
    read,
    write,
    takesUndefined = false,
    hasLongIntegers = false,
    hasDefaults = false,
    isSplit = false,
  }: CodecParts,
  scope: ModuleScope,
): StatementStructures[] {
  // The names of the type itself: they are declared here.
  const [type, reader, writer] = [raw(names.type), raw(names.read), raw(names.write)];
  const jsonType = jsonTypes[json];
  const init = initCode(type);
  const { Codec, exact } = runtime;
  const [encode, codec] = hasLongIntegers
    ? [ts`${exact}.encode`, ts`${exact}.codec`]
    : [ts`${runtime.encode}`, ts`${runtime.codec}`];
  const own = ts`/* @__PURE__ */ ${codec}(${reader}, ${writer})`;
  const plain = isSplit ? codecOfBoth(own, names) : own;
  const exported = (parts: FunctionParts, description: string) => {
    return scope.function(parts, { isExported: true, docs: [{ description }] });
  };
  return [
    exported(
      {
        name: names.decode,
        parameters: [{ name: "json", type: ts`unknown` }],
        returnType: type,
        body: ts`return ${runtime.decode}(${reader}, json);`,
      },
      `Decodes {@link ${names.type}}; throws a \`DecodeError\` that lists every issue.`,
    ),
    exported(
      {
        name: names.encode,
        parameters: [{ name: "value", type: init }],
        returnType: jsonType,
        body: ts`return ${encode}(${writer}, value);`,
      },
      `Encodes {@link ${names.type}}; throws an \`EncodeError\` that lists every issue.`,
    ),
    {
      kind: kinds.variable,
      isExported: true,
      declarationKind: constKeyword,
      docs: [{ description: `The JSON codec of {@link ${names.type}}.` }],
      declarations: [
        {
          name: scope.declare(names.codec),
          type: scope.text(
            json === "object" ? ts`${Codec}<${type}>` : ts`${Codec}<${type}, ${jsonType}>`,
          ),
          initializer: scope.text(hasDefaults ? withDefaults(plain, json) : plain),
        },
      ],
    },
    exported(
      { name: names.read, parameters: READER_PARAMETERS, returnType: type, body: read },
      "@internal",
    ),
    exported(
      {
        name: names.write,
        parameters: [{ name: "value", type: takesUndefined ? ts`${init} | undefined` : init }],
        returnType: jsonType,
        body: write,
      },
      "@internal",
    ),
  ];
}

/** Wraps one of the two codecs of a model: each of them lacks fields of the other one. */
export function codecOfBoth(codec: Code, { write, writeXml, fill }: TypeNames): Code {
  return ts`/* @__PURE__ */ ${runtime.ofBoth}(${codec}, ${raw(write)}, ${raw(writeXml)}, ${raw(fill)})`;
}

/** Wraps a codec; the zero value of an object is made of its defaults. */
function withDefaults(codec: Code, json: JsonKind): Code {
  const empty = json === "object" ? raw(", {}") : raw("");
  return ts`/* @__PURE__ */ ${runtime.defaults}.codec(${codec}${empty})`;
}
