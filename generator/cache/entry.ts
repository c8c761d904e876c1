import { deserialize } from "node:v8";

/**
 * The content of an entry in V8's own form. Whatever the content is, this never throws.
 *
 * @param isEntry whether a value has the shape of such an entry
 * @returns undefined where the content is another one
 */
export function entryIn<Entry>(
  content: Buffer | undefined,
  isEntry: (value: Loose) => boolean,
): Entry | undefined {
  return content && checked(() => deserialize(content), isEntry);
}

/** The same of an entry in JSON. */
export function jsonEntryIn<Entry>(
  content: Buffer | undefined,
  isEntry: (value: Loose) => boolean,
): Entry | undefined {
  return content && checked(() => JSON.parse(content.toString()), isEntry);
}

/** A value of which nothing is known but that it is an object. */
export type Loose = Readonly<Record<string, unknown>>;

function checked<Entry>(read: () => unknown, isEntry: (value: Loose) => boolean) {
  try {
    const value = read();
    return isObject(value) && isEntry(value) ? (value as Entry) : undefined;
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is Loose {
  return typeof value === "object" && value !== null;
}

export function isString(value: unknown): value is string {
  return typeof value === "string";
}

/** Whether a value is a list of things of one kind. */
export function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

/** Whether a value is a list of pairs of strings. */
export function isPairs(value: unknown): boolean {
  return isListOf(value, (pair) => isListOf(pair, isString) && (pair as unknown[]).length === 2);
}

/** Whether a value is an object whose properties are of one kind. */
export function isRecordOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return isObject(value) && !Array.isArray(value) && Object.values(value).every(isItem);
}
