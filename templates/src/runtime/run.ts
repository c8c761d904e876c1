/**
 * How readers and writers say that a value is wrong. They do not know where they are: they refuse
 * the value and go on, so that good values cost nothing but their checks. Where the refused values
 * stand is found out afterwards: by a second run over a traced input (decoding, `trace.ts`), or in
 * the output, which holds the issues where values should be (encoding, `encode.ts`).
 */
import { describe, type Issue } from "./issue.js";

/** Where a value stands: the place of the object or list around it, and its key there. */
export interface Place {
  readonly parent: Place | undefined;
  readonly key: string | number;
}

/** The issues of the current run. */
let issues: Issue[] = [];

/** The place that was read last, when the input is traced. */
let place: Place | undefined;

/** Notes where the value stands that is read next. */
export function moveTo(next: Place): void {
  place = next;
}

/** Reports a wrong value. The issue stands in for the result, which nobody will see. */
export function refuse(expected: string, actual: unknown): never {
  const issue = { path: pathTo(place), message: `expected ${expected}, got ${describe(actual)}` };
  issues.push(issue);
  return issue as never;
}

/**
 * Runs a reader or a writer: what it makes, of use only where there is no issue, and the issues.
 * Runs may nest, for getters of the input can do anything.
 */
export function run<Input, Output>(
  convert: (input: Input) => Output,
  input: Input,
): readonly [output: Output, issues: readonly Issue[]] {
  const outerIssues = issues;
  const outerPlace = place;
  const ownIssues: Issue[] = [];
  issues = ownIssues;
  place = undefined;
  try {
    return [convert(input), ownIssues];
  } catch (error) {
    // JSON values cause no exception but that of an exhausted stack.
    const message =
      error instanceof RangeError ? "nested too deeply" : `expected JSON, got ${error}`;
    return [undefined as never, [{ path: [], message }]];
  } finally {
    issues = outerIssues;
    place = outerPlace;
  }
}

export function pathTo(last: Place | undefined): (string | number)[] {
  const path = [];
  for (let at = last; at !== undefined; at = at.parent) path.push(at.key);
  path.reverse();
  return path;
}
