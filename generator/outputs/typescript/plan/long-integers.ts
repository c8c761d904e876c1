import { groupBy } from "../../../source/collections.js";
import type { Call, Declaration, Module, Type, TypeDeclaration } from "./plan.js";

/**
 * Marks the types that may have integers inside which no `number` holds, through any number of others,
 * and the calls of such types.
 */
export function markLongIntegers(modules: readonly Module[]): Module[] {
  const types = modules
    .flatMap(({ declarations }) => declarations)
    .filter((one) => one.kind !== "constant");
  const marked = namesWith(types, hasOwn);
  const mark = (declaration: Declaration): Declaration =>
    "hasLongIntegers" in declaration && marked.has(declaration.names.type)
      ? { ...declaration, hasLongIntegers: true }
      : declaration;
  const isMarked = (type: Call["response"]): boolean =>
    type.kind === "any" || (type.kind === "reference" && marked.has(type.names.type));
  const markCall = (call: Call): Call => ({
    ...call,
    hasLongRequest: isMarked(call.request),
    hasLongResponse: isMarked(call.response),
    answers: call.answers.map((answer) => ({ ...answer, isLong: isMarked(answer.type) })),
    errors: call.errors.map((error) => ({ ...error, isLong: isMarked(error.type) })),
  });
  return modules.map((module) => ({
    ...module,
    declarations: module.declarations.map(mark),
    calls: module.calls.map(markCall),
  }));
}

/** Returns the names of the types that have a property, or that have a type with it inside. */
export function namesWith(
  types: readonly TypeDeclaration[],
  hasProperty: (type: TypeDeclaration) => boolean,
): ReadonlySet<string> {
  const users = usersOf(types);
  const found = new Set<string>();
  const pending = types.filter(hasProperty).map(({ names }) => names.type);
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    for (const { user } of users.get(name) ?? []) pending.push(user);
  }
  return found;
}

/** Returns the types that are made of each type, by its name. */
function usersOf(types: readonly TypeDeclaration[]) {
  const uses = types.flatMap((declaration) =>
    declarationLeaves(declaration).flatMap((part) =>
      part.kind === "reference" ? { used: part.names.type, user: declaration.names.type } : [],
    ),
  );
  return groupBy(uses, ({ used }) => used);
}

function hasOwn(declaration: TypeDeclaration): boolean {
  return declarationLeaves(declaration).some(({ kind }) => KEEPING_DIGITS.has(kind));
}

/** The types whose values may be integers that no `number` holds. */
const KEEPING_DIGITS: ReadonlySet<Type["kind"]> = new Set(["long", "any", "external"]);

/** The types that a declaration is made of: scalars and references. */
export function declarationLeaves(declaration: TypeDeclaration): Type[] {
  switch (declaration.kind) {
    case "model":
      return declaration.fields.flatMap(({ type }) => leavesOf(type));
    case "alias":
      return leavesOf(declaration.type);
    case "enum":
      return [declaration.base];
  }
}

/** Returns the scalars and references in a type: the keys of maps, and then the innermost value. */
export function leavesOf(type: Type): Type[] {
  switch (type.kind) {
    case "list":
    case "array":
      return leavesOf(type.element);
    case "map":
      return [type.key, ...leavesOf(type.value)];
    default:
      return [type];
  }
}
