import type * as model from "../../../model/api.js";
import type { AnyType, FloatType, IntegerType, StringType } from "../../../model/api.js";
import type { Condition } from "../../../model/condition.js";
import type { XmlTag } from "../../../model/tags.js";
import type { ClientProfile } from "../clients/profile.js";
import type { EnumStyle } from "../options.js";
import type { CallNames, ErrorResponse, StatusAnswer } from "./call.js";
import type { Paging } from "./paging.js";
import type { LongIntegerType, Reference, Type, TypeNames } from "./type.js";

export type { AnyType, FloatType, IntegerFormat, IntegerType } from "../../../model/api.js";
export type { CallNames, ErrorResponse, StatusAnswer } from "./call.js";
export type {
  ExternalType,
  JsonKind,
  LongIntegerType,
  MapKey,
  Reference,
  ScalarType,
  Type,
  TypeNames,
} from "./type.js";

/**
 * The plan of a package: an API with the names, representations and modules that it has in TypeScript.
 * Plain data without cycles, so that the emitters need nothing else.
 */
export interface Plan {
  readonly modules: readonly Module[];
  /** The client for the calls, if there are any. */
  readonly client?: ClientProfile;
}

/** One document of the spec, and the module made of it. */
export interface Module {
  /** File name of the document, for instance `external_contact.md`. */
  readonly source: string;
  /** Name of the module without its suffix, for instance `external-contact`. */
  readonly name: string;
  readonly title: string;
  readonly documentation: string;
  readonly declarations: readonly Declaration[];
  readonly calls: readonly Call[];
  /** The messages of the server, which have a module of their own; absent in other modules. */
  readonly callbacks?: Callbacks;
}

export type Declaration = Model | Enum | Alias | Constant;

/** A declaration that has a type and a codec. */
export type TypeDeclaration = Exclude<Declaration, Constant>;

/** A declared type: its name in the spec, and those in TypeScript. */
interface DeclaredType {
  readonly specName: string;
  readonly names: TypeNames;
  readonly documentation: string;
  readonly deprecated?: string;
}

export interface Model extends DeclaredType {
  readonly kind: "model";
  readonly bases: readonly Base[];
  /** The fields that the model declares itself. */
  readonly ownFields: readonly Field[];
  /** All fields, promoted ones in the place of their embedding: the order of the codecs. */
  readonly fields: readonly Field[];
  /** The fields in JSON; absent if the model has no JSON codec. */
  readonly json?: readonly Field[];
  /** The fields in XML; absent if the model has no XML codec. */
  readonly xml?: readonly XmlField[];
  /** Whether values with all zero values are made of others: those of XML codecs, and inside of them. */
  readonly isFilled: boolean;
  /** Whether each of its two codecs lacks fields of the other one, itself or inside. */
  readonly isSplit: boolean;
  /** Fields with the tag `-`: in no codec, kept as documentation. */
  readonly ignored: readonly IgnoredField[];
  /** Whether there are integers inside that no `number` holds: they need a codec that keeps them. */
  readonly hasLongIntegers: boolean;
  /** The properties that requests must have, or that have such properties inside; absent without them. */
  readonly input?: readonly InputMember[];
  readonly defaults: Defaults;
}

/** The defaults that `create` fills in: those of a model itself, and whether types inside have some. */
export interface Defaults {
  readonly exist: boolean;
  readonly members: readonly DefaultMember[];
}

export interface DefaultMember {
  readonly field: Field;
  /** The default in JSON, as an expression; absent for a model that has defaults itself. */
  readonly json?: string;
}

export interface InputMember {
  readonly property: string;
  readonly isRequired: boolean;
  readonly type: InputType;
}

/** A type in a request: the `Init` of a type, unless there is something inside that requests must have. */
export type InputType =
  | { readonly kind: "init"; readonly type: Type }
  | { readonly kind: "input"; readonly reference: Reference }
  | { readonly kind: "list" | "map"; readonly element: InputType };

interface IgnoredField {
  readonly specName: string;
  readonly xmlName?: string;
  readonly facts: Facts;
  readonly documentation: string;
}

/** The facts about a field beyond its type, with values as TypeScript and JSON have them. */
export interface Facts extends Omit<model.Meaning, "default" | "example"> {
  readonly deprecated?: string;
  readonly default?: Sample;
  readonly example?: Sample;
}

/** A text about a value, and the value as an expression if it is one. */
export interface Sample {
  readonly text: string;
  readonly code?: string;
  /** The value in JSON, as an expression. */
  readonly json?: string;
}

/** An embedded model, and the properties of it that the embedding model hides. */
export interface Base {
  readonly reference: Reference;
  readonly hidden: readonly string[];
  readonly documentation: string;
}

