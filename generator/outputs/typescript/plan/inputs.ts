import { declarationLeaves, namesWith } from "./long-integers.js";
import type {
  Declaration,
  Field,
  InputMember,
  InputType,
  Module,
  Type,
  TypeDeclaration,
} from "./plan.js";

interface PlannedInputs {
  readonly modules: readonly Module[];
  /** The types that have one for requests. */
  readonly types: readonly TypeDeclaration[];
}

/** Plans the types of requests in which the specification requires something. */
export function planInputs(modules: readonly Module[]): PlannedInputs {
  const types = modules
    .flatMap(({ declarations }) => declarations)
    .filter((one) => one.kind !== "constant");
  const demanding = namesWith(types, ({ kind, ...declaration }) => {
    return (
      kind === "model" && (declaration as { fields: readonly Field[] }).fields.some(isRequired)
    );
  });
  if (demanding.size === 0) return { modules, types: [] };
  const sent = sentTypes(modules, types);
  const inputs = new Set([...demanding].filter((name) => sent.has(name)));
  const planned = modules.map((module) => ({
    ...module,
    declarations: module.declarations.map((declaration) => withInput(declaration, inputs)),
    calls: module.calls.map((call) => ({
      ...call,
      hasInput: call.request.kind === "reference" && inputs.has(call.request.names.type),
    })),
  }));
  return { modules: planned, types: types.filter(({ names }) => inputs.has(names.type)) };
}

/** Returns the names of all types in the requests of calls. */
function sentTypes(
  modules: readonly Module[],
  types: readonly TypeDeclaration[],
): ReadonlySet<string> {
  const byName = new Map(types.map((type) => [type.names.type, type]));
  const requests = modules.flatMap(({ calls }) => calls).map(({ request }) => request);
  const sent = new Set(requests.flatMap((type) => ("names" in type ? [type.names.type] : [])));
  // A loop over a set also visits the elements added during the loop.
  for (const name of sent) {
    const type = byName.get(name);
    for (const leaf of type === undefined ? [] : declarationLeaves(type)) {
      if (leaf.kind === "reference") sent.add(leaf.names.type);
    }
  }
  return sent;
}

function withInput(declaration: Declaration, inputs: ReadonlySet<string>): Declaration {
  if (declaration.kind === "constant" || !inputs.has(declaration.names.type)) return declaration;
  if (declaration.kind === "alias")
    return { ...declaration, input: inputType(declaration.type, inputs) };
  if (declaration.kind !== "model") return declaration;
  const input = declaration.fields.flatMap((field): InputMember[] => {
    const type = inputType(field.type, inputs);
    if (!isRequired(field) && type.kind === "init") return [];
    return [{ property: field.property, isRequired: isRequired(field), type }];
  });
  return { ...declaration, input };
}

function inputType(type: Type, inputs: ReadonlySet<string>): InputType {
  switch (type.kind) {
    case "reference":
      return inputs.has(type.names.type)
        ? { kind: "input", reference: type }
        : { kind: "init", type };
    case "list":
    case "array": {
      const element = inputType(type.element, inputs);
      return element.kind === "init" ? { kind: "init", type } : { kind: "list", element };
    }
    case "map": {
      const element = inputType(type.value, inputs);
      return element.kind === "init" ? { kind: "init", type } : { kind: "map", element };
    }
    default:
      return { kind: "init", type };
  }
}

function isRequired({ facts }: Field): boolean {
  return facts.required === true;
}
