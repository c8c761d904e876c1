import { partsOf } from "./brackets.js";
import { fits } from "./width.js";

/**
 * Breaks a line of code that is too wide, in the forms that emitters make, by the rules of prettier.
 *
 * @returns nothing if the line has another form
 */
export function brokenLine(line: string, indent: string): readonly string[] | undefined {
  const [, condition] = /^if \((.+)\) \{$/.exec(line) ?? [];
  if (condition !== undefined) return brokenCondition(condition, indent);
  const [, returned] = /^return (.+);$/.exec(line) ?? [];
  if (returned !== undefined) {
    return isString(returned) ? [indent + line] : brokenCall(`${indent}return `, returned, ";");
  }
  const [, name, value = "", end = ""] = ASSIGNMENT.exec(line) ?? [];
  return name === undefined ? undefined : brokenValue(indent + name, value, end);
}

/** A member of an object, or an assignment to a property, to an item or to a variable. */
const ASSIGNMENT =
  /^((?:[\w$]+|"[^"\\]*"):|[\w$.]+(?:\[\w+\]|\["[^"\\]*"\])? \+?=|(?:export )?const [\w$]+(?:: [\w$]+(?:<[\w$, [\]]+>)?)? =) (.+)([,;])$/;

function brokenCondition(condition: string, indent: string): readonly string[] | undefined {
  const operands = partsOf(condition, " && ");
  if (operands.length < 2 || partsOf(condition, " || ").length > 1) return undefined;
  const lines = operands.map((operand, index) => {
    return `${indent}  ${operand}${index < operands.length - 1 ? " &&" : ""}`;
  });
  return allFit([`${indent}if (`, ...lines, `${indent}) {`]);
}

/** Breaks what is assigned: operations behind the sign, calls in their brackets. */
function brokenValue(start: string, value: string, end: string): readonly string[] | undefined {
  const inner = `${indentOf(start)}  `;
  const whole = inner + value + end;
  // A list of types, or a name in brackets, may be broken before.
  if (!fits(start) && /, |\[/.test(start)) return undefined;
  if (partsOf(value, " ? ").length > 1) return brokenConditional(start, value, end);
  const [last = "", first] = partsOf(value, value.includes(" ?? ") ? " ?? " : " && ").toReversed();
  if (first !== undefined) return fits(whole) && !isLiteral(last) ? [start, whole] : undefined;
  const callee = CALL.exec(value)?.[1];
  if (callee === undefined || fits(`${start} ${callee}(`)) {
    return brokenCall(`${start} `, value, end);
  }
  const call = fits(whole) ? [whole] : brokenCall(inner, value, end);
  return call && [start, ...call];
}

function brokenConditional(start: string, value: string, end: string) {
  const inner = `${indentOf(start)}  `;
  const [test = "", branches = "", ...others] = partsOf(value, " ? ");
  const [consequent = "", alternate, ...more] = partsOf(branches, " : ");
  const isComparison = / [!=]==? (?:null|undefined|"\w*")$/.test(test);
  if (!isComparison || alternate === undefined || others.length + more.length > 0) return undefined;
  if (fits(inner + value + end)) return [start, inner + value + end];
  const lines = allFit([start, inner + test, `${inner}  ? ${consequent}`]);
  const last = `${inner}  : ${alternate}${end}`;
  const rest = fits(last) ? [last] : brokenCall(`${inner}  : `, alternate, end, `${inner}    `);
  return lines && rest && [...lines, ...rest];
}

/** Breaks a call between its arguments, unless prettier would try to break the last one alone. */
function brokenCall(start: string, code: string, end: string, indent = indentOf(start)) {
  const [, callee = "", list = ""] = CALL.exec(code) ?? [];
  const values = partsOf(list, ", ");
  const [last = ""] = values.slice(-1);
  if (callee === "" || !fits(`${start}${callee}(`)) return undefined;
  if (last === "" || isLiteral(last) || last.includes(" => ")) return undefined;
  // A call with a short argument is not broken between its brackets.
  if (values.length === 1 && !/^[\w$]+[.[(]/.test(last)) return undefined;
  const lines = values.map((value) => argumentLines(value, `${indent}  `));
  if (lines.includes(undefined)) return undefined;
  return [`${start}${callee}(`, ...lines.flatMap((one) => one ?? []), `${indent})${end}`];
}

const CALL = /^((?:\/\* @__PURE__ \*\/ |new )?[\w$.]+(?:<[\w$]+>)?)\((.+)\)$/;

function argumentLines(value: string, indent: string): readonly string[] | undefined {
  if (fits(`${indent}${value},`)) return [`${indent}${value},`];
  const [, members] = /^\{ (.+) \}$/.exec(value) ?? [];
  if (members !== undefined) {
    const lines = partsOf(members, ", ").map((member) => `${indent}  ${member},`);
    return allFit([`${indent}{`, ...lines, `${indent}},`]);
  }
  const [, parameters, call] = /^(\(\w*\) =>) ([\w$.]+\(.*\))$/.exec(value) ?? [];
  return parameters === undefined
    ? undefined
    : allFit([`${indent}${parameters}`, `${indent}  ${call},`]);
}

function allFit(lines: readonly string[]): readonly string[] | undefined {
  return lines.every(fits) ? lines : undefined;
}

function isString(code: string): boolean {
  return /^(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')$/.test(code);
}

/** Whether code is an object or a list with something in it. */
function isLiteral(code: string): boolean {
  return /^(?:\[(?!\]$)|\{(?!\}$))/.test(code);
}

function indentOf(line: string): string {
  return /^ */.exec(line)?.[0] ?? "";
}
