import type { Callback } from "../model/api.js";
import type { SymbolId } from "../model/index.js";
import { typeTexts, type Comparison, type Match } from "./comparison.js";
import { compareItems, documentationKey, itemName } from "./items.js";
import { pairsOf } from "./pairs.js";

/** Compares the messages of all documents, and the replies to them. */
export function compareCallbacks(comparison: Comparison): void {
  const { old, new: now } = comparison;
  for (const role of ["message", "reply"] as const) {
    const ofRole = (callback: Callback) => callback.role === role;
    const [before, after] = [old.callbacks.filter(ofRole), now.callbacks.filter(ofRole)];
    compareItems(
      pairsOf(before, after, itemName, [valuesKey, documentationKey]),
      {
        kind: role,
        added: () => `${role}-added`,
        idOf: callbackId,
        compare: compareCallback,
      },
      comparison,
    );
  }
}

function compareCallback(old: Callback, now: Callback, { name, place, comparison }: Match): void {
  const { changes, types } = comparison;
  for (const part of ["envelope", "message"] as const) {
    const [before, after] = [old[part], now[part]];
    const none = { kind: "any" } as const;
    const owned = {
      old: { owner: callbackId(old), type: before ?? none },
      new: { owner: callbackId(now), type: after ?? none },
    };
    const isSame =
      before === undefined || after === undefined
        ? before === after
        : types.differenceOf(owned.old, owned.new).change === undefined;
    if (isSame) continue;
    const texts =
      before === undefined || after === undefined
        ? { old: before?.name ?? "nothing", new: after?.name ?? "nothing" }
        : typeTexts(owned.old, owned.new, part, comparison);
    changes.add(`${now.role}-type-changed`, { name, part: PARTS[part], ...texts }, place);
  }
  const values = { old: valuesText(old), new: valuesText(now) };
  if (valuesKey(old) !== valuesKey(now))
    changes.add(`${now.role}-values-changed`, { name, ...values }, place);
}

const PARTS = { envelope: "the envelope", message: "the fields" } as const;

/** Returns the values that tell a message from others: `MsgType=text, Event=enter`. */
function valuesText({ conditions }: Callback): string {
  if (conditions.length === 0) return "any";
  return conditions.map(({ field, value }) => `${field}=${value}`).join(", ");
}

/** Returns the same key for the same values in the same places, whatever the fields are called in the specification. */
function valuesKey({ conditions }: Callback): string {
  const keys = conditions.map(({ json, xml, value }) => [json, xml, typeof value, String(value)]);
  return JSON.stringify(keys.map((key) => JSON.stringify(key)).toSorted());
}

/** Returns the identity of a message, or of a reply. */
export function callbackId({ role, name }: Pick<Callback, "role" | "name">): SymbolId {
  return role === "message" ? `callback ${name}` : `reply ${name}`;
}
