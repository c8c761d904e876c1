import { isGoIdentifier } from "../../../names.js";
import { raw, ts, type Code } from "./code.js";

/** A string literal; prettier chooses its quotes. What nobody sees in an editor is escaped. */
export function stringLiteral(text: string): string {
  return JSON.stringify(text).replaceAll(INVISIBLE, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** Controls, line separators, bidirectional controls and spaces without a width. */
const INVISIBLE = /[\u007f-\u00a0\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/g;

/** A literal of a constant's or an enum member's value. */
export function literal(value: string | number | bigint | boolean): string {
  if (typeof value === "string") return stringLiteral(value);
  return typeof value === "bigint" ? `${value}n` : String(value);
}

/** A string literal as code. */
export function stringCode(text: string): Code {
  return raw(stringLiteral(text));
}

/** The access to a property. */
export function member(object: Code, name: string): Code {
  return isGoIdentifier(name) ? ts`${object}.${raw(name)}` : ts`${object}[${stringCode(name)}]`;
}

/** Whether every object has a property of that name, so that reading it must ask for its own. */
export function isInherited(name: string): boolean {
  return name in Object.prototype;
}
