import type { Condition } from "./condition.js";
import type { JsonTag, XmlTag } from "./tags.js";
import type { Paging, Transfer } from "./transfer.js";

export type { Counts, TableCounts } from "./counts.js";

/**
 * The API that the documents of a specification describe. Every name is resolved, and everything has
 * the name that the specification gives it: outputs decide how their language names and represents it.
 * Plain data without cycles.
 */
export interface Api {
  readonly documents: readonly Document[];
}

/** One document of the specification. */
export interface Document {
  /** The path that messages show; no other document has it. */
  readonly file: string;
  /** The path below the folder of the specification, for instance `oa/approval.md`. */
  readonly path: string;
  readonly title: string;
  /** The headings of its topics; the index has their places. */
  readonly topics: readonly string[];
  readonly documentation: string;
  readonly declarations: readonly Declaration[];
  readonly calls: readonly Call[];
  readonly callbacks: readonly Callback[];
}

export type Declaration = Model | Enum | Alias | Constant;

/** A declaration that fields can have as their type. */
export type TypeDeclaration = Exclude<Declaration, Constant>;

/** Something that a specification describes. */
export interface Documented {
  readonly name: string;
  /** The documentation without the passage that says that it is deprecated. */
  readonly documentation: string;
  /** The reason why it is deprecated, or an empty text without one; absent if it is not. */
  readonly deprecated?: string;
}

export interface Model extends Documented {
  readonly kind: "model";
  readonly embeddings: readonly Embedding[];
  /** The fields that the model declares itself and that JSON or XML shows. */
  readonly ownFields: readonly Field[];
  /** All fields that JSON or XML shows, with promoted ones in the place of their embedding. */
  readonly fields: readonly Field[];
  /** The fields in JSON, in the order of Go's encoding/json; absent if the model has no JSON codec. */
  readonly json?: readonly JsonField[];
  /** The fields in XML, in the order of Go's encoding/xml; absent if the model has no XML codec. */
  readonly xml?: readonly XmlField[];
  /** The fields that neither shows: their tags are `-`. */
  readonly ignored: readonly FieldFacts[];
}

/** A model whose fields are also those of the model that embeds it. */
export interface Embedding {
  /** The name of the embedded type as written: that of a model, or of an alias of one. */
  readonly type: string;
  /** The fields of the embedded model that the embedding model hides. */
  readonly hidden: readonly Field[];
  readonly documentation: string;
}

/** A field of a model without its places on the wires. */
export interface FieldFacts extends Documented, Meaning {
  /** The name of the model that declares the field. */
  readonly owner: string;
  readonly type: Type;
  /** Whether a value may be missing by its type: `*T`, or a name for such a type. */
  readonly isPointer: boolean;
  /** Whether the type is that of a list whose items are pointers. */
  readonly hasPointerItems: boolean;
}

/** The facts about a field beyond its name and its type: those that the specification says. */
export interface Meaning {
  /** Whether a value must have the field; absent where the specification does not say. */
  readonly required?: boolean;
  /** The cases in which the field is required, in words. */
  readonly condition?: string;
  readonly default?: Sample;
  readonly example?: Sample;
  /** The version of the API that the field came with. */
  readonly since?: string;
  /** The values that the field can have, in words. */
  readonly values?: string;
  readonly limits?: Limits;
}

/** A text about a value. */
export interface Sample {
  readonly text: string;
  /** The value of the type of the field; absent if the text is not a value of it. */
  readonly value?: SampleValue;
}

/** A value of a type: integers are exact, and members of enums have their names. */
export type SampleValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | { readonly kind: "member"; readonly name: string }
  | { readonly kind: "list"; readonly items: readonly SampleValue[] }
  | {
      readonly kind: "map";
      readonly entries: readonly (readonly [key: string, value: SampleValue])[];
    };

/** The bounds of a value. */
export interface Limits {
  readonly text: string;
  /** The bounds as far as they are understood: they include their ends. */
  readonly bounds?: Bounds;
}

export interface Bounds {
  /** The quantity that is bounded: the value of a number, the length of a text, the number of items. */
  readonly of: "value" | "characters" | "bytes" | "items";
  /** An exact `bigint` for whole numbers. */
  readonly least?: number | bigint;
  readonly most?: number | bigint;
}

/**
 * A field of a model. A model that embeds the one that declares it may hide it on one wire and show it on
 * the other: the lists of the model tell.
 */
export interface Field extends FieldFacts {
  /** Absent if the tag for JSON is `-`, or if the model that declares the field has no JSON codec. */
  readonly json?: JsonTag;
  /** Absent if the tag for XML is `-`, or if the model that declares the field has no XML codec. */
  readonly xml?: XmlTag;
}

