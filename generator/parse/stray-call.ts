import type { RootContent } from "mdast";
import type { ParseContext } from "./context.js";
import { isGoIdentifier } from "../names.js";
import { sourceOf } from "../source/text.js";
import { blockLinesOf } from "./block-lines.js";
import { contentOf } from "./field-line.js";
import { isLabel } from "./field-words.js";
import type { Line } from "./lines.js";
import { rangeOf } from "./source.js";

/**
 * Reports the first API call in the texts of a section that no table of the section has.
 *
 * @returns whether there is one
 */
export function reportStrayCall(content: readonly RootContent[], context: ParseContext): boolean {
  const tables = content.filter(({ type }) => type === "table");
  // Beside a table, a fence is an example.
  const fences = tables.length === 0 ? "all" : "none";
  const lines = content.flatMap((node) => blockLinesOf(node, fences, context));
  const paths = new Set(
    tables.flatMap((node) => sourceOf(rangeOf(node, context)).match(/\/[^\s`|]*/g) ?? []),
  );
  const call = lines.find(tables.length === 0 ? isCall : (line) => isUnlisted(line, paths));
  if (call !== undefined) context.report("stray-row", call.range, { content: "API call" });
  return call !== undefined;
}

const METHOD = String.raw`(?:GET|POST|PUT|PATCH|DELETE|HEAD)(?:\(\w+\))?`;

/** A method and a path, wherever they are. */
const CALL = new RegExp(String.raw`\b${METHOD}[\s\`*:：]+(?:https?:/)?/\S`);

/** A method, an address or both, behind a label or alone. */
const LINE = new RegExp(
  String.raw`^(?:.*[\t|｜]\s*|(?<label>[^\s:：]+?)\s*[:：]\s*|(?<name>\w+)\s+)?(?:${METHOD}(?![\w/])\s*[:：]?\s*)?(?:(?:https?://[^\s/]+)?(?<path>/[^\s?#]*))?`,
);

/** Labels of a method or an address. */
const ADDRESS = /地址|接口|方式|方法|路径|^(?:url|uri|path|method|endpoint|route)$/i;

function isCall({ text }: Line): boolean {
  const [found = ""] = LINE.exec(plain(text)) ?? [];
  const [label = "", value = ""] = found.split(/[:：]/);
  return CALL.test(text) || (ADDRESS.test(label) && value.trim() !== "");
}

/** Tells whether a line is a call of a path that is not among those of a table. */
function isUnlisted({ text }: Line, paths: ReadonlySet<string>): boolean {
  const { label, name = label, path } = LINE.exec(plain(text))?.groups ?? {};
  if (path === undefined || (name === undefined ? !CALL.test(text) : !isCallName(name, text))) {
    return false;
  }
  return ![...paths].some((known) => isPathOf(path, known));
}

function isCallName(name: string, text: string): boolean {
  return ADDRESS.test(name) || (isGoIdentifier(name) && !isLabel(name) && CALL.test(text));
}

/** Tells whether a path is an example of another, such as `/users/1` of `/users/{id}`. */
function isPathOf(path: string, template: string): boolean {
  const parts = template.split("/");
  const segments = path.split("/");
  return (
    parts.length === segments.length &&
    parts.every((part, index) => part === segments[index] || part.startsWith("{"))
  );
}

function plain(text: string): string {
  return contentOf(text).replaceAll(/[*`]/g, "");
}
