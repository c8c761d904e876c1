import { literal } from "./emit/literal.js";
import type { Call, Field, Type, TypeDeclaration } from "./plan/plan.js";

/** The types of a package by their identifiers. */
type Types = ReadonlyMap<string, TypeDeclaration>;

/** The width that a line of an example may have. */
const WIDTH = 72;

/** How deep an example shows what is in what, and of how many properties what is inside may be. */
const DEPTH = 3;
const MOST_INSIDE = 20;

/** Returns a statement that makes a call with an instance of the client. */
export function exampleOf(call: Call, instance: string, types: Types): string {
  const { names, request, response, answers, isRequestEmpty, transfer } = call;
  const required = isRequestEmpty ? [] : [exampleValue(request, types, DEPTH)];
  const callArguments = [...(transfer.carrier === "upload" ? [...required, "file"] : required)].map(
    (text) => layout(text, 0),
  );
  const properties =
    answers.length > 0
      ? ["status", "body"]
      : response.kind === "binary"
        ? ["stream", "name", "type"]
        : responseProperties(response, types);
  const result =
    response.kind === "text" && answers.length === 0
      ? "const text = "
      : properties.length === 0
        ? ""
        : `const { ${properties.join(", ")} } = `;
  return `${result}await ${instance}.${names.call}(${callArguments.join(", ")});`;
}

/** Returns the first properties of a response: an example with all of them would be long. */
function responseProperties(response: Call["response"], types: Types): string[] {
  if (response.kind !== "reference") return [];
  const item = types.get(response.names.type);
  if (item?.kind !== "model") return [];
  return (item.json ?? [])
    .map(({ property }) => property)
    .filter((property) => /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(property))
    .slice(0, 3);
}

/** A value in an example: what it is written as, or the entries of an object. */
type Value =
  | string
  | { readonly entries: readonly (readonly [string, Value])[] }
  | { readonly items: readonly Value[] };

function exampleValue(type: Type, types: Types, depth: number): Value {
  switch (type.kind) {
    case "long":
      return type.representation === "bigint" ? "1n" : '"1"';
    case "list":
    case "array":
      return { items: depth > 0 ? [exampleValue(type.element, types, depth - 1)] : [] };
    case "map":
      return { entries: [] };
    case "reference":
      return referenceValue(type.names.type, types, depth);
    default:
      return EXAMPLES[type.kind];
  }
}

const EXAMPLES = {
  any: "{}",
  boolean: "true",
  bytes: '"…"',
  external: "{}",
  float: "1",
  integer: "1",
  string: '"…"',
  time: '"2024-01-01T08:00:00+08:00"',
} as const;

function referenceValue(reference: string, types: Types, depth: number): Value {
  let name = reference;
  let item = types.get(name);
  // Not one call for each of them: chains of names may be long.
  for (const seen = new Set<unknown>(); item?.kind === "alias" && !seen.has(item);) {
    if (item.type.kind !== "reference") break;
    seen.add(item);
    name = item.type.names.type;
    item = types.get(name);
  }
  switch (item?.kind) {
    case "enum": {
      const [first] = item.members;
      if (first === undefined) return item.base.kind === "string" ? '"…"' : "1";
      return item.style === "union" ? literal(first.value) : `${name}.${first.name}`;
    }
    case "alias":
      return exampleValue(item.type, types, depth);
    case "model":
      return { entries: depth > 0 ? exampleEntries(item.json ?? [], types, depth) : [] };
    default:
      return "{}";
  }
}

/** Returns the required properties, or else the first one as an example. */
function exampleEntries(
  fields: readonly Field[],
  types: Types,
  depth: number,
): (readonly [string, Value])[] {
  const required = fields.filter(({ optional }) => !optional);
  const shown = required.length > 0 ? required : fields.slice(0, 1);
  if (depth < DEPTH && shown.length > MOST_INSIDE) return [];
  return shown.map(({ property, type, facts }) => {
    const told = facts.example?.code ?? facts.default?.code;
    return [property, told ?? exampleValue(type, types, depth - 1)] as const;
  });
}

/** A value in one line where it fits, or else with a line for each of its parts. */
function layout(value: Value, indent: number): string {
  const line = inline(value);
  if (typeof value === "string" || line.length + indent <= WIDTH) return line;
  const pad = " ".repeat(indent + 2);
  const end = " ".repeat(indent);
  if ("items" in value) {
    const items = value.items.map((item) => `${pad}${layout(item, indent + 2)},`);
    return `[\n${items.join("\n")}\n${end}]`;
  }
  const entries = value.entries.map(([key, one]) => `${pad}${key}: ${layout(one, indent + 2)},`);
  return `{\n${entries.join("\n")}\n${end}}`;
}

function inline(value: Value): string {
  if (typeof value === "string") return value;
  if ("items" in value) return `[${value.items.map(inline).join(", ")}]`;
  if (value.entries.length === 0) return "{}";
  return `{ ${value.entries.map(([key, one]) => `${key}: ${inline(one)}`).join(", ")} }`;
}
