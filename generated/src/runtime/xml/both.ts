import { stringify } from "../exact.js";
import type { Init } from "../init.js";
import type { JsonValue } from "../json.js";
import { stringifyXml } from "./codec.js";

/** A codec as far as it makes values. */
interface Creator<T> {
  readonly create: (init?: Init<T>) => T;
}

/**
 * Makes a codec of a model with fields that JSON or XML alone has: its `create` checks and keeps the fields of
 * both. Throws an `EncodeError`.
 *
 * @param fill returns a value with all zero values
 */
export function ofBoth<T, C extends Creator<T>>(
  plain: C & Creator<T>,
  writeJson: (value: Init<T>) => JsonValue,
  writeXml: (value: Init<T>) => string,
  fill: (value: Init<T>) => T,
): C {
  return {
    ...plain,
    create: (init) => {
      const empty = {} as Init<T>;
      if (init !== undefined) {
        stringify(writeJson, init);
        stringifyXml(writeXml, init);
      }
      return fill(init ?? empty);
    },
  };
}
