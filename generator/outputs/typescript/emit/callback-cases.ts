import type { Condition } from "../../../model/condition.js";
import type { Callback, Reference } from "../plan/plan.js";
import { joined, raw, ts, type Code } from "./code.js";
import { callbacks as library, runtime } from "./library.js";
import { literal, stringCode } from "./literal.js";
import { codecPart, xmlPart } from "./reference.js";

/** The message of a row, and the conditions that tell it from others. */
export interface Case {
  readonly conditions: readonly WireCondition[];
  readonly result: Code;
}

/** A value of a message, and the path to it. */
interface WireCondition {
  readonly path: readonly string[];
  readonly value: Condition["value"];
}

/** Returns the case of a message in XML or in JSON. */
export function caseOf({ specName, bases, conditions }: Callback, wire: "xml" | "json"): Case {
  const parts = bases.map((base) => ts`...${parsed(base, wire)}`);
  return {
    conditions: conditions.flatMap((condition) => {
      const path = condition[wire];
      return path === undefined ? [] : [{ path, value: condition.value }];
    }),
    result: ts`return { ${joined([ts`kind: ${stringCode(specName)}`, ...parts], ", ")} };`,
  };
}

/** Returns the tests of cases in their order; neighbours with the same first condition share its test. */
export function casesOf(cases: readonly Case[]): Code[] {
  const runs: Case[][] = [];
  for (const next of cases) {
    const run = runs.at(-1);
    const [first] = run?.[0]?.conditions ?? [];
    const [own] = next.conditions;
    if (run !== undefined && first !== undefined && own !== undefined && isSame(first, own))
      run.push(next);
    else runs.push([next]);
  }
  return runs.flatMap((run) => {
    const [{ conditions, result }, ...others] = run as [Case, ...Case[]];
    const [first] = conditions;
    if (first === undefined) return [result];
    if (others.length === 0)
      return [ts`if (${joined(conditions.map(testOf), " && ")}) {\n${result}\n}`];
    const inner = run.map((each) => ({ ...each, conditions: each.conditions.slice(1) }));
    return [ts`if (${testOf(first)}) {\n${joined(casesOf(inner))}\n}`];
  });
}

function isSame(one: WireCondition, other: WireCondition): boolean {
  return one.value === other.value && one.path.join("\n") === other.path.join("\n");
}

function testOf({ path, value }: WireCondition): Code {
  const text =
    typeof value === "bigint" && Number.isSafeInteger(Number(value)) ? Number(value) : value;
  const names = joined(path.map(stringCode), ", ");
  return ts`${library.messages}.has(message, [${names}], ${raw(literal(text))})`;
}

function parsed(base: Reference, wire: "xml" | "json"): Code {
  return wire === "xml"
    ? ts`${xmlPart(base, "parseXml")}(text)`
    : ts`${runtime.exact}.parse(${codecPart(base, "read")}, text)`;
}