export interface Field {
  readonly specName: string;
  /** Name of the model that declares the field, in the spec. */
  readonly owner: string;
  readonly property: string;
  /** The name in JSON, or in XML if JSON does not show the field. */
  readonly wireName: string;
  readonly xmlName?: string;
  readonly type: Type;
  /** The type without the names of aliases. */
  readonly structure: Type;
  /** Whether the property may be `undefined`: absent and `null` then stay absent. */
  readonly optional: boolean;
  /** The values that `omitempty` leaves out beside `undefined`. */
  readonly omitted?: EmptyValue;
  /** The tag option `,string`. */
  readonly quoted: boolean;
  readonly facts: Facts;
  /** The bounds that the encoder checks. */
  readonly checked?: model.Bounds;
  readonly documentation: string;
}

/** A field in XML. */
export interface XmlField extends Omit<XmlTag, "text" | "omitEmpty"> {
  readonly field: Field;
  /** The values that `omitempty` leaves out beside `undefined`; of a list those of its items. */
  readonly omitted?: EmptyValue;
}

/** The values that Go calls empty, by how they are recognised. */
export type EmptyValue =
  "string" | "number" | "bigint" | "decimal" | "boolean" | "list" | "map" | "null";

export interface Enum extends DeclaredType {
  readonly kind: "enum";
  /** The type of the values: long integers if one of the members exceeds a `number`. */
  readonly base: StringType | IntegerType | FloatType | LongIntegerType;
  readonly style: EnumStyle;
  readonly members: readonly EnumMember[];
}

export interface EnumMember {
  readonly specName: string;
  readonly name: string;
  readonly value: string | number | bigint;
  readonly documentation: string;
  readonly deprecated?: string;
}

/** A name for another type: `type A = B`, `type L []X`, or a scalar type without constants. */
export interface Alias extends DeclaredType {
  readonly kind: "alias";
  readonly type: Type;
  /** Whether the alias has a JSON codec, as each model inside of its type has one. */
  readonly hasJson: boolean;
  readonly hasLongIntegers: boolean;
  readonly input?: InputType;
  readonly defaults: Defaults;
}

/** A constant that belongs to no enum. */
export interface Constant {
  readonly kind: "constant";
  readonly specName: string;
  readonly name: string;
  readonly value: string | number | bigint | boolean;
  readonly documentation: string;
  readonly deprecated?: string;
}

/** A call of the API. */
export interface Call extends Pick<
  model.Call,
  "transfer" | "path" | "parameters" | "accessToken" | "documentation" | "deprecated"
> {
  readonly specName: string;
  readonly names: CallNames;
  readonly request: Reference | AnyType;
  /** Whether there is something that a request must have. */
  readonly hasInput: boolean;
  /** Whether there is nothing to say in a request. */
  readonly isRequestEmpty: boolean;
  /** The properties that requests must have, for an example. */
  readonly demanded: readonly ExampleMember[];
  readonly response: Reference | Exclude<model.AnswerType, model.Reference>;
  /** Whether a response has nothing to read. */
  readonly isResponseEmpty: boolean;
  /** The answers by their status, if there are several. */
  readonly answers: readonly StatusAnswer[];
  /** Whether there are integers inside which no `number` holds. */
  readonly hasLongRequest: boolean;
  readonly hasLongResponse: boolean;
  /** How the response leads to the next page, where it has several. */
  readonly paging?: Paging;
  /** The fields of the request that are in headers, by their names in JSON. */
  readonly headers: readonly string[];
  readonly errors: readonly ErrorResponse[];
}

/** A property in an example, and its value as an expression if the specification has one. */
export interface ExampleMember {
  readonly property: string;
  readonly code?: string | undefined;
}

/** The messages of the server, and the replies to them. */
export interface Callbacks {
  readonly messages: readonly Callback[];
  readonly replies: readonly Reply[];
}

/** A message of the server. */
export interface Callback {
  /** The name in the spec, which is the `kind` of the message. */
  readonly specName: string;
  /** The type in TypeScript. */
  readonly type: string;
  /** The envelope, and the model of the fields of this message alone. */
  readonly bases: readonly Reference[];
  /** The forms in which the message can come. */
  readonly wires: { readonly json: boolean; readonly xml: boolean };
  readonly conditions: readonly Condition[];
  readonly documentation: string;
  readonly deprecated?: string;
}

/** A reply to a message; its model is among the declarations of the module. */
export interface Reply {
  readonly specName: string;
  readonly names: TypeNames;
  /** Whether the specification requires something of it. */
  readonly hasInput: boolean;
  readonly wires: Callback["wires"];
  /** The values that all replies of the type have, by their properties. */
  readonly values: readonly ReplyValue[];
  /** The properties that a reply takes from its message. */
  readonly parties: Parties;
}

export interface ReplyValue {
  readonly property: string;
  readonly value: string | number | bigint | boolean;
}

/** The properties of a reply for its receiver, its sender and its time, as far as it has them. */
export interface Parties {
  readonly to?: string;
  readonly from?: string;
  readonly time?: { readonly property: string; readonly type: "number" | "bigint" | "string" };
}
