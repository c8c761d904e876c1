/**
 * How readers and writers say that a value is wrong. They do not know where they are: they refuse
 * the value and go on, so that good values cost nothing but their checks. Where the refused values
 * stand is found out afterwards: by a second run over a traced input (decoding), or in the output,
 * which holds the issues where values should be (encoding).
 */
import { describe, type Issue } from "./issue.js";

/** Where a value stands: the place of the object or list around it, and its key there. */
export interface Place {
  readonly parent: Place | undefined;
  readonly key: string | number;
}

/** A run of a reader or a writer. */
interface Run {
  readonly issues: Issue[];
  /** Where the value stands that was read last, when the input is traced; the whole stands nowhere. */
  place: Place | undefined;
}

let current: Run = { issues: [], place: undefined };

/** Reports a wrong value. The issue stands in for the result, which nobody will see. */
export function refuse(expected: string, actual: unknown): never {
  const { issues, place } = current;
  // Nobody reads more.
  if (issues.length === 100) return {} as never;
  const issue = { path: pathTo(place), message: `expected ${expected}, got ${describe(actual)}` };
  issues.push(issue);
  return issue as never;
}

/**
 * Runs a reader or a writer: what it makes, of use only where there is no issue, and the issues.
 * Runs may nest, for getters of the input can do anything.
 */
export function run<T>(convert: () => T): readonly [result: T, issues: readonly Issue[]] {
  const outer = current;
  const { issues } = (current = { issues: [], place: undefined });
  try {
    return [convert(), issues];
  } catch (error) {
    // JSON values cause no exception but that of an exhausted stack.
    const message =
      error instanceof RangeError ? "nested too deeply" : `expected JSON, got ${String(error)}`;
    return [undefined as never, [{ path: [], message }]];
  } finally {
    current = outer;
  }
}

/**
 * A view of JSON that notes what is read. Readers check a value before they read the next, so that
 * the place noted last is that of the value they refuse; the `length` of a list is never refused.
 */
export function trace(json: unknown, parent?: Place): unknown {
  if (typeof json !== "object" || json === null) return json;
  const isArray = Array.isArray(json);
  // The view of a copy: of a frozen object, a proxy may show nothing but its very members.
  return new Proxy(isArray ? [...json] : { ...json }, {
    get(target, key) {
      current.place = { parent, key: isArray ? Number(key) : String(key) };
      return trace(Reflect.get(target, key), current.place);
    },
  });
}

/** The keys that lead to a place. */
export function pathTo(place: Place | undefined): Issue["path"] {
  const path = [];
  for (let at = place; at; at = at.parent) path.push(at.key);
  path.reverse();
  return path;
}
