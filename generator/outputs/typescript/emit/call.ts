import type { MethodDeclarationStructure, OptionalKind, StatementStructures } from "ts-morph";
import type { ClientProfile } from "../clients/profile.js";
import type { Paging } from "../plan/paging.js";
import type { Call } from "../plan/plan.js";
import { joined, raw, ts, type Code, type Name } from "./code.js";
import { answerType } from "./call-answers.js";
import { callDocs, itemsDocs, pagesDocs, type Documented } from "./call-docs.js";
import { errorDecoders } from "./call-errors.js";
import { pathConversion, requestConversion, responseConversion } from "./conversion.js";
import { client, globals, runtime } from "./library.js";
import { member, stringCode } from "./literal.js";
import { callName, inputName, typeName } from "./reference.js";
import type { ModuleScope, Parameter } from "./scope.js";
import { initCode, typeCode } from "./type.js";

/** The functions of a call: the call itself, and where its response has pages all of them. */
export function emitCall(
  call: Call,
  module: string,
  profile: ClientProfile,
  scope: ModuleScope,
): StatementStructures[] {
  const { names, paging } = call;
  const { instance } = profile;
  const documented: Documented = { profile, isMethod: false };
  const parameters = [{ name: instance, type: ts`${client.Client}` }, ...parametersOf(call)];
  const docs = callDocs(call, documented);
  const body = sendStatement(call, instance);
  const one = {
    name: names.call,
    parameters,
    returnType: responseType(call, raw(names.answer)),
    body,
  };
  const functions = [scope.function(one, { isExported: true, docs, isAsync: true })];
  if (paging === undefined) return functions;
  const all = {
    name: names.pages,
    parameters,
    returnType: pagesType(call),
    body: pagesOf(call, { instance, fetch: callName(module, call), paging }),
  };
  const pages = scope.function(all, { isExported: true, docs: pagesDocs(call) });
  const type = itemsType(call);
  if (type === undefined) return [...functions, pages];
  const items = {
    name: names.items,
    parameters,
    returnType: type,
    body: itemsOf(call, raw([instance, ...parametersOf(call).map(({ name }) => name)].join(", "))),
  };
  const itemDocs = itemsDocs(call, documented);
  return [...functions, pages, scope.function(items, { isExported: true, docs: itemDocs })];
}

/** Returns the type of the items of all pages, if each page has one list. */
function itemsType({ paging }: Call): Code | undefined {
  const { list } = paging ?? {};
  return list && ts`${client.PageItems}<${typeCode(list.element)}${cursorType(paging)}>`;
}

/** Returns the argument for the type of a cursor that is not a text. */
function cursorType(paging: Paging | undefined): Code {
  if (paging?.by === "offset") return raw(", undefined");
  const kind = paging?.kind;
  return raw(kind === undefined || kind === "string" ? "" : `, ${kind}`);
}

function itemsOf({ names, paging }: Call, given: Code): Code {
  const { list } = paging ?? {};
  const page = ts`page`;
  const items = ts`(page) => ${member(page, list?.property ?? "")}`;
  const cursor =
    paging?.by === "cursor"
      ? ts`(page) => ${member(page, paging.nextCursor)}`
      : ts`() => undefined`;
  return ts`return ${client.functions}.itemsOf(${raw(names.pages)}(${given}), ${items}, ${cursor});`;
}

/** The same as methods of the client. */
export function emitCallMethods(
  call: Call,
  module: Name,
  { profile, scope }: { readonly profile: ClientProfile; readonly scope: ModuleScope },
): OptionalKind<MethodDeclarationStructure>[] {
  const { names, paging } = call;
  const documented: Documented = { profile, isMethod: true };
  const parameters = parametersOf(call);
  const callArguments = joined([ts`this`, ...parameters.map(({ name }) => raw(name))], ", ");
  const delegate = (name: string, returnType: Code) => {
    const body = ts`return ${module}.${raw(name)}(${callArguments});`;
    return scope.method({ name, parameters, returnType, body });
  };
  return [
    {
      ...delegate(names.call, responseType(call, ts`${module}.${raw(names.answer)}`)),
      docs: callDocs(call, documented),
    },
    ...(paging === undefined
      ? []
      : [{ ...delegate(names.pages, pagesType(call)), docs: pagesDocs(call) }]),
    ...(itemsType(call) === undefined
      ? []
      : [
          {
            ...delegate(names.items, itemsType(call) ?? raw("")),
            docs: itemsDocs(call, documented),
          },
        ]),
  ];
}

