/** The tag of a field for Go's encoding/json. */
export interface JsonTag {
  readonly name: string;
  readonly omitEmpty: boolean;
  /** The option `string`: the value travels as JSON text inside a JSON string. */
  readonly quoted: boolean;
}

/** The tag of a field for Go's encoding/xml. */
export interface XmlTag {
  /** The tag as documents write it, without the option `omitempty`: `a>b`, or `id,attr`. */
  readonly text: string;
  readonly place: XmlPlace;
  /** The name of the element or of the attribute; the name of the field in other places. */
  readonly name: string;
  readonly namespace?: string;
  /** The names of the elements around the element, from the outside: of `a>b>c` they are `a` and `b`. */
  readonly parents: readonly string[];
  readonly omitEmpty: boolean;
}

/** The part of an element that a field is. */
export type XmlPlace =
  | "element"
  | "attribute"
  /** The text of the element itself: `,chardata`. */
  | "text"
  /** The same, written as CDATA. */
  | "cdata"
  /** The content of the element as it is written: `,innerxml`. */
  | "innerXml"
  | "comment"
  /** Elements of names that no other field has: `,any`. */
  | "any"
  /** Attributes of names that no other field has: `,any,attr`. */
  | "anyAttribute";
