/**
 * How readers and writers say that a value is wrong. They do not know where they are: they refuse
 * the value and go on, so that good values cost nothing but their checks. Where the refused values
 * stand is found out afterwards: by a second run over a traced input (decoding, `trace.ts`), or in
 * the output, which holds the refusals where values should be (encoding, `encode.ts`).
 */

/** Where a value stands: the place of the object or list around it, and its key there. */
export interface Place {
  readonly parent: Place | undefined;
  readonly key: string | number;
}

/** A value that is wrong, and where it stands: nowhere if it is the whole. */
export interface Refusal {
  readonly expected: string;
  readonly actual: unknown;
  place: Place | undefined;
}

/** The refusals of the current run. */
let refusals: Refusal[] = [];

/** The place that was read last, when the input is traced. */
let place: Place | undefined;

/** Notes where the value stands that is read next. */
export function moveTo(next: Place): void {
  place = next;
}

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
