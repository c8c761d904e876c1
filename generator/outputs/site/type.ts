import type { ElementContent } from "hast";
import { h } from "hastscript";
import type { Type } from "../../model/api.js";
import type { SymbolId } from "../../model/index.js";
import type { Links } from "./links.js";

/** Returns a type as the code writes it; names in it lead to their declarations. */
export function typeNodes(type: Type, owner: SymbolId, links: Links): ElementContent[] {
  return links.code.typeOf(type, owner).map((part): ElementContent => {
    if (typeof part === "string") return { type: "text", value: part };
    const target = links.target(part.declaration);
    if (target === undefined) return { type: "text", value: part.identifier };
    return h("a", { href: links.addressOf(target) }, part.identifier);
  });
}

/** Returns the facts that a type in code does not show: the range of a number, the form of a string. */
export function typeNote(type: Type, { code, words }: Links): string {
  switch (type.kind) {
    case "integer":
      return type.format;
    case "float":
      return `float${type.bits}`;
    case "time":
      return "RFC 3339";
    case "bytes":
      return "base64";
    case "array":
      return words.items(type.length);
    case "external":
      return code.originOf(type.name);
    default:
      return "";
  }
}
