import { code } from "../../../source/code.js";
import { groupBy } from "../../../source/collections.js";
import type { PlanScope } from "./enums.js";
import { definitionOf } from "./places.js";
import type { Field, Type } from "./plan.js";

/** The ends of names of ids: `MsgID`, `ChatIds`, `msg_id`, `id`. */
const ID = /(?:ID|Id|(?:^|_)id)s?$/;

/**
 * Reports ids of 64 bits, which often exceed 2^53 − 1: those that a `number` represents, and those
 * whose representation nobody has chosen. Fields of one name share a message.
 */
export function reportLongIds(
  fields: readonly Field[],
  { index, report, settings }: PlanScope,
): void {
  const unsettled = fields.filter(({ owner, specName, type }) => {
    if (!ID.test(specName) || representationOf(type) === undefined) return false;
    const chosen = settings.chosenInt64({ type: owner, field: specName });
    return chosen === undefined || chosen === "number";
  });
  for (const [name, [field, ...others]] of groupBy(unsettled, ({ specName }) => specName)) {
    if (field === undefined) continue;
    const placeOf = ({ owner }: Field) => definitionOf(`field ${owner}.${name}`, index);
    const own = code(
      `overrides: { ${JSON.stringify(`${field.owner}.${name}`)}: { int64: "string" } }`,
    );
    report(
      "long-id",
      placeOf(field),
      { name, isNumber: representationOf(field.type) === "number" },
      {
        hint: `add ${code('int64: "bigint"')} to the configuration, or ${own} if the id is only passed on`,
        related: others
          .slice(0, 5)
          .map((other) => ({ range: placeOf(other), message: "it is here, too" })),
      },
    );
  }
}

/** Returns the representation of the 64-bit integers that a type consists of. */
function representationOf(type: Type): "number" | "bigint" | "string" | undefined {
  switch (type.kind) {
    case "list":
    case "array":
      return representationOf(type.element);
    case "reference":
      return type.scalar && representationOf(type.scalar);
    case "long":
      return type.representation;
    case "integer":
      return type.format === "int64" || type.format === "uint64" ? "number" : undefined;
    default:
      return undefined;
  }
}
