import type { Field, Type } from "../ir/api.js";
import { isInherited, member, stringLiteral } from "./literal.js";

/** The body of a model's reader: one object literal in the order of declaration. */
export function readModel(fields: readonly Field[]): string[] {
  if (fields.length === 0) return ["read.object(json);", "return {};"];
  const members = fields.map(
    (field) => `${field.property}: ${readField(field, wireMember(field.wireName))},`,
  );
  return ["const wire = read.object(json);", "return {", ...members, "};"];
}

/** The expression that reads a value of a type. */
export function readValue(type: Type, json: string): string {
  switch (type.kind) {
    case "list":
      return `read.list(${json}, ${reader(type.element)})`;
    case "array":
      return `read.array(${json}, ${type.length}, ${reader(type.element)})`;
    case "map": {
      const key = type.key.kind === "string" ? "" : `, ${reader(type.key)}`;
      return `read.map(${json}, ${reader(type.value)}${key})`;
    }
    default:
      return `${reader(type)}(${json})`;
  }
}

function readField({ type, optional, quoted }: Field, json: string): string {
  if (!quoted) return optional ? `read.optional(${json}, ${reader(type)})` : readValue(type, json);
  const read = (text: string) => `read.quoted(${text}, ${reader(type)})`;
  return optional ? `read.optional(${json}, (text) => ${read("text")})` : read(json);
}

function wireMember(name: string): string {
  return isInherited(name) ? `read.own(wire, ${stringLiteral(name)})` : member("wire", name);
}

/** The function that reads a value of a type. */
function reader(type: Type): string {
  switch (type.kind) {
    case "reference":
      return type.names.read;
    case "list":
    case "array":
    case "map":
      return `(item) => ${readValue(type, "item")}`;
    default:
      return `read.${scalarName(type)}`;
  }
}

/** The runtime's name for a scalar; the 64-bit integers are numbers like `int` and `uint`. */
export function scalarName(type: Exclude<Type, { kind: "reference" | "list" | "array" | "map" }>) {
  switch (type.kind) {
    case "integer":
      return type.format.replace("64", "");
    case "float":
      return `float${type.bits}`;
    default:
      return type.kind;
  }
}
