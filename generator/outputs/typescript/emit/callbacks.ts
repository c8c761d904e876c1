import type { ClassDeclarationStructure, StatementStructures } from "ts-morph";
import type { Section } from "../files.js";
import type { Callback, Callbacks, Module, Reply } from "../plan/plan.js";
import { caseOf, casesOf } from "./callback-cases.js";
import { joined, raw, ts, type Code } from "./code.js";
import { jsdoc } from "./jsdoc.js";
import { kinds } from "./kinds.js";
import { CALLBACKS_LIBRARY, callbacks as library, globals } from "./library.js";
import { literal, member, stringCode, stringLiteral } from "./literal.js";
import { typeName } from "./reference.js";
import type { ModuleScope } from "./scope.js";
import { initCode } from "./type.js";

/** The names of the module beside those of messages and replies. */
const NAMES = {
  message: "Callback",
  reply: "CallbackReply",
  parse: "parseCallback",
  stringify: "stringifyReply",
  class: "Callbacks",
} as const;

/** The exports of the toolkit for users of the package: whatever type the members of `Callbacks` have. */
const TOOLKIT: readonly string[] = [
  "CallbackError",
  "type CallbackAnswer",
  "type CallbackCiphertext",
  "type CallbackContext",
  "type CallbackEncryptOptions",
  "type CallbackEncrypted",
  "type CallbackErrorKind",
  "type CallbackFormat",
  "type CallbackHandler",
  "type CallbackPost",
  "type CallbackQuery",
  "type CallbackReceiverCheck",
  "type CallbackRequest",
  "type CallbackResponse",
  "type CallbackVerification",
  "type CallbacksOptions",
  "type UnknownCallback",
];

/** The exports of the module of callbacks, whatever the messages and replies of the specification are. */
export const callbackExports: readonly string[] = [
  ...TOOLKIT,
  `type ${NAMES.message}`,
  `type ${NAMES.reply}`,
  NAMES.class,
  NAMES.parse,
];

/** Returns the statements in front of the module of callbacks: users take the toolkit from it, too. */
export function callbackHead({ callbacks }: Module): StatementStructures[] {
  if (callbacks === undefined) return [];
  const namedExports = [...TOOLKIT];
  return [
    { kind: kinds.export, moduleSpecifier: CALLBACKS_LIBRARY, namedExports, leadingTrivia: "\n" },
  ];
}

/** The messages of the server as one type, the function that reads them, and the class that receives them. */
export function emitCallbacks({ callbacks }: Module, scope: ModuleScope): Section[] {
  if (callbacks === undefined) return [];
  return [
    ...callbacks.messages.map((message) => [messageInterface(message, scope)]),
    [messageType(callbacks, scope), parseFunction(callbacks, scope)],
    [replyType(callbacks, scope), stringifyFunction(callbacks, scope)],
    [receiver(scope)],
  ];
}

function messageInterface(message: Callback, scope: ModuleScope): StatementStructures {
  const { type, bases, specName, documentation, deprecated } = message;
  return {
    kind: kinds.interface,
    isExported: true,
    name: scope.declare(type, "type"),
    docs: jsdoc(documentation, { deprecated }),
    extends: bases.map((base) => scope.text(ts`${typeName(base)}`)),
    properties: [{ isReadonly: true, name: "kind", type: stringLiteral(specName) }],
  };
}

function messageType({ messages }: Callbacks, scope: ModuleScope): StatementStructures {
  const types = [...messages.map(({ type }) => ts`${raw(type)}`), ts`${library.UnknownCallback}`];
  return {
    kind: kinds.typeAlias,
    isExported: true,
    leadingTrivia: "\n",
    name: scope.declare(NAMES.message, "type"),
    type: scope.text(joined(types, " | ")),
    docs: [{ description: "A message of the server; its `kind` tells which one." }],
  };
}

function parseFunction({ messages }: Callbacks, scope: ModuleScope): StatementStructures {
  const wires = ["xml", "json"] as const;
  const blocks = wires.flatMap((wire) => {
    const rows = messages.filter((message) => message.wires[wire]);
    if (rows.length === 0) return [];
    const lines = casesOf(rows.map((message) => caseOf(message, wire)));
    return ts`if (message.format === ${stringCode(wire)}) {\n${joined(lines)}\n}`;
  });
  return scope.function(
    {
      name: NAMES.parse,
      parameters: [{ name: "text", type: ts`string` }],
      returnType: raw(NAMES.message),
      body: joined([
        ts`const message = ${library.messages}.unknown(text);`,
        ...blocks,
        ts`return message;`,
      ]),
    },
    {
      isExported: true,
      docs: [
        {
          description:
            "\nReads a message of the server. One that the specification does not describe is of the kind `unknown`;\n" +
            "throws a `DecodeError` if a field of a described one has another type.",
        },
      ],
    },
  );
}

