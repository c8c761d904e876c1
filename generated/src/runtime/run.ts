/**
 * How readers and writers say that a value is wrong. They do not know where they are: they refuse
 * the value and go on, so that good values cost nothing but their checks. Where the refused values
 * stand is found out afterwards, by a second run over a traced input (decoding), or by a walk
 * through the output, which holds the refusals where values should be (encoding).
 */

/** Where a value stands: the place of the object or list around it, and its key there. */
export interface Place {
  readonly parent: Place | undefined;
  readonly key: string | number;
}

/** A wrong value; the whole has no place. */
export interface Refusal {
  readonly expected: string;
  readonly actual: unknown;
  place: Place | undefined;
}

/** The refusals of the current run. */
let refusals: Refusal[] = [];

/** The place that was read last, when the input is traced. */
let place: Place | undefined;

/** Reports a wrong value, and stands in for the result, which nobody will see. */
export function refuse(expected: string, actual: unknown): never {
  const refusal: Refusal = { expected, actual, place };
  refusals.push(refusal);
  return refusal as never;
}

/**
 * Runs a reader or writer: the result, good for use only when nothing was refused, and what was.
 * Runs may nest, for getters of the input can do anything.
 */
export function run<Input, Output>(
  convert: (input: Input) => Output,
  input: Input,
): readonly [output: Output, refusals: readonly Refusal[]] {
  const [outerRefusals, outerPlace] = [refusals, place];
  const ownRefusals: Refusal[] = [];
  refusals = ownRefusals;
  place = undefined;
  try {
    return [convert(input), ownRefusals];
  } finally {
    refusals = outerRefusals;
    place = outerPlace;
  }
}

/** A view of JSON that notes which place is read: readers check a value right after reading it. */
export function trace(json: unknown, parent?: Place): unknown {
  if (typeof json !== "object" || json === null) return json;
  const isArray = Array.isArray(json);
  // The view of a copy: a proxy may not give views of what a frozen object holds.
  return new Proxy(isArray ? [...json] : { ...json }, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (isArray && key === "length") return value;
      place = { parent, key: isArray ? Number(key) : String(key) };
      return trace(value, place);
    },
  });
}

/** Gives the refusals in the output of a writer their places. */
export function locate(json: unknown, found: ReadonlySet<unknown>, at?: Place): void {
  if (typeof json !== "object" || json === null) return;
  if (found.has(json)) {
    (json as Refusal).place = at;
    return;
  }
  for (const [key, value] of Object.entries(json)) {
    locate(value, found, { parent: at, key: Array.isArray(json) ? Number(key) : key });
  }
}
