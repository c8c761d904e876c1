/** The defaults of a specification, which `create` fills in. Encoding a value adds nothing to it. */
import type { Init } from "./init.js";

/** Whether the writers of the current run add defaults. */
export let areWanted = false;

/** A codec as far as it makes values. */
interface Creator<T> {
  readonly create: (init?: Init<T>) => T;
}

/**
 * Makes a codec whose `create` fills in the defaults of its type, and of the models inside.
 *
 * @param empty the value that stands for none
 */
export function codec<T, C extends Creator<T>>(plain: C & Creator<T>, empty?: Init<T>): C {
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
