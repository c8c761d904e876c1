import type { Field, Model, SampleValue, Type } from "../../model/api.js";
import type { Links } from "./links.js";

/** How deep objects are shown; types may contain themselves. */
const DEEPEST = 6;

/** The most members of a sample: where models have models of many kinds inside, there would be millions. */
const MOST_MEMBERS = 500;

/** Returns a sample of a type in JSON: of the examples, the defaults and the enums of the specification. */
export function sampleJson(type: Type, links: Links): string {
  return new Sampler(links).textOf(type, "");
}

class Sampler {
  readonly #links: Links;
  readonly #open: string[] = [];
  #members = 0;

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
      case "map": {
        const value = this.textOf(type.value, `${indent}  `);
        return this.#block(value === "…" ? [] : [`"": ${value}`], "{}", indent);
      }
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
    let item = this.#links.target(name)?.item;
    // A chain of aliases may be long.
    while (item?.kind === "alias" && item.type.kind === "reference")
      item = this.#links.target(item.type.name)?.item;
    switch (item?.kind) {
      case "enum":
        return scalar(item.members[0]?.value ?? (item.base.kind === "string" ? "" : 0));
      case "alias": {
        const { type } = item;
        return this.#inside(item.name, () => this.textOf(type, indent));
      }
      case "model": {
        const model = item;
        return this.#inside(item.name, () => this.#model(model, indent));
      }
      default:
        return "null";
    }
  }

  /** Returns the text of a type inside of others, or a mark where it is one of them or too deep inside. */
  #inside(name: string, write: () => string): string {
    const isCut = this.#open.includes(name) || this.#open.length >= DEEPEST;
    if (isCut || this.#members >= MOST_MEMBERS) return "…";
    this.#open.push(name);
    const text = write();
    this.#open.pop();
    return text;
  }

  #model(model: Model, indent: string): string {
    const members = (model.json ?? []).flatMap((field) => {
      this.#members += 1;
      const text = this.#field(field, `${indent}  `);
      return text === "…" ? [] : [`${JSON.stringify(field.json.name)}: ${text}`];
    });
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
