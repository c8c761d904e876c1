import { closingIndex, partsOf } from "./brackets.js";
import { fits } from "./width.js";

/** The first line of a function, a method or a constructor. */
const FUNCTION = /^((?:export )?(?:async )?function [\w$]+|(?:async )?[\w$]+)\((.*)$/;

/** A parameter, in front of its type. */
const PARAMETER = /^[\w$]+\??(?::| =) /;

/**
 * Breaks the first line of a declaration that is too wide, by the rules of prettier.
 *
 * @returns nothing if the line has another form
 */
export function brokenHead(line: string, indent: string): readonly string[] | undefined {
  return brokenNames(line) ?? brokenAlias(line) ?? brokenFunction(line, indent);
}

/** Breaks a list of names that a module imports or exports; a single name is never broken. */
function brokenNames(line: string): readonly string[] | undefined {
  const [, start = "", names, end = ""] =
    /^((?:import|export) (?:type )?\{) (.+) (\} from ".*";)$/.exec(line) ?? [];
  const each = names?.split(", ");
  if (each === undefined) return undefined;
  return each.length === 1 ? [line] : [start, ...each.map((name) => `  ${name},`), end];
}

/** Breaks an alias of a single name, which has no other place to break. */
function brokenAlias(line: string): readonly string[] | undefined {
  const [, start = "", name] = /^(export type .+ =) ([\w$]+(?:\[\])*;)$/.exec(line) ?? [];
  return name === undefined ? undefined : [start, `  ${name}`];
}

function brokenFunction(line: string, indent: string): readonly string[] | undefined {
  const [, start, rest = ""] = FUNCTION.exec(line) ?? [];
  const end = rest.slice(closingIndex(rest));
  if (start === undefined || !/^\)(?:: .+)? \{$/.test(end)) return undefined;
  const lines = parametersOf(rest.slice(0, -end.length)).map(
    (parameter) => `${indent}  ${parameter},`,
  );
  const all = [`${indent}${start}(`, ...lines, indent + end];
  return all.every(fits) ? all : undefined;
}

/** Splits parameters: a comma in the brackets of a type is in front of none. */
function parametersOf(list: string): string[] {
  const parameters: string[] = [];
  for (const part of partsOf(list, ", ")) {
    if (PARAMETER.test(part)) parameters.push(part);
    else parameters.push([parameters.pop(), part].join(", "));
  }
  return parameters;
}
