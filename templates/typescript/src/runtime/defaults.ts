/** The defaults of a specification, which `create` fills in. Encoding a value adds nothing to it. */
import type { Codec } from "./codec.js";
import type { Init } from "./init.js";
import type { JsonValue } from "./json.js";

/** Whether the writers of the current run add defaults. */
export let areWanted = false;

/**
 * Makes a codec whose `create` fills in the defaults of its type, and of the models inside.
 *
 * @param empty the value that stands for none
 */
export function codec<T, J extends JsonValue>(plain: Codec<T, J>, empty?: Init<T>): Codec<T, J> {
  return {
    ...plain,
    create: (init = empty) => {
      const outer = areWanted;
      areWanted = true;
      try {
        return plain.create(init);
      } finally {
        areWanted = outer;
      }
    },
  };
}
