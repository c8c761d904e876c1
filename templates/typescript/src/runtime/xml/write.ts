/**
 * Writers: the value of a type in, XML out, as Go's encoding/xml writes it. The writer of a model returns the
 * part behind the name in its start tag: attributes, `>` and content. What is `undefined` is left out.
 */
import { issues, refuse, type Key } from "../run.js";
import * as scalar from "../scalar.js";
import { isArray } from "../scalar.js";
import { escaped, withoutIllegal } from "./escape.js";

export { writeBigInt64, writeBigUint64, writeInt64Text, writeUint64Text } from "../int64.js";
export { refuse } from "../run.js";
export { isObject } from "../scalar.js";
export {
  boolean,
  int,
  int16,
  int32,
  int8,
  string,
  // Unlike in JSON, the bytes are written as they are.
  string as bytes,
  time,
  uint,
  uint16,
  uint32,
  uint8,
} from "../write.js";

/** Writes a scalar as a value that becomes text. */
export type Writer<T> = (value: T) => unknown;

/** Writes a scalar as an element. */
export function element<T>(
  name: string,
  value: T | undefined,
  write: Writer<T>,
  namespace?: string,
): string {
  return model(name, value, (value) => `>${text(value, write)}`, namespace);
}

/** Writes a model as an element. */
export function model<T>(
  name: string,
  value: T | undefined,
  write: (value: T) => string,
  namespace?: string,
): string {
  if (value === undefined) return "";
  return located(name, () => tagged(name, write(value), namespace));
}

/** Writes a list of scalars as elements of one name. */
export function elements<T>(
  name: string,
  values: readonly T[] | undefined,
  write: Writer<T>,
  namespace?: string,
): string {
  return models(name, values, (value) => `>${text(value, write)}`, namespace);
}

/** Writes a list of models as elements of one name. */
export function models<T>(
  name: string,
  values: readonly T[] | undefined,
  write: (value: T) => string,
  namespace?: string,
): string {
  if (values === undefined) return "";
  return located(name, () => {
    if (!isArray(values)) return refuse("array", values);
    let xml = "";
    for (const [index, value] of values.entries()) {
      xml += located(index, () =>
        value === undefined ? refuse("a value", value) : tagged(name, write(value), namespace),
      );
    }
    return xml;
  });
}

/** Writes elements inside of another one, if there is a value among them. */
export function parent(name: string, some: unknown, content: () => string): string {
  return some == null ? "" : located(name, () => tagged(name, `>${content()}`));
}

/** Writes an attribute. */
export function attribute<T>(name: string, value: T | undefined, write: Writer<T>): string {
  return value === undefined ? "" : located(name, () => ` ${name}="${text(value, write)}"`);
}

/** Writes attributes of one name, of which XML has but one. */
export function attributes<T>(
  name: string,
  values: readonly T[] | undefined,
  write: Writer<T>,
): string {
  if (values === undefined || (isArray(values) && values.length === 0)) return "";
  const isOne = isArray(values) && values.length === 1;
  return isOne
    ? attribute(name, values[0], write)
    : located(name, () => refuse("one item", values));
}

/** Writes the declaration of the prefix of attributes, if there is a value among them. */
export function prefix(name: string, namespace: string, some: unknown): string {
  return some == null ? "" : ` xmlns:${name}="${escaped(namespace)}"`;
}

/** Writes text. */
export function text<T>(value: T | undefined, write: Writer<T>): string {
  return value === undefined ? "" : escaped(String(write(value)));
}

/** Writes text as sections of CDATA. */
export function cdata<T>(value: T | undefined, write: Writer<T>): string {
  if (value === undefined) return "";
  const text = withoutIllegal(String(write(value)));
  return text === "" ? "" : `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}

/** Writes a comment. */
export function comment(value: string | undefined): string {
  if (value === undefined || value === "") return "";
  if (typeof value !== "string") return refuse("string", value);
  if (value.includes("--")) return refuse("text without --", value);
  return `<!--${withoutIllegal(value)}${value.endsWith("-") ? " " : ""}-->`;
}

/** Writes XML as it is. */
export function raw(value: string | undefined): string {
  return typeof value === "string" || value === undefined ? (value ?? "") : refuse("string", value);
}

/** Writes any scalar as an element, and any list of scalars as elements. */
export function any(name: string, value: unknown): string {
  if (value == null) return "";
  return isArray(value) ? elements(name, value, anyScalar) : element(name, value, anyScalar);
}

function anyScalar(value: unknown): unknown {
  return /^(?:string|number|bigint|boolean)$/.test(typeof value) ? value : refuse("scalar", value);
}

/** Writes nothing: XML does not hold values of the type. */
export function unsupported(name: string, value: unknown): string {
  const isEmpty =
    value === undefined ||
    ((isArray(value) || scalar.isObject(value)) && Object.keys(value).length === 0);
  return isEmpty ? "" : located(name, () => refuse("nothing", value));
}

/** Returns a list of Go's `[length]T`, which has neither more items nor fewer. */
export function sized<T>(
  values: readonly T[] | undefined,
  length: number,
): readonly T[] | undefined {
  const isRight = !isArray(values) || values.length === length;
  return isRight ? values : refuse(`array length ${length}`, values.length);
}

/** Returns the items of a list that `omitempty` keeps. */
export function filled<T>(
  values: readonly T[] | undefined,
  isFilled: (value: T) => boolean,
): readonly T[] | undefined {
  return isArray(values) ? values.filter(isFilled) : values;
}

export function float32(value: number): string {
  const overflows = Number.isFinite(value) && !scalar.isFloat32(value);
  return overflows ? refuse("float32", value) : float64(value);
}

/** Numbers as ECMAScript writes them, and others as Go does. */
export function float64(value: number): string {
  if (typeof value !== "number") return refuse("number", value);
  if (Object.is(value, -0)) return "-0";
  return String(value)
    .replace(/^Infinity/, "+Inf")
    .replace("Infinity", "Inf");
}

function tagged(name: string, inside: string, namespace?: string): string {
  const xmlns = namespace === undefined ? "" : ` xmlns="${escaped(namespace)}"`;
  return `<${name}${xmlns}${inside}</${name}>`;
}

/** Returns the result of a writer; issues that it reports are below a key. */
function located(key: Key, run: () => string): string {
  const before = issues?.length;
  const xml = run();
  for (const { path } of issues?.slice(before) ?? []) path.unshift(key);
  return xml;
}
