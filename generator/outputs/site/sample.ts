import type { Field, Model, SampleValue, Type } from "../../model/api.js";
import type { Links } from "./links.js";

/** How deep objects are shown; models may contain themselves. */
const DEEPEST = 6;

/** Returns a sample of a type in JSON: of the examples, the defaults and the enums of the specification. */
export function sampleJson(type: Type, links: Links): string {
  return new Sampler(links).textOf(type, "");
}

class Sampler {
  readonly #links: Links;
  readonly #open: string[] = [];

  constructor(links: Links) {
    this.#links = links;
  }

  textOf(type: Type, indent: string): string {
    switch (type.kind) {
      case "string":
        return '""';
      case "boolean":
        return "false";
      case "integer":
      case "float":
        return "0";
      case "time":
        return '"2006-01-02T15:04:05Z"';
      case "bytes":
        return '""';
      case "any":
      case "external":
        return "null";
      case "list":
        return this.#listOf(type.element, 1, indent);
      case "array":
        return this.#listOf(type.element, Math.min(type.length, 3), indent);
      case "map":
        return this.#block([`"": ${this.textOf(type.value, `${indent}  `)}`], "{}", indent);
      case "reference":
        return this.#declared(type.name, indent);
    }
  }

  #listOf(element: Type, length: number, indent: string): string {
    const item = this.textOf(element, `${indent}  `);
    if (item === "…") return "[]";
    return this.#block(
      Array.from({ length }, () => item),
      "[]",
      indent,
    );
  }

  #declared(name: string, indent: string): string {
    const item = this.#links.target(name)?.item;
    switch (item?.kind) {
      case "enum":
        return scalar(item.members[0]?.value ?? (item.base.kind === "string" ? "" : 0));
      case "alias":
        return this.textOf(item.type, indent);
      case "model":
        return this.#model(item, indent);
      default:
        return "null";
    }
  }

  #model(model: Model, indent: string): string {
    if (this.#open.includes(model.name) || this.#open.length >= DEEPEST) return "…";
    this.#open.push(model.name);
    const members = (model.json ?? []).flatMap((field) => {
      const text = this.#field(field, `${indent}  `);
      return text === "…" ? [] : [`${JSON.stringify(field.json.name)}: ${text}`];
    });
    this.#open.pop();
    return this.#block(members, "{}", indent);
  }

  #field(field: Field, indent: string): string {
    const { type, example, default: byDefault, json } = field;
    const value = example?.value ?? byDefault?.value;
    const text = value === undefined ? this.textOf(type, indent) : this.#value(value);
    return json?.quoted === true && !text.startsWith('"') ? `"${text}"` : text;
  }

  #value(value: SampleValue): string {
    if (typeof value !== "object" || value === null) return scalar(value);
    switch (value.kind) {
      case "member":
        return this.#member(value.name);
      case "list":
        return `[${value.items.map((item) => this.#value(item)).join(", ")}]`;
      case "map": {
        const entries = value.entries.map(
          ([key, item]) => `${JSON.stringify(key)}: ${this.#value(item)}`,
        );
        return `{ ${entries.join(", ")} }`;
      }
    }
  }

  /** Returns the value of a member; the names of members are global. */
  #member(name: string): string {
    for (const { item } of this.#links.targets) {
      const member = item.kind === "enum" && item.members.find((one) => one.name === name);
      if (member) return scalar(member.value);
    }
    return JSON.stringify(name);
  }

  #block(items: readonly string[], brackets: string, indent: string): string {
    if (items.length === 0) return brackets;
    const lines = items.map((item) => `${indent}  ${item}`).join(",\n");
    return `${brackets[0]}\n${lines}\n${indent}${brackets[1]}`;
  }
}

function scalar(value: string | number | bigint | boolean | null): string {
  return typeof value === "bigint" ? value.toString() : JSON.stringify(value);
}
