import type { RootContent, Table } from "mdast";
import type { ParseContext } from "./context.js";
import { isGoIdentifier } from "../names.js";
import { sourceOf } from "../source/text.js";
import { blockLinesOf } from "./block-lines.js";
import { readCell } from "./cell.js";
import { lineContent } from "./field-line.js";
import { isLabel } from "./field-words.js";
import type { Line } from "./lines.js";
import { rangeOf } from "./source.js";

/**
 * Reports the first API call in the texts of a section that no table of the section has.
 *
 * @returns whether there is one
 */
export function reportStrayCall(
  content: readonly RootContent[],
  tables: readonly Table[],
  context: ParseContext,
): boolean {
  // Beside a table, a fence is an example.
  const fences = tables.length === 0 ? "all" : "none";
  const lines = content.flatMap((node) =>
    node.type === "table" ? cellLinesOf(node, context) : blockLinesOf(node, fences, context),
  );
  const paths = new Paths(
    tables.flatMap((node) => sourceOf(rangeOf(node, context)).match(/\/[^\s`|]*/g) ?? []),
  );
  const call = lines.find(tables.length === 0 ? isCallLine : (line) => isUnlisted(line, paths));
  if (call !== undefined) context.report("stray-row", call.range, { content: "API call" });
  return call !== undefined;
}

function cellLinesOf({ children }: Table, context: ParseContext): Line[] {
  return children
    .flatMap((row) => row.children)
    .map((cell) => readCell(cell, context))
    .map(({ range }) => ({ text: sourceOf(range), range }));
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

function isCallLine({ text }: Line): boolean {
  const [found = ""] = LINE.exec(plain(text)) ?? [];
  const [label = "", value = ""] = found.split(/[:：]/);
  return CALL.test(text) || (ADDRESS.test(label) && value.trim() !== "");
}

/** Tells whether a line is a call of a path that is not among those of a table. */
function isUnlisted({ text }: Line, paths: Paths): boolean {
  const { label, name = label, path } = LINE.exec(plain(text))?.groups ?? {};
  if (path === undefined || (name === undefined ? !CALL.test(text) : !isCallName(name, text))) {
    return false;
  }
  return !paths.has(path);
}

function isCallName(name: string, text: string): boolean {
  return ADDRESS.test(name) || (isGoIdentifier(name) && !isLabel(name) && CALL.test(text));
}

/** The paths of calls; they have a path that is an example of one of them, such as `/users/1` of `/users/{id}`. */
class Paths {
  readonly #paths = new Set<string>();
  /** For each place of parameters in a path: the numbers of its segments that are parameters. */
  readonly #parameters = new Map<string, ReadonlySet<number>>();

  constructor(paths: readonly string[]) {
    for (const path of paths) {
      const parts = path.split("/").entries();
      const numbers = [...parts].filter(([, part]) => part.startsWith("{")).map(([index]) => index);
      this.#parameters.set(numbers.join(), new Set(numbers));
      this.#paths.add(withoutParameters(path, new Set(numbers)));
    }
  }

  has(path: string): boolean {
    return [...this.#parameters.values()].some((numbers) =>
      this.#paths.has(withoutParameters(path, numbers)),
    );
  }
}

function withoutParameters(path: string, numbers: ReadonlySet<number>): string {
  return path
    .split("/")
    .map((part, index) => (numbers.has(index) ? "{}" : part))
    .join("/");
}

function plain(text: string): string {
  return lineContent(text).replaceAll(/[*`]/g, "");
}
