import type { Dialect } from "../dialect/dialect.js";
import type { Call } from "../model/api.js";
import { documentationOf } from "./documentation.js";
import { codeCell, tableOf, textCell } from "./text.js";
import { goType } from "./type.js";

/** Returns the table of the calls of a document. */
export function callTable(calls: readonly Call[], { columns, methods }: Dialect): string {
  const { titles, required } = columns.calls;
  const titleOf = (role: keyof typeof titles) => titles[role][0] ?? role;
  const rows = calls.map(
    (call) =>
      new Map([
        [titleOf("name"), codeCell(call.name)],
        [titleOf("request"), codeCell(goType(call.request))],
        [titleOf("response"), codeCell(goType(call.response))],
        [titleOf("token"), call.accessToken ? "+" : "-"],
        [titleOf("url"), codeCell(`${methodOf(call, methods)} ${call.path}`)],
        [titleOf("doc"), textCell(documentationOf(call))],
      ]),
  );
  const roles = Object.keys(titles) as (keyof typeof titles)[];
  return tableOf(roles.map(titleOf), rows, [...required, "doc" as const].map(titleOf));
}

/** Returns the words of the dialect for the form of a request. */
function methodOf({ transfer }: Call, methods: Dialect["methods"]): string {
  const found = Object.entries(methods).find(
    ([, other]) => other.carrier === transfer.carrier && other.method === transfer.method,
  );
  return found?.[0] ?? transfer.method;
}
