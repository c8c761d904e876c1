import type { WiresDraft } from "../go/draft.js";
import type { Model } from "../model/api.js";
import type { Condition } from "../model/condition.js";
import type { CallbackDraft } from "../parse/draft.js";
import type { Report } from "../source/diagnostic.js";

/** A row, and the values that its messages have. */
interface Row {
  readonly draft: CallbackDraft;
  readonly wires: WiresDraft;
  readonly conditions: readonly Condition[];
  /** The model of the fields that all messages of the row have. */
  readonly envelope: Model;
}

/** A row on one wire: the values of its messages by their places. */
interface Entry {
  readonly draft: CallbackDraft;
  /** Tells whether the messages of the row have a field at a place. */
  readonly has: (place: string) => boolean;
  readonly values: ReadonlyMap<string, string>;
}

/** The rows of one envelope whose values have the same places. */
interface Shape extends Pick<Entry, "has"> {
  readonly places: readonly string[];
  readonly entries: Entry[];
  /** The first row of each combination of values, by the places that are compared. */
  readonly firsts: Map<string, Map<string, Entry>>;
}

/**
 * Compares rows in their order, of which the first one that fits a message names it. A row may have fewer values
 * than one above, and then has the rest of the messages.
 */
export class CallbackOrder {
  readonly #shapes = { json: new Map<string, Shape>(), xml: new Map<string, Shape>() };

  /** Adds a row; reports it if an earlier row takes all of its messages, or some that are not all of its own. */
  add({ draft, wires, conditions, envelope }: Row, report: Report): boolean {
    let isTold = false;
    for (const wire of ["json", "xml"] as const) {
      if (!wires[wire]) continue;
      const values = new Map(
        conditions.flatMap((condition) => {
          const place = condition[wire];
          return place === undefined
            ? []
            : [[JSON.stringify(place), valueText(condition)] as const];
        }),
      );
      const shapes = this.#shapes[wire];
      const entry = { draft, values, has: fieldsAt(envelope, wire) };
      if (!isTold) isTold = [...shapes.values()].some((shape) => isInWay(entry, shape, report));
      // A reported row says nothing about the rows below.
      if (!isTold) addTo(shapes, entry, envelope.name);
    }
    return !isTold;
  }
}

/** Reports a row if one of another shape, or of its own, has messages in common with it. */
function isInWay({ draft, values, has }: Entry, shape: Shape, report: Report): boolean {
  // Neither side has all fields of the other one: no message is of both.
  const areApart = shape.places.some((place) => !has(place));
  if (areApart && [...values.keys()].some((place) => !shape.has(place))) return false;
  const shared = shape.places.filter((place) => values.has(place));
  // A row above that has all values of this one, and more, leaves the rest to this one.
  const isSpecial = shared.length === values.size && shape.places.length > values.size;
  if (isSpecial) return false;
  const key = JSON.stringify(shared);
  let firsts = shape.firsts.get(key);
  if (firsts === undefined) {
    firsts = new Map();
    for (const entry of shape.entries.toReversed()) firsts.set(valuesAt(shared, entry), entry);
    shape.firsts.set(key, firsts);
  }
  const first = firsts.get(valuesAt(shared, { values }));
  if (first === undefined) return false;
  const isShadowed = shared.length === shape.places.length;
  const { text: name, range } = draft.name;
  const related = [{ range: first.draft.name.range, message: "the other callback is here" }];
  const parameters = { name, other: first.draft.name.text };
  const isOverridden = draft.isExample === true && first.draft.isExample !== true;
  const rule = isShadowed ? "shadowed-callback" : "ambiguous-callback";
  report(isOverridden ? "overridden-callback" : rule, range, parameters, { related });
  return true;
}

/** Returns a function that tells whether a wire of a model has a field that leads to a place. */
function fieldsAt({ json = [], xml = [] }: Model, wire: "json" | "xml"): Entry["has"] {
  const names = new Set(
    wire === "json"
      ? json.map((field) => field.json.name)
      : xml.map((field) => field.xml.parents[0] ?? field.xml.name),
  );
  return (place) => names.has((JSON.parse(place) as readonly string[])[0] ?? "");
}

function addTo(shapes: Map<string, Shape>, entry: Entry, envelope: string): void {
  const places = [...entry.values.keys()].toSorted();
  const key = JSON.stringify([envelope, places]);
  const { has } = entry;
  const shape: Shape = shapes.get(key) ?? { places, has, entries: [], firsts: new Map() };
  shapes.set(key, shape);
  shape.entries.push(entry);
  for (const [compared, firsts] of shape.firsts) {
    const values = valuesAt(JSON.parse(compared) as string[], entry);
    if (!firsts.has(values)) firsts.set(values, entry);
  }
}

function valuesAt(places: readonly string[], { values }: Pick<Entry, "values">): string {
  return JSON.stringify(places.map((place) => values.get(place)));
}

function valueText({ value }: Condition): string {
  return `${typeof value} ${value}`;
}
