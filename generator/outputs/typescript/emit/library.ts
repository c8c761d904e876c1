import type { ClientProfile } from "../clients/profile.js";
import type { Name } from "./code.js";

/** The modules of the output that are the same for every spec. */
export const RUNTIME = "./runtime/index.js";
export const CLIENT_LIBRARY = "./client/index.js";
export const CALLBACKS_LIBRARY = "./callbacks/index.js";

export const XML_RUNTIME = "./runtime/xml/index.js";

/** Names of TypeScript's library. */
export const globals = {
  Array: globalNamed("Array", false),
  AsyncGenerator: globalNamed("AsyncGenerator", true),
  Object: globalNamed("Object", false),
  Omit: globalNamed("Omit", true),
  Promise: globalNamed("Promise", true),
  Record: globalNamed("Record", true),
} as const;

/** Exports of the runtime for the modules of documents. */
export const runtime = {
  codec: exported(RUNTIME, "codec", false),
  decode: exported(RUNTIME, "decode", false),
  encode: exported(RUNTIME, "encode", false),
  Codec: exported(RUNTIME, "Codec", true),
  Init: exported(RUNTIME, "Init", true),
  JsonObject: exported(RUNTIME, "JsonObject", true),
  JsonValue: exported(RUNTIME, "JsonValue", true),
  exact: namespace("./runtime/exact.js", "exact"),
  defaults: namespace("./runtime/defaults.js", "defaults"),
  limits: namespace("./runtime/limits.js", "limits"),
  external: namespace("./runtime/external.js", "external"),
  int64: namespace("./runtime/int64.js", "int64"),
  read: namespace("./runtime/read.js", "read"),
  write: namespace("./runtime/write.js", "write"),
  parseXml: exported(XML_RUNTIME, "parseXml", false),
  stringifyXml: exported(XML_RUNTIME, "stringifyXml", false),
  ofBoth: exported("./runtime/xml/both.js", "ofBoth", false),
  xmlCodec: exported(XML_RUNTIME, "xmlCodec", false),
  XmlCodec: exported(XML_RUNTIME, "XmlCodec", true),
  XmlOptions: exported(XML_RUNTIME, "XmlOptions", true),
  fillXml: namespace("./runtime/xml/fill.js", "fillXml"),
  readXml: namespace("./runtime/xml/read.js", "readXml"),
  writeXml: namespace("./runtime/xml/write.js", "writeXml"),
} as const;

/** Exports of the client that calls use. */
export const client = {
  functions: namespace(CLIENT_LIBRARY, "client"),
  CallOptions: exported(CLIENT_LIBRARY, "CallOptions", true),
  /** As the type of a parameter. */
  Client: exported(CLIENT_LIBRARY, "Client", true),
  DownloadedFile: exported(CLIENT_LIBRARY, "DownloadedFile", true),
  ApiRequest: exported(CLIENT_LIBRARY, "ApiRequest", true),
  PageItems: exported(CLIENT_LIBRARY, "PageItems", true),
  StatusAnswer: exported(CLIENT_LIBRARY, "StatusAnswer", true),
  UploadFile: exported(CLIENT_LIBRARY, "UploadFile", true),
} as const;

/** Exports of the toolkit of callbacks for their module. */
export const callbacks = {
  CallbackReceiver: exported(CALLBACKS_LIBRARY, "CallbackReceiver", false),
  CallbacksOptions: exported(CALLBACKS_LIBRARY, "CallbacksOptions", true),
  OneOf: exported(CALLBACKS_LIBRARY, "OneOf", true),
  UnknownCallback: exported(CALLBACKS_LIBRARY, "UnknownCallback", true),
  messages: namespace("./callbacks/messages.js", "messages"),
} as const;

function globalNamed(name: string, isType: boolean): Name {
  return { name, isType, origin: { kind: "global" } };
}

/** An export of a client's profile. */
export function ofProfile({ folder }: ClientProfile, name: string, isType: boolean): Name {
  return exported(`./client/${folder}/index.js`, name, isType);
}

/** An export of a module of the package that no specification changes. */
export function libraryName(from: string, name: string): Name {
  return exported(from, name, false);
}

/** An export of a file of the user's own beside the sources of the package. */
export function ofFile(from: string, name: string, isType: boolean): Name {
  return exported(from, name, isType);
}

function exported(from: string, name: string, isType: boolean): Name {
  return { name, isType, origin: { kind: "library", from } };
}

/** A module of the output as a whole. */
export function namespace(from: string, name: string): Name {
  return { name, isType: false, origin: { kind: "namespace", from } };
}
