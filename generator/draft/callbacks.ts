import type { CallbackRole, Columns } from "../dialect/dialect.js";
import type { Callback } from "../model/api.js";
import type { Condition } from "../model/condition.js";
import { documentationOf } from "./documentation.js";
import type { FieldNames } from "./field-names.js";
import { codeCell, literalOf, tableOf, textCell, type Cells } from "./text.js";
import { goType } from "./type.js";

/**
 * Returns the tables of the callbacks of a document: those of messages, then those of replies. A table has rows of
 * one envelope, as the titles of its columns are fields of that, or of envelopes that all have these fields. The
 * rows keep their order, in which the first one that fits a message names it.
 */
export function callbackTables(
  callbacks: readonly Callback[],
  columns: Columns<CallbackRole>,
  names: FieldNames,
): string[] {
  return (["message", "reply"] as const)
    .flatMap((role) =>
      runsOf(
        callbacks.filter((callback) => callback.role === role),
        names,
      ),
    )
    .map((run) => callbackTable(run, columns, names));
}

/** Cuts a list where both the envelope and the columns change. */
function runsOf(callbacks: readonly Callback[], names: FieldNames): Callback[][] {
  const runs: Callback[][] = [];
  for (const callback of callbacks) {
    const last = runs.at(-1);
    const [first] = last ?? [];
    const isAlike =
      first?.envelope.name === callback.envelope.name ||
      (last !== undefined &&
        last.every((other) => columnsOf(other, names) === columnsOf(callback, names)));
    if (last !== undefined && isAlike) last.push(callback);
    else runs.push([callback]);
  }
  return runs;
}

/** Returns the titles of the columns for the values of a callback. */
function columnsOf({ conditions, envelope }: Callback, names: FieldNames): string {
  return conditions.map(({ field }) => names.pathOf(field, envelope)).join(" ");
}

function callbackTable(
  callbacks: readonly Callback[],
  { titles }: Columns<CallbackRole>,
  names: FieldNames,
): string {
  const titleOf = (role: CallbackRole) => titles[role][0] ?? role;
  const role = titleOf(callbacks[0]?.role ?? "message");
  const conditions = callbacks.flatMap((callback) =>
    callback.conditions.map(({ field }) => names.pathOf(field, callback.envelope)),
  );
  const rows = callbacks.map(
    (callback): Cells =>
      new Map([
        [titleOf("name"), codeCell(callback.name)],
        [titleOf("envelope"), codeCell(goType(callback.envelope))],
        [role, callback.message === undefined ? "" : codeCell(goType(callback.message))],
        ...callback.conditions.map((condition): [string, string] => [
          names.pathOf(condition.field, callback.envelope),
          valueCell(condition),
        ]),
        [titleOf("doc"), textCell(documentationOf(callback))],
      ]),
  );
  const shared = [titleOf("name"), titleOf("envelope"), role];
  const columns = [...shared, ...new Set(conditions), titleOf("doc")];
  return tableOf(columns, rows, columns);
}

/** Returns a value as code; back-ticks are those of Markdown. */
function valueCell({ constant, value }: Condition): string {
  return codeCell(constant ?? literalOf(value).replaceAll("`", String.raw`\u0060`));
}
