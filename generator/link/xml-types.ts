import type { NamedXmlTagDraft, XmlPlaceDraft } from "../go/draft.js";
import type { GoType } from "../go/ast.js";
import { sourceOf } from "../source/text.js";
import { builtins } from "./builtins.js";
import { isByte, isUnknown, type Scope } from "./types.js";
import { underlyingOf, withoutPointers } from "./underlying.js";

/** The forms of values to encoding/xml; `scalar` is a number, a boolean or a time. */
type Form = "string" | "bytes" | "scalar" | "model" | "list" | "array" | "map" | "any" | "external";

/** The forms that a place can hold, in words. */
const EXPECTED: Readonly<Record<XmlPlaceDraft, string>> = {
  element: "a text, a number, a boolean, a time, a model or a list of one of them",
  any: "a text, a number, a boolean, a time, a model or a list of one of them",
  attribute: "a text, a number, a boolean, a time or a list of one of them",
  anyAttribute: "a text, a number, a boolean, a time or a list of one of them",
  text: "a text, a number, a boolean or a time",
  cdata: "a text, a number, a boolean or a time",
  comment: "a text",
  innerXml: "a text",
};

/** Reports a type that XML does not hold in the place of a field: Go tells so when it reads or writes a value. */
export function reportXmlType(type: GoType, { place }: NamedXmlTagDraft, scope: Scope): void {
  const effect = effectOf(type, place, scope);
  if (effect === undefined) return;
  const parameters = { type: sourceOf(type.range), expected: EXPECTED[place], effect };
  const hint = "the tag `-` keeps the field out of XML";
  scope.report("unsupported-xml-type", type.range, parameters, { hint });
}

/** Returns the effect of a type that a place does not hold, as encoding/xml has it. */
function effectOf(type: GoType, place: XmlPlaceDraft, scope: Scope): string | undefined {
  const form = formOf(type, scope);
  switch (place) {
    case "element":
    case "any":
      return form === "list" ? itemEffect(type, scope) : EFFECTS[form ?? "string"];
    case "attribute":
    case "anyAttribute": {
      const item = form === "list" ? itemForm(type, scope) : form;
      return isText(item) ? undefined : FAILS;
    }
    case "text":
    case "cdata":
      return isText(form) ? undefined : "reading it fails, and writing leaves it out";
    default: {
      const isFit = form === undefined || form === "string" || form === "bytes";
      return isFit ? undefined : "encoding/xml does not read it";
    }
  }
}

const FAILS = "reading and writing a value of it fails";

const EFFECTS: Readonly<Partial<Record<Form, string>>> = {
  any: "reading leaves it out",
  array: "reading an element of it fails",
  external: FAILS,
  map: FAILS,
};

function itemEffect(type: GoType, scope: Scope): string | undefined {
  const item = itemForm(type, scope) ?? "string";
  return item === "list" ? "writing joins the inner lists" : EFFECTS[item];
}

function itemForm(type: GoType, scope: Scope): Form | undefined {
  const list = targetOf(type, scope);
  return list?.kind === "list" ? formOf(list.element, scope) : undefined;
}

function isText(form: Form | undefined): boolean {
  return [undefined, "string", "bytes", "scalar"].includes(form);
}

/** Returns the form of a type behind its names and pointers; nothing for one that has been reported. */
function formOf(type: GoType, scope: Scope): Form | undefined {
  const target = targetOf(type, scope);
  switch (target?.kind) {
    case undefined:
    case "invalid":
    case "pointer":
      return undefined;
    case "list":
      return isByte(target.element, scope) ? "bytes" : "list";
    case "name": {
      if (isUnknown(target, scope)) return undefined;
      const builtin = builtins.get(target.name);
      if (builtin === undefined) return "external";
      return builtin.kind === "string" || builtin.kind === "any" ? builtin.kind : "scalar";
    }
    default:
      return target.kind;
  }
}

/** Follows names and pointers; a cycle of them has been reported. */
function targetOf(type: GoType, { types }: Scope) {
  let current = underlyingOf(withoutPointers(type), types);
  for (const seen = new Set<unknown>(); current.kind === "pointer" && !seen.has(current);) {
    seen.add(current);
    current = underlyingOf(withoutPointers(current), types);
  }
  return current;
}
