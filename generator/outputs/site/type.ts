import type { ElementContent } from "hast";
import { h } from "hastscript";
import { typeText } from "../typescript/emit/type.js";
import type { Type } from "../../model/api.js";
import { addressOf, type Links } from "./links.js";

/** A type as TypeScript writes it, whose names lead to their declarations. */
export function typeNodes(type: Type, links: Links): ElementContent[] {
  switch (type.kind) {
    case "reference": {
      const { names } = type;
      const target = links.target(names.type);
      const href = target && addressOf(target);
      return [href === undefined ? text(names.type) : h("a", { href }, names.type)];
    }
    case "list":
    case "array":
      return [...typeNodes(type.element, links), text("[]")];
    case "map":
      return [text("Record<string, "), ...typeNodes(type.value, links), text(">")];
    default:
      return [text(typeText(type))];
  }
}

/** What the type alone does not say: the range of a number, the form of a string. */
export function typeNote(type: Type): string {
  switch (type.kind) {
    case "integer":
    case "long":
      return type.format;
    case "float":
      return `float${type.bits}`;
    case "time":
      return "RFC 3339";
    case "bytes":
      return "base64";
    case "array":
      return `${type.length} 个`;
    case "external":
      return type.from;
    default:
      return "";
  }
}

function text(value: string): ElementContent {
  return { type: "text", value };
}
