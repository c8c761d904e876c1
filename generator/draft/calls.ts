import type { Dialect } from "../dialect/dialect.js";
import type { Call } from "../model/api.js";
import type { DividedRequest } from "./divided.js";
import { documentationOf } from "./documentation.js";
import { codeCell, tableOf, textCell } from "./text.js";
import { goType } from "./type.js";

/** Returns the table of the calls of a document. */
export function callTable(
  calls: readonly Call[],
  divided: ReadonlyMap<Call, DividedRequest>,
  { columns, methods }: Dialect,
): string {
  const { titles, required } = columns.calls;
  const titleOf = (role: keyof typeof titles) => titles[role][0] ?? role;
  const rows = calls.map(
    (call) =>
      new Map([
        [titleOf("name"), codeCell(call.name)],
        [titleOf("request"), requestCell(call, divided.get(call))],
        [titleOf("response"), responseCell(call)],
        [titleOf("token"), call.accessToken === false ? "-" : "+"],
        [titleOf("url"), codeCell(`${methodOf(call, methods)} ${pathOf(call, divided.get(call))}`)],
        ...PARTS.flatMap((part) => {
          const text =
            divided.get(call)?.parts[part] ?? (part === "headers" ? headersText(call) : undefined);
          return text === undefined ? [] : [[titleOf(part), codeCell(text)] as const];
        }),
        ...errorCells(call).map((cell) => [titleOf("errors"), cell] as const),
        [titleOf("doc"), textCell(documentationOf(call))],
      ]),
  );
  const roles = Object.keys(titles) as (keyof typeof titles)[];
  return tableOf(roles.map(titleOf), rows, [...required, "doc" as const].map(titleOf));
}

const PARTS = ["query", "body", "headers"] as const;

/** Returns the fields of a request that are in headers, if it has such beside others. */
function headersText({ headers }: Call): string | undefined {
  return headers?.map((name) => `{${name}}`).join(", ");
}

function requestCell({ request }: Call, divided: DividedRequest | undefined): string {
  if (divided === undefined) return codeCell(goType(request));
  return divided.parts.request === undefined ? "-" : codeCell(divided.parts.request);
}

/** Returns the cell of the response, or of the answers by their status. */
function responseCell({ response, answers = [] }: Call): string {
  const texts = answers.map(({ status, type }) => `${status} ${answerText(type)}`.trimEnd());
  const text = texts.length > 0 ? texts.join(", ") : answerText(response);
  return text === "" ? "-" : codeCell(text);
}

/** Returns the type of an answer, and nothing for one that has none. */
function answerText(type: Call["response"]): string {
  if (type.kind === "text") return "string";
  return type.kind === "binary" || type.kind === "empty" ? "" : goType(type);
}

/** Returns the path of a call without the fields that a column has. */
function pathOf({ path }: Call, divided: DividedRequest | undefined): string {
  return divided?.parts.query === undefined ? path : path.replace(/\?.*/, "");
}

/** Returns the cell of the answers with an error status, if the call has some. */
function errorCells({ errors = [] }: Call): string[] {
  const answers = errors.map(({ status, type }) =>
    status === "default" ? goType(type) : `${status} ${goType(type)}`,
  );
  return answers.length === 0 ? [] : [codeCell(answers.join(", "))];
}

function isForm(transfer: Call["transfer"]): boolean {
  return transfer.carrier === "body" && transfer.isForm === true;
}

/** Returns the words of the dialect for the form of a request. */
function methodOf({ transfer }: Call, methods: Dialect["methods"]): string {
  const [found] = Object.entries(methods).find(
    ([, other]) =>
      other.carrier === transfer.carrier &&
      other.method === transfer.method &&
      other.isBinary === transfer.isBinary &&
      isForm(other) === isForm(transfer),
  ) ?? [transfer.method];
  const file = transfer.carrier === "upload" ? transfer.file : undefined;
  return file === undefined ? found : found.replace(")", `:${file})`);
}