export interface JsonField extends Field {
  readonly json: JsonTag;
}

export interface XmlField extends Field {
  readonly xml: XmlTag;
}

export interface Enum extends Documented {
  readonly kind: "enum";
  readonly base: EnumBase;
  readonly members: readonly EnumMember[];
}

/** The types that the values of an enum can have. */
export type EnumBase = StringType | IntegerType | FloatType;

export interface EnumMember extends Documented {
  /** An exact `bigint` for a base of integers, a `number` for one of floats. */
  readonly value: string | number | bigint;
}

/** A name for another type: `type A = B`, `type L []X`, or a scalar type without constants. */
export interface Alias extends Documented {
  readonly kind: "alias";
  readonly type: Type;
  /** Whether each model inside of the type has a JSON codec. */
  readonly hasJson: boolean;
}

/** A constant that belongs to no enum. */
export interface Constant extends Documented {
  readonly kind: "constant";
  /** An exact `bigint` for an integer. */
  readonly value: string | number | bigint | boolean;
}

export type IntegerFormat =
  "int" | "int8" | "int16" | "int32" | "int64" | "uint" | "uint8" | "uint16" | "uint32" | "uint64";

export interface StringType {
  readonly kind: "string";
}

export interface IntegerType {
  readonly kind: "integer";
  readonly format: IntegerFormat;
}

export interface FloatType {
  readonly kind: "float";
  readonly bits: 32 | 64;
}

export interface BooleanType {
  readonly kind: "boolean";
}

export type ScalarType = StringType | IntegerType | FloatType | BooleanType;

export interface AnyType {
  readonly kind: "any";
}

/** The use of a declared type, by its name. */
export interface Reference {
  readonly kind: "reference";
  readonly name: string;
}

/** The use of a type that no document declares and the configuration knows. */
export interface ExternalType {
  readonly kind: "external";
  readonly name: string;
}

/** A type as JSON shows it: pointers leave no trace there. */
export type Type =
  | ScalarType
  | Reference
  | AnyType
  | ExternalType
  | { readonly kind: "time" | "bytes" }
  | { readonly kind: "list"; readonly element: Type }
  | { readonly kind: "array"; readonly length: number; readonly element: Type }
  | { readonly kind: "map"; readonly key: MapKey; readonly value: Type };

/** A string, an integer, or a name for one of them. */
export type MapKey = StringType | IntegerType | Reference;

/** A call of the API. */
export interface Call extends Documented {
  readonly kind: "call";
  readonly transfer: Transfer;
  /** The path as documents write it, with parameters in braces: `/users/{user_id}`. */
  readonly path: string;
  /** The fields of the request that are in the path, by their names in JSON. */
  readonly parameters: readonly string[];
  /** The fields of the request that are in headers, by their names in JSON. */
  readonly headers?: readonly string[];
  /** The answers with an error status. */
  readonly errors?: readonly ErrorResponse[];
  /** Whether the call carries the access token; absent if the specification does not say. */
  readonly accessToken?: boolean | undefined;
  readonly request: Reference | AnyType;
  readonly response: AnswerType;
  /** The answers by their status, if the specification says which one or several they have; the first is `response`. */
  readonly answers?: readonly StatusAnswer[];
  readonly paging?: Paging;
}

/** The answer of a call: JSON, a file, a text, or nothing. */
export type AnswerType =
  Reference | AnyType | BinaryType | { readonly kind: "text" } | { readonly kind: "empty" };

/** An answer of a call that succeeds. */
export interface StatusAnswer {
  /** An HTTP status such as `201`, or `2XX` for all others. */
  readonly status: string;
  readonly type: Exclude<AnswerType, BinaryType>;
}

/** A file, as the answer of a call whose transfer is binary. */
export interface BinaryType {
  readonly kind: "binary";
}

/** The answer of a call that fails. */
export interface ErrorResponse {
  /** An HTTP status such as `404`, a class of them such as `4XX`, or `default` for all others. */
  readonly status: string;
  /** The body; of any type if the specification does not say more. */
  readonly type: Reference | AnyType;
  /** The reason for the status, if the specification has a text about it. */
  readonly documentation?: string;
}

/** A message that the server sends of its own accord, or a reply to one. */
export interface Callback extends Documented {
  readonly kind: "callback";
  readonly role: "message" | "reply";
  /** The model of the fields that all messages have. */
  readonly envelope: Reference;
  /** The model of the fields of this message; absent if it has no others. */
  readonly message?: Reference;
  /** The message as a model of its own, which embeds both. */
  readonly model: Model;
  /** The values that tell the message from others. */
  readonly conditions: readonly Condition[];
}
