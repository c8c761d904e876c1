/**
 * What a `T` is made of: the same with every property optional, all the way down, and with
 * read-only lists accepted. Scalars, enums and `unknown` are themselves.
 */
export type Init<T> = unknown extends T
  ? T
  : T extends string | number | bigint | boolean
    ? T
    : T extends readonly (infer Element)[]
      ? readonly Init<Element>[]
      : T extends object
        ? { [Name in keyof T]?: Init<T[Name]> | undefined }
        : T;
