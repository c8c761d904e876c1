import { code } from "../../../source/code.js";
import { groupBy } from "../../../source/collections.js";
import type { PlanScope } from "./enums.js";
import { definitionOf } from "./places.js";
import type { Field } from "./plan.js";

/** How many other fields of one JSON name a message lists. */
const MOST_PLACES = 5;

/**
 * Reports JSON names whose fields become different properties (`ExternalUserid` here,
 * `ExternalUserID` there): once for each, with the line for the configuration and the other fields.
 */
export function reportSpellings(fields: readonly Field[], { index, report }: PlanScope): void {
  const placeOf = ({ owner, specName }: Field) => definitionOf(`field ${owner}.${specName}`, index);
  for (const [wireName, group] of groupBy(fields, (field) => field.wireName)) {
    const property = preferredOf(wireName, group);
    const [other, ...others] = group.filter((field) => field.property !== property);
    const model = group.find((field) => field.property === property);
    if (other === undefined || model === undefined) continue;
    const line = `${JSON.stringify(wireName)}: ${JSON.stringify(property)},`;
    const parameters = { property: other.property, wireName, expected: property };
    report("differing-property", placeOf(other), parameters, {
      hint: `add ${code(line)} to \`rename.wireNames\` of the configuration`,
      related: [model, ...others.slice(0, MOST_PLACES)].map((field, position) => {
        const more = position === MOST_PLACES ? others.length - MOST_PLACES : 0;
        const message = `it is ${code(field.property)} here`;
        return {
          range: placeOf(field),
          message: more > 0 ? `${message}, and ${more} more` : message,
        };
      }),
    });
  }
}

/**
 * Of several spellings one of the JSON name's own letters, then the one that tells most words apart,
 * then the most frequent, then the first.
 */
function preferredOf(wireName: string, group: readonly Field[]): string {
  const isOwn = (property: string) => Number(lettersOf(property) === lettersOf(wireName));
  const spellings = groupBy(group, (field) => field.property);
  const [[preferred] = [""]] = [...spellings].toSorted(([one, uses], [other, otherUses]) => {
    return (
      isOwn(other) - isOwn(one) || humpsOf(other) - humpsOf(one) || otherUses.length - uses.length
    );
  });
  return preferred;
}

function lettersOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{Nd}]/gu, "");
}

function humpsOf(property: string): number {
  return property.match(/\p{Lu}/gu)?.length ?? 0;
}
