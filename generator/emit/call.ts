import type {
  FunctionDeclarationStructure,
  MethodDeclarationStructure,
  OptionalKind,
  ParameterDeclarationStructure,
} from "ts-morph";
import type { Call } from "../ir/api.js";
import { requestConversion, responseConversion } from "./conversion.js";
import { escapeComment } from "./jsdoc.js";
import { kinds } from "./kinds.js";
import { member, stringLiteral } from "./literal.js";

type Parameter = OptionalKind<ParameterDeclarationStructure>;

/** The functions of a call: the call itself, and where its response has pages all of them. */
export function emitCall(call: Call): FunctionDeclarationStructure[] {
  const { names, paging } = call;
  const client = { name: "workwx", type: "Client" };
  const shared = { kind: kinds.function, isExported: true, docs: callDocs(call) };
  const functions: FunctionDeclarationStructure[] = [
    {
      ...shared,
      isAsync: true,
      name: names.call,
      parameters: [client, ...parametersOf(call)],
      returnType: `Promise<${responseType(call)}>`,
      statements: [`return ${sent(call)};`],
    },
  ];
  if (paging === undefined) return functions;
  return [
    ...functions,
    {
      ...shared,
      docs: pagesDocs(call),
      name: names.pages,
      parameters: [client, ...parametersOf(call)],
      returnType: pagesType(call),
      statements: [pagesOf(call, paging)],
    },
  ];
}

/** The same as methods of the client. */
export function emitCallMethods(
  call: Call,
  module: string,
): OptionalKind<MethodDeclarationStructure>[] {
  const { names, paging } = call;
  const parameters = parametersOf(call);
  const delegate = (name: string) => {
    const given = ["this", ...parameters.map((parameter) => parameter.name)].join(", ");
    return [`return ${module}.${name}(${given});`];
  };
  return [
    {
      name: names.call,
      parameters,
      docs: callDocs(call),
      returnType: `Promise<${responseType(call)}>`,
      statements: delegate(names.call),
    },
    ...(paging === undefined
      ? []
      : [
          {
            name: names.pages,
            parameters,
            docs: pagesDocs(call),
            returnType: pagesType(call),
            statements: delegate(names.pages),
          },
        ]),
  ];
}

/** What a request needs to be said; one that says nothing may be left out. */
function parametersOf(call: Call): Parameter[] {
  const { request, isRequestEmpty, kind } = call;
  const type = request.kind === "any" ? "JsonObject" : `Init<${request.names.type}>`;
  const file: Parameter[] = kind === "upload" ? [{ name: "file", type: "UploadFile" }] : [];
  // What has to be given cannot stand behind what has not.
  const said = { name: "request", type, ...(isRequestEmpty ? { initializer: "{}" } : {}) };
  return [
    ...(isRequestEmpty ? [...file, said] : [said, ...file]),
    { name: "options", type: "CallOptions", hasQuestionToken: true },
  ];
}

export function responseType({ response }: Call): string {
  return response.kind === "any" ? "unknown" : response.names.type;
}

function pagesType(call: Call): string {
  return `AsyncGenerator<${responseType(call)}, void, undefined>`;
}

/** The expression that sends a call. */
function sent(call: Call): string {
  const { names, kind, path, accessToken } = call;
  const endpoint = [
    `name: ${stringLiteral(names.call)}`,
    `method: ${kind === "get" ? `"GET"` : `"POST"`}`,
    `path: ${stringLiteral(path)}`,
    ...(accessToken ? [] : ["token: false"]),
  ].join(", ");
  const body = requestConversion(call).expression;
  const decode = responseConversion(call).expression;
  const file = kind === "upload" ? ["file"] : [];
  const given = ["workwx", `{ ${endpoint} }`, body, ...file, decode, "options"];
  return `client.${kind === "upload" ? "upload" : "call"}(${given.join(", ")})`;
}

function pagesOf({ names }: Call, { cursor, nextCursor }: NonNullable<Call["paging"]>): string {
  const set = cursor === "cursor" ? "cursor" : `${cursor}: cursor`;
  const fetchPage = `(cursor) => ${names.call}(workwx, { ...request, ${set} }, options)`;
  const next = `(page) => ${member("page", nextCursor)}`;
  return `return client.pages(${fetchPage}, ${next}, ${member("request", cursor)});`;
}

/** The targets of links: `[text](target "title")` with pairs of parentheses in it, and `<target>`. */
const LINK = /\]\((https?:\/\/(?:[^\s()]|\([^\s()]*\))+)(?:\s[^)]*)?\)|<(https?:\/\/[^\s>]+)>/g;

function callDocs({ documentation, specName }: Call) {
  const see = [...documentation.matchAll(LINK)].map(([, link, autolink]) => {
    const target = escapeComment(link ?? autolink ?? "").replaceAll("}", "%7D");
    return `@see {@link ${target}}`;
  });
  const text = escapeComment(documentation === "" ? specName : documentation);
  return [{ description: see.length === 0 ? text : `\n${[text, "", ...see].join("\n")}` }];
}

function pagesDocs({ names }: Call) {
  return [{ description: `All pages of {@link ${names.call}}, one after the other.` }];
}
