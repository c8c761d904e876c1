import type { SourceRange, SourceText } from "../source/source.js";
import type { GoExpression, GoType } from "./ast.js";

export type DeclarationDraft = ModelDraft | TypeDraft | ConstantDraft;

/** The heading that has given a declaration its name. */
export interface HeadingDraft {
  /** The name that documents have for the declaration, whatever its own is. */
  readonly word?: string | undefined;
  /** The setting of the configuration that gives the declaration another name. */
  readonly renaming: string;
  /** The method and the path of the call that the declaration belongs to, if the path names it. */
  readonly call?: string | undefined;
}

/** A model's heading and table, or a Go struct: both spellings say the same. */
export interface ModelDraft {
  readonly kind: "model";
  readonly name: SourceText;
  /** The member that holds the model, if it is a part of another one that may be shared. */
  readonly part?: string;
  readonly documentation: string;
  readonly members: readonly MemberDraft[];
  /** The wires that the columns of the table, or the tags of the struct, are about; absent without a table. */
  readonly wires?: WiresDraft;
  readonly heading?: HeadingDraft;
}

export interface WiresDraft {
  readonly json: boolean;
  readonly xml: boolean;
}

export type MemberDraft = FieldDraft | EmbeddingDraft;

/** A text, and its place if it is one cell of a table. */
export interface Documentation {
  readonly documentation: string;
  readonly documentationRange?: SourceRange;
}

export interface FieldDraft extends Documentation {
  readonly kind: "field";
  readonly name: SourceText;
  readonly tag: TagDraft;
  /** Absent without a tag for XML: the field is an element of its own name. */
  readonly xml?: XmlTagDraft;
  readonly type: GoType;
  readonly meaning?: MeaningDraft;
}

/** The content of the columns that say more about a field than its name and its type. */
export interface MeaningDraft {
  /** Absent where the specification does not say. */
  readonly required?: Answer;
  /** The cases in which the field is required, in words. */
  readonly condition?: string;
  readonly default?: SampleDraft;
  readonly example?: SampleDraft;
  /** The reason, or an empty text without one. */
  readonly deprecated?: string;
  readonly since?: string;
  readonly values?: string;
  readonly limits?: SourceText;
}

/** A text about a value. */
export interface SampleDraft extends SourceText {
  /** Whether it is in back-ticks, so that it is nothing but a value. */
  readonly isCode: boolean;
}

/** Yes or no, and the cell that says so. */
export interface Answer {
  readonly value: boolean;
  readonly range: SourceRange;
}

/** A struct tag of `encoding/json`. */
export type TagDraft =
  | { readonly kind: "ignored" }
  | {
      readonly kind: "named";
      readonly wireName: SourceText;
      readonly omitEmpty: boolean;
      /** The `,string` option: the value travels as JSON text inside a JSON string. */
      readonly quoted: boolean;
    };

/** A struct tag of `encoding/xml`. */
export type XmlTagDraft = { readonly kind: "ignored" } | NamedXmlTagDraft;

export interface NamedXmlTagDraft {
  readonly kind: "named";
  readonly place: XmlPlaceDraft;
  /** The name of the element or of the attribute; the name of the field in other places. */
  readonly name: string;
  readonly namespace?: string;
  /** The names of the elements around the element, from the outside: of `a>b>c` they are `a` and `b`. */
  readonly parents: readonly string[];
  readonly omitEmpty: boolean;
  /** The tag, or the name of the field if the tag is empty. */
  readonly range: SourceRange;
}

/** The part of an element that a field is. */
export type XmlPlaceDraft =
  | "element"
  | "attribute"
  /** `,chardata`. */
  | "text"
  | "cdata"
  | "innerXml"
  | "comment"
  /** `,any`: the elements of other names. */
  | "any"
  /** `,any,attr`. */
  | "anyAttribute";

export interface EmbeddingDraft extends Documentation {
  readonly kind: "embedding";
  readonly type: GoType;
  /** The wire that the embedding has no fields in, on account of the tag `-`. */
  readonly outside?: keyof WiresDraft;
}

/** `type T int` (a definition, whose constants make it an enum) or `type A = B` (an alias). */
export interface TypeDraft {
  readonly kind: "type";
  readonly name: SourceText;
  readonly isAlias: boolean;
  readonly type: GoType;
  readonly documentation: string;
  readonly heading?: HeadingDraft;
}

/** The types of all documents by their names. */
export type TypeDrafts = ReadonlyMap<string, ModelDraft | TypeDraft>;

/** One name of a `const` declaration; a repeated expression of a group is written out again. */
export interface ConstantDraft {
  readonly kind: "constant";
  readonly name: SourceText;
  readonly type?: GoType;
  readonly value: GoExpression;
  /** The value of `iota` where the constant stands. */
  readonly iota: number;
  readonly documentation: string;
  /** The comment on the `const (…)` group, with its first constant; empty for the others. */
  readonly groupDocumentation: string;
}