function replyType({ replies }: Callbacks, scope: ModuleScope): StatementStructures {
  const union = joined(
    replies.map((reply) => {
      const code = replyCode(reply);
      return reply.values.length === 0 ? ts`| ${code}` : ts`| (${code})`;
    }),
  );
  const [only] = replies;
  return {
    kind: kinds.typeAlias,
    isExported: true,
    leadingTrivia: "\n",
    name: scope.declare(NAMES.reply, "type"),
    type: scope.text(
      only === undefined
        ? ts`never`
        : replies.length === 1
          ? replyCode(only)
          : ts`${library.OneOf}<${union}>`,
    ),
    docs: [{ description: "A reply to a message." }],
  };
}

/** The type of a reply: all is optional but the values that tell it from others, and what is required. */
function replyCode({ names, hasInput, values }: Reply): Code {
  const input = hasInput ? ts`${raw(names.input)}` : initCode(raw(names.type));
  if (values.length === 0) return input;
  const keys = joined(
    values.map(({ property }) => stringCode(property)),
    " | ",
  );
  const members = values.map(({ property, value }) => {
    return ts`readonly ${raw(property)}: ${raw(literal(value))}`;
  });
  return ts`${globals.Omit}<${input}, ${keys}> & { ${joined(members, "; ")} }`;
}

function stringifyFunction({ replies }: Callbacks, scope: ModuleScope): StatementStructures {
  const lines = replies.map((reply) => replyCase(reply));
  const areTaken = replies.some(({ parties }) => Object.keys(parties).length > 0);
  const isUsed = areTaken || replies.some(({ wires }) => wires.json && wires.xml);
  const isOpen = replies.every(({ values }) => values.length > 0);
  return scope.function({
    name: NAMES.stringify,
    parameters: [
      { name: "reply", type: raw(NAMES.reply) },
      { name: isUsed ? "message" : "_message", type: ts`string` },
    ],
    returnType: ts`string`,
    body: joined([
      ...(areTaken ? [ts`const parties = ${library.messages}.partiesOf(message);`] : []),
      ...lines,
      ...(isOpen ? [ts`return ${library.messages}.refused(reply);`] : []),
    ]),
  });
}

function replyCase({ names, wires, values, parties }: Reply): Code {
  const { to, from, time } = parties;
  const typed = ts`reply as ${initCode(raw(names.type))}`;
  const members = [
    ...(to === undefined ? [] : [ts`${raw(to)}: parties.to`]),
    ...(from === undefined ? [] : [ts`${raw(from)}: parties.from`]),
    ...(time === undefined ? [] : [ts`${raw(time.property)}: ${timeCode(time.type)}`]),
  ];
  const whole =
    members.length === 0 ? typed : ts`{ ${joined([...members, ts`...(${typed})`], ", ")} }`;
  const json = ts`${raw(names.codec)}.stringify(${whole})`;
  const xml = ts`${raw(names.stringifyXml)}(${whole})`;
  const isJson = ts`${library.messages}.formatOf(message) === "json"`;
  const result =
    wires.json && wires.xml
      ? ts`return ${isJson} ? ${json} : ${xml};`
      : ts`return ${wires.xml ? xml : json};`;
  if (values.length === 0) return result;
  const tests = values.map(
    ({ property, value }) => ts`${member(raw("reply"), property)} === ${raw(literal(value))}`,
  );
  return ts`if (${joined(tests, " && ")}) {\n${result}\n}`;
}

function timeCode(type: "number" | "bigint" | "string"): Code {
  const conversions = {
    number: ts`parties.time`,
    bigint: ts`BigInt(parties.time)`,
    string: ts`String(parties.time)`,
  };
  return conversions[type];
}

function receiver(scope: ModuleScope): ClassDeclarationStructure {
  const types = ts`<${raw(NAMES.message)}, ${raw(NAMES.reply)}>`;
  return {
    kind: kinds.class,
    isExported: true,
    leadingTrivia: "\n",
    name: scope.declare(NAMES.class, "both"),
    extends: scope.text(ts`${library.CallbackReceiver}${types}`),
    docs: [
      {
        description:
          "Receives messages of the server: verifies, decrypts and reads them, and encrypts replies.",
      },
    ],
    ctors: [
      {
        docs: [{ description: "Throws a `CallbackError` if an `encodingAesKey` is malformed." }],
        parameters: [
          {
            name: "options",
            type: scope.text(ts`${library.CallbacksOptions}<${raw(NAMES.message)}>`),
          },
        ],
        statements: [`super(options, { parse: ${NAMES.parse}, stringify: ${NAMES.stringify} });`],
      },
    ],
  };
}
