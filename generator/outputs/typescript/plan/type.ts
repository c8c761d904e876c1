import type {
  AnyType,
  BooleanType,
  FloatType,
  IntegerType,
  StringType,
} from "../../../model/api.js";

/** The identifiers that one type of the spec takes in TypeScript. */
export interface TypeNames {
  readonly type: string;
  readonly codec: string;
  readonly decode: string;
  readonly encode: string;
  readonly read: string;
  readonly write: string;
  /** The functions of an enum: whether a value is one, and what it is called. */
  readonly guard: string;
  readonly label: string;
  /** The functions for lists of the type. */
  readonly readList: string;
  readonly writeList: string;
  /** The type of a request, in which properties are demanded. */
  readonly input: string;
  /** The codec for XML, its functions, and those that it runs. */
  readonly xmlCodec: string;
  readonly parseXml: string;
  readonly stringifyXml: string;
  readonly readXml: string;
  readonly writeXml: string;
  /** The function that fills a value with zero values. */
  readonly fill: string;
}

/** An integer of 64 bits that is no `number`, so that it keeps all its digits. */
export interface LongIntegerType {
  readonly kind: "long";
  readonly format: "int64" | "uint64";
  readonly representation: "bigint" | "string";
}

export type ScalarType = StringType | IntegerType | FloatType | BooleanType | LongIntegerType;

/** A use of a type that is defined outside of the spec. */
export interface ExternalType {
  readonly kind: "external";
  readonly specName: string;
  readonly type: string;
  /** The module that exports the type, and its codec where it has one. */
  readonly from: string;
  readonly codec?: string;
}

/** A use of a declared type. */
export interface Reference {
  readonly kind: "reference";
  readonly names: TypeNames;
  /** Name of the module that declares it. */
  readonly module: string;
  /** The kind of JSON values that the type has. */
  readonly json: JsonKind;
  readonly isModel: boolean;
  readonly isEnum: boolean;
  /** The underlying scalar, if the type has one. */
  readonly scalar?: ScalarType;
}

/** The kinds of JSON values; `any` where the type does not tell. */
export type JsonKind = "string" | "number" | "boolean" | "array" | "object" | "any";

export type Type =
  | ScalarType
  | Reference
  | AnyType
  | ExternalType
  | { readonly kind: "time" | "bytes" }
  | { readonly kind: "list"; readonly element: Type }
  | { readonly kind: "array"; readonly length: number; readonly element: Type }
  | { readonly kind: "map"; readonly key: MapKey; readonly value: Type };

export type MapKey = StringType | IntegerType | LongIntegerType;
