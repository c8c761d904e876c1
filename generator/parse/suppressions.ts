import type { Code, RootContent } from "mdast";
import { code } from "../source/code.js";
import { isFixed, isRule, suggestRule } from "../source/grade.js";
import type { SourceRange } from "../source/source.js";
import { suggest } from "../source/suggest.js";
import { sourceOf } from "../source/text.js";
import type { ParseContext } from "./context.js";
import type { Suppression } from "./draft.js";
import { isGo } from "./fence.js";
import { codeSpansOf } from "./inline.js";
import { rangeOf } from "./source.js";

const ACTIONS = ["disable-next-line", "disable", "enable"] as const;

/** A comment for the tool: an action, rules, and the reason behind two dashes. */
interface Comment {
  readonly action: string;
  readonly rules: readonly { readonly name: string; readonly range: SourceRange }[];
  readonly hasReason: boolean;
  readonly range: SourceRange;
}

/** A suppression whose end is not known yet. */
type OpenSuppression = Suppression & { end: number };

/** Finds the comments that suppress messages, and reports those that cannot have an effect. */
export function suppressionsIn(
  content: readonly RootContent[],
  context: ParseContext,
): readonly Suppression[] {
  const { text } = context.source;
  if (!text.includes("md2sdk-")) return [];
  const suppressions: OpenSuppression[] = [];
  const open = new Map<string, OpenSuppression>();
  for (const comment of content.flatMap((node) => commentsOf(node, context))) {
    const { range } = comment;
    if (comment.action === "enable") closeRegions(comment, open, context);
    else if (isComplete(comment, context)) {
      const scope =
        comment.action === "disable"
          ? { start: range.end, end: text.length }
          : nextLineOf(text, range.end);
      for (const { name: rule, range: place } of validRules(comment, context)) {
        // A second suppression of the same messages is unused.
        const own = open.has(rule) ? { start: range.end, end: range.end } : scope;
        const suppression: OpenSuppression = { rule, range: place, ...own };
        suppressions.push(suppression);
        if (comment.action === "disable" && !open.has(rule)) open.set(rule, suppression);
      }
    }
  }
  return suppressions;
}

/** The beginning of a comment for the tool in Markdown, and a whole one in Go. */
const IN_MARKDOWN = /<!--\s*md2sdk-/g;
const IN_GO = /\/\/[ \t]*(md2sdk-.*)/g;

function commentsOf(node: RootContent, context: ParseContext): Comment[] {
  if (node.type === "code") return isGo(node) ? goComments(node, context) : [];
  const range = rangeOf(node, context);
  const text = sourceOf(range);
  if (node.type === "html" && text.startsWith("<!--")) {
    return Array.from(text.matchAll(/<!--(\s*)(md2sdk-[^]*?)-->/g), (match) => {
      const { 0: whole, 1: space = "", 2: body = "", index } = match;
      const start = range.start + index;
      const place = { ...range, start, end: start + whole.length };
      return commentOf(body, start + "<!--".length + space.length, place);
    });
  }
  const spans = codeSpansOf(text);
  for (const { 0: found, index } of text.matchAll(IN_MARKDOWN)) {
    if (spans.some(({ start, end }) => index >= start && index < end)) continue;
    const start = range.start + index;
    reportMisplaced({ ...range, start, end: start + found.length }, context);
  }
  return [];
}

function goComments(node: Code, context: ParseContext): Comment[] {
  const range = rangeOf(node, context);
  const text = sourceOf(range);
  return Array.from(text.matchAll(IN_GO)).flatMap((match) => {
    const { 0: whole, 1: body = "", index } = match;
    const start = range.start + index;
    const place = { ...range, start, end: start + whole.length };
    const before = text.slice(text.lastIndexOf("\n", index) + 1, index);
    if (before.trim() === "") return commentOf(body, place.end - body.length, place);
    reportMisplaced(place, context);
    return [];
  });
}

function commentOf(body: string, offset: number, range: SourceRange): Comment {
  const [words = "", reason = ""] = body.split(/\s--(?=\s|$)([^]*)/, 2);
  const [head = ""] = /^\S*/.exec(words) ?? [];
  const rules = Array.from(words.slice(head.length).matchAll(/[^\s,]+/g), ({ 0: name, index }) => {
    const start = offset + head.length + index;
    return { name, range: { ...range, start, end: start + name.length } };
  });
  const action = head.slice("md2sdk-".length);
  return { action, rules, hasReason: reason.trim() !== "", range };
}

function reportMisplaced(range: SourceRange, context: ParseContext): void {
  const expected = "a comment on lines of its own, outside of a text, a list and a table";
  context.report("invalid-suppression", range, { content: "comment for md2sdk here", expected });
}

/** Whether a comment has a known action, rules and a reason; what it lacks is reported. */
function isComplete({ action, rules, hasReason, range }: Comment, context: ParseContext): boolean {
  const { report } = context;
  if (!ACTIONS.some((known) => known === action)) {
    const names = ACTIONS.map((known) => `md2sdk-${known}`);
    const [first = "", second = "", third = ""] = names.map(code);
    const parameters = {
      content: code(`md2sdk-${action}`),
      expected: `${first}, ${second} or ${third}`,
    };
    report("invalid-suppression", range, parameters, {
      hint: suggest(`md2sdk-${action}`, names),
    });
    return false;
  }
  if (rules.length === 0) {
    const parameters = { content: "suppression without a rule", expected: "the rules to suppress" };
    report("invalid-suppression", range, parameters);
  } else if (!hasReason) {
    const parameters = { content: "suppression without a reason", expected: "one behind ` -- `" };
    report("invalid-suppression", range, parameters);
  }
  return rules.length > 0 && hasReason;
}

/** Returns the rules of a comment that can be suppressed; others are reported. */
function validRules({ rules }: Comment, { report }: ParseContext) {
  return rules.flatMap(({ name, range }) => {
    if (!isRule(name)) {
      const parameters = { content: `rule ${code(name)}`, expected: "a known one" };
      report("invalid-suppression", range, parameters, { hint: suggestRule(name) });
      return [];
    }
    if (!isFixed(name)) return [{ name, range }];
    const expected = "a rule of warnings or notices, as errors cannot be suppressed";
    report("invalid-suppression", range, { content: `rule ${code(name)}`, expected });
    return [];
  });
}

/** Ends the suppressions of the rules that a comment names, or all if it names none. */
function closeRegions(
  { rules, range }: Comment,
  open: Map<string, OpenSuppression>,
  context: ParseContext,
): void {
  const named = rules.length > 0 ? rules : Array.from(open.keys(), (name) => ({ name, range }));
  const parameters = {
    content: `\`md2sdk-enable\``,
    expected: "a suppression above it that it ends",
  };
  if (named.length === 0) context.report("invalid-suppression", range, parameters);
  for (const { name, range: place } of named) {
    const suppression = open.get(name);
    if (suppression === undefined) context.report("invalid-suppression", place, parameters);
    else suppression.end = range.start;
    open.delete(name);
  }
}

/** Empty lines, comments of Go, and other comments for the tool. */
const BETWEEN = /[^\n]*\n(?:[ \t]*(?:(?:<!--[ \t]*md2sdk-|\/\/)[^\n]*)?\n)*/y;

/** Returns the offsets of the next line that is neither empty nor such a comment. */
function nextLineOf(text: string, from: number): { readonly start: number; readonly end: number } {
  BETWEEN.lastIndex = from;
  const start = BETWEEN.test(text) ? BETWEEN.lastIndex : text.length;
  const end = text.indexOf("\n", start);
  return { start, end: end === -1 ? text.length : end };
}
