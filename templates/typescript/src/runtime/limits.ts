/** The limits of a specification, which encoders check. What is absent has none. */
import { report } from "./run.js";
import { isArray } from "./scalar.js";

type Bound = number | bigint | undefined;

/** Checks a number that has been written. */
export function value<T>(json: T, least?: Bound, most?: Bound): T {
  const isNumber = typeof json === "number" || typeof json === "bigint";
  return (isNumber ? excess(json, "", least, most) : undefined) ?? json;
}

/** Checks the length of a text in characters: those of Unicode, of which `𠮷` is one. */
export function characters<T>(json: T, least?: Bound, most?: Bound): T {
  const length = typeof json === "string" ? Array.from(json).length : undefined;
  return (length === undefined ? length : excess(length, "character", least, most)) ?? json;
}

/** Checks the length of a text in bytes of UTF-8. */
export function bytes<T>(json: T, least?: Bound, most?: Bound): T {
  if (typeof json !== "string") return json;
  let length = 0;
  for (const character of json) {
    const point = character.codePointAt(0) ?? 0;
    length += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4;
  }
  return excess(length, "byte", least, most) ?? json;
}

/** Checks the length of a list before its items are written. */
export function items(list: unknown, least?: Bound, most?: Bound): undefined {
  return isArray(list) ? excess(list.length, "item", least, most) : undefined;
}

/** Reports a quantity that is out of bounds. */
function excess(quantity: number | bigint, unit: string, least: Bound, most: Bound): undefined {
  const isLess = least !== undefined && quantity < least;
  const bound = isLess ? least : most;
  if (bound === undefined || (!isLess && quantity <= bound)) return undefined;
  const noun = unit === "" ? "" : ` ${unit}${Number(bound) === 1 ? "" : "s"}`;
  return report(`expected at ${isLess ? "least" : "most"} ${bound}${noun}, got ${quantity}`);
}
