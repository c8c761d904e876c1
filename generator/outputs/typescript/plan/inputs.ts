import { modelOf } from "./aliases.js";
import { declarationLeaves, namesWith } from "./long-integers.js";
import type {
  Call,
  Callbacks,
  Declaration,
  ExampleMember,
  Field,
  InputMember,
  InputType,
  Model,
  Module,
  Reply,
  Type,
  TypeDeclaration,
} from "./plan.js";

interface PlannedInputs {
  readonly modules: readonly Module[];
  /** The types that have one for requests. */
  readonly types: readonly TypeDeclaration[];
}

/**
 * Plans the types of requests and replies in which something is demanded: in replies what the specification requires, in
 * requests all that it does not call optional.
 */
export function planInputs(modules: readonly Module[]): PlannedInputs {
  const types = modules
    .flatMap(({ declarations }) => declarations)
    .filter((one) => one.kind !== "constant");
  const replies = modules.flatMap(({ callbacks }) => callbacks?.replies ?? []);
  const requests = modules.flatMap(({ calls }) => calls).map(({ request }) => request);
  const requested = sentTypes(requests, types);
  const byName = new Map(types.map((type) => [type.names.type, type]));
  const continued = continuedRequests(modules, byName);
  const given = new Map(replies.map((reply) => [reply.names.type, givenProperties(reply)]));
  const required = (model: Model) => {
    const ofMessage = given.get(model.names.type);
    const first = continued.get(model.names.type);
    const isNeeded = (field: Field) =>
      requested.has(model.names.type) && field.property !== first
        ? isDemanded(field)
        : isRequired(field);
    const demanded = model.fields.filter(isNeeded);
    return new Set(demanded.filter(({ property }) => !ofMessage?.has(property)));
  };
  const demanding = namesWith(types, (type) => type.kind === "model" && required(type).size > 0);
  if (demanding.size === 0) return { modules, types: [] };
  const sent = sentTypes([...requests, ...replies], types);
  const inputs = new Set([...demanding].filter((name) => sent.has(name)));
  const planned = modules.map(({ callbacks, ...module }) => ({
    ...module,
    ...(callbacks !== undefined && { callbacks: withInputs(callbacks, inputs) }),
    declarations: module.declarations.map((declaration) =>
      withInput(declaration, inputs, required),
    ),
    calls: module.calls.map((call) => withDemanded(call, { inputs, byName, required })),
  }));
  return { modules: planned, types: types.filter(({ names }) => inputs.has(names.type)) };
}

interface Demand {
  /** The names of the types that have one for requests. */
  readonly inputs: ReadonlySet<string>;
  readonly byName: ReadonlyMap<string, TypeDeclaration>;
  readonly required: (model: Model) => ReadonlySet<Field>;
}

function withDemanded(call: Call, { inputs, byName, required }: Demand): Call {
  if (call.request.kind !== "reference" || !inputs.has(call.request.names.type)) return call;
  const model = modelOf(call.request, byName);
  const fields = model === undefined ? [] : [...required(model)];
  const demanded = fields.map(({ property, facts }): ExampleMember => {
    return { property, code: facts.example?.code };
  });
  return { ...call, hasInput: true, demanded };
}

/** Returns the properties that lead to later pages, by the models of requests: the first page needs none. */
function continuedRequests(
  modules: readonly Module[],
  byName: ReadonlyMap<string, TypeDeclaration>,
): ReadonlyMap<string, string> {
  const calls = modules.flatMap((module) => module.calls);
  return new Map(
    calls.flatMap(({ request, paging }) => {
      const model = request.kind === "any" ? undefined : modelOf(request, byName);
      if (model === undefined || paging === undefined) return [];
      return [[model.names.type, paging.by === "cursor" ? paging.cursor : paging.offset] as const];
    }),
  );
}

function isRequired({ facts }: Field): boolean {
  return facts.required === true;
}

/** Tells whether requests must have a property: the specification does not call it optional, has no default for it. */
function isDemanded({ optional, facts }: Field): boolean {
  const { required, condition, default: value } = facts;
  return required ?? !(optional || condition !== undefined || value !== undefined);
}

/** Returns the properties that a reply takes from its message, and those that its type has a value for. */
function givenProperties({ values, parties: { to, from, time } }: Reply): ReadonlySet<string> {
  const taken = [to, from, time?.property].filter((property) => property !== undefined);
  return new Set([...values.map(({ property }) => property), ...taken]);
}

function withInputs(callbacks: Callbacks, inputs: ReadonlySet<string>): Callbacks {
  const replies = callbacks.replies.map((reply) => {
    return { ...reply, hasInput: inputs.has(reply.names.type) };
  });
  return { ...callbacks, replies };
}

/** Returns the names of all types in requests and replies. */
function sentTypes(
  whole: readonly (Type | Reply)[],
  types: readonly TypeDeclaration[],
): ReadonlySet<string> {
  const byName = new Map(types.map((type) => [type.names.type, type]));
  const sent = new Set(whole.flatMap((type) => ("names" in type ? [type.names.type] : [])));
  // A loop over a set also visits the elements added during the loop.
  for (const name of sent) {
    const type = byName.get(name);
    for (const leaf of type === undefined ? [] : declarationLeaves(type)) {
      if (leaf.kind === "reference") sent.add(leaf.names.type);
    }
  }
  return sent;
}

function withInput(
  declaration: Declaration,
  inputs: ReadonlySet<string>,
  requiredOf: (model: Model) => ReadonlySet<Field>,
): Declaration {
  if (declaration.kind === "constant" || !inputs.has(declaration.names.type)) return declaration;
  if (declaration.kind === "alias")
    return { ...declaration, input: inputType(declaration.type, inputs) };
  if (declaration.kind !== "model") return declaration;
  const required = requiredOf(declaration);
  const input = declaration.fields.flatMap((field): InputMember[] => {
    const type = inputType(field.type, inputs);
    if (!required.has(field) && type.kind === "init") return [];
    return [{ property: field.property, isRequired: required.has(field), type }];
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
