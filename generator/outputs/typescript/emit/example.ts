import { isIdentifier } from "../../../names.js";
import type { Call } from "../plan/plan.js";

/** The longest line of an example. */
const WIDTH = 76;

/** The words that name no variable in a module. */
const RESERVED = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends false " +
    "finally for function if implements import in instanceof interface let new null package private protected public return " +
    "static super switch this throw true try typeof var void while with yield"
  ).split(" "),
);

/** Returns an example of a call, as a method of the client or as a function. */
export function callExample(call: Call, instance: string, isMethod: boolean): string {
  const { response, isResponseEmpty, names } = call;
  const hasValue = response.kind !== "empty" && !isResponseEmpty;
  const value =
    response.kind === "binary" ? "{ stream, type, name }" : hasValue ? "answer" : undefined;
  const head = value === undefined ? "await " : `const ${value} = await `;
  return `${head}${invocation(names.call, call, instance, isMethod)};`;
}

/** Returns an example of a loop over the items of all pages. */
export function itemsExample(call: Call, instance: string, isMethod: boolean): string {
  const items = invocation(call.names.items, call, instance, isMethod);
  return `for await (const item of ${items}) console.log(item);`;
}

function invocation(name: string, call: Call, instance: string, isMethod: boolean): string {
  const invoked = (isLong: boolean) => {
    const values = argumentsExample(call, isLong);
    return isMethod
      ? `${instance}.${name}(${values.join(", ")})`
      : `${name}(${[instance, ...values].join(", ")})`;
  };
  const line = invoked(false);
  return line.length <= WIDTH ? line : invoked(true);
}

/**
 * Returns the arguments of a call behind the client: a request with the properties that it must have, and a file.
 *
 * @param isLong whether each property has a line of its own
 */
export function argumentsExample(call: Call, isLong = false): string[] {
  const file = call.transfer.carrier === "upload" ? ["{ name, data }"] : [];
  if (call.isRequestEmpty) return file;
  const members = call.demanded.map(({ property, code }) => {
    if (code !== undefined) return `${property}: ${code}`;
    return isVariable(property) ? property : `${property}: value`;
  });
  return [requestText(members, isLong), ...file];
}

function isVariable(property: string): boolean {
  return isIdentifier(property) && !RESERVED.has(property);
}

function requestText(members: readonly string[], isLong: boolean): string {
  if (members.length === 0) return "{}";
  if (!isLong) return `{ ${members.join(", ")} }`;
  return `{\n${members.map((member) => `  ${member},\n`).join("")}}`;
}