/** Returns the parameters of a call; a request without fields may be left out. */
function parametersOf({ request, isRequestEmpty, hasInput, transfer }: Call): Parameter[] {
  const type = requestType(request, hasInput);
  const file =
    transfer.carrier === "upload" ? [{ name: "file", type: ts`${client.UploadFile}` }] : [];
  // A required parameter cannot follow an optional one.
  const parameter = {
    name: "request",
    type,
    ...(isRequestEmpty ? { initializer: raw("{}") } : {}),
  };
  return [
    ...(isRequestEmpty ? [...file, parameter] : [parameter, ...file]),
    { name: "options", type: ts`${client.CallOptions}`, isOptional: true },
  ];
}

function requestType(request: Call["request"], hasInput: boolean): Code {
  if (request.kind === "any") return ts`${runtime.JsonObject}`;
  return hasInput ? ts`${inputName(request)}` : initCode(typeName(request, "requestType"));
}

/** @param answer the type of the answers of a call that has several */
function responseType({ answers, response }: Call, answer: Code): Code {
  return ts`${globals.Promise}<${answers.length > 0 ? answer : answerType(response)}>`;
}

function pagesType(call: Call): Code {
  return ts`${globals.AsyncGenerator}<${answerType(call.response)}, void, undefined>`;
}

/** The statement that sends a call. */
function sendStatement(call: Call, instance: string): Code {
  const { names, transfer, path, parameters, accessToken, headers } = call;
  const isForm = transfer.carrier === "body" && transfer.isForm === true;
  const isInBody = transfer.carrier === "body" && transfer.method === "DELETE";
  const file = transfer.carrier === "upload" ? transfer.file : undefined;
  const endpoint = joined(
    [
      ts`name: ${stringCode(names.call)}`,
      ts`method: ${stringCode(transfer.method)}`,
      ts`path: ${stringCode(path)}`,
      ...(accessToken !== false ? [] : [ts`token: false`]),
      ...(headers.length === 0 ? [] : [ts`headers: [${joined(headers.map(stringCode), ", ")}]`]),
      ...(isInBody ? [ts`body: true`] : []),
      ...(file === undefined ? [] : [ts`file: ${stringCode(file)}`]),
      ...errorDecoders(call),
    ],
    ", ",
  );
  const isUpload = transfer.carrier === "upload";
  if (path.includes("?") || (headers.length > 0 && !isUpload) || isForm || isInBody) {
    const sent = [
      raw(instance),
      ts`{ ${endpoint} }`,
      responseConversion(call),
      ts`options`,
      pathConversion(call),
      ...(isForm ? [ts`${client.functions}.parametersOf`] : []),
    ];
    return ts`return ${client.functions}.callInParts(${joined(sent, ", ")});`;
  }
  const sent =
    parameters.length === 0
      ? ts`{ ${endpoint} }, ${requestConversion(call)}`
      : ts`...${client.functions}.fillPath({ ${endpoint} }, ${pathConversion(call)})`;
  const send = raw(isUpload ? "upload" : transfer.carrier === "body" ? "call" : "callInQuery");
  const callArguments = joined(
    [raw(instance), sent, ...(isUpload ? [ts`file`] : []), responseConversion(call), ts`options`],
    ", ",
  );
  return ts`return ${client.functions}.${send}(${callArguments});`;
}

function pagesOf(
  { transfer }: Call,
  {
    instance,
    fetch,
    paging,
  }: { readonly instance: string; readonly fetch: Name; readonly paging: Paging },
): Code {
  const file = transfer.carrier === "upload" ? ts`file, ` : raw("");
  const pageWith = (set: Code) =>
    ts`${fetch}(${raw(instance)}, { ...request, ${set} }, ${file}options)`;
  const { more } = paging;
  const isLast =
    more === undefined ? undefined : ts`${member(ts`page`, more.property)} === ${raw(more.none)}`;
  const unlessLast = (last: string, value: Code) =>
    isLast === undefined
      ? ts`(page) => ${value}`
      : ts`(page) => (${isLast} ? ${raw(last)} : ${value})`;
  if (paging.by === "offset") {
    const { offset, items, areItemsOptional } = paging;
    const list = member(ts`page`, items);
    const size = areItemsOptional ? ts`${list}?.length ?? 0` : ts`${list}.length`;
    const set = offset === "offset" ? ts`offset` : ts`${raw(offset)}: offset`;
    const first = member(ts`request`, offset);
    const fetchPage = ts`(offset) => ${pageWith(set)}`;
    return ts`return ${client.functions}.offsetPages(${fetchPage}, ${unlessLast("0", size)}, ${first});`;
  }
  const { cursor, first: start, nextCursor } = paging;
  const value = start === undefined ? ts`cursor` : ts`cursor ?? ${raw(start)}`;
  const set =
    cursor === "cursor" && start === undefined ? ts`cursor` : ts`${raw(cursor)}: ${value}`;
  const next = unlessLast("undefined", member(ts`page`, nextCursor));
  const first = member(ts`request`, cursor);
  const fetchPage = ts`(cursor) => ${pageWith(set)}`;
  return ts`return ${client.functions}.pages(${fetchPage}, ${next}, ${first});`;
}
