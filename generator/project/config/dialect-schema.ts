import * as v from "valibot";
import {
  dialects,
  type ColumnRole,
  type DialectConfig,
  type DialectName,
  type DialectSetting,
} from "../../dialect/config.js";
import { MEANING_ROLES, type HeadingRole } from "../../dialect/dialect.js";
import { go } from "../../dialect/go.js";
import { namesInGoType } from "../../dialect/go-type.js";
import { endpointOf } from "../../parse/endpoint.js";
import { oneOf } from "../../source/code.js";
import { collectDiagnostics } from "../../source/diagnostic.js";

const columnRoles = [
  "name",
  "identifier",
  "tag",
  "xml",
  "type",
  "doc",
  "note",
  "position",
  "value",
  ...MEANING_ROLES,
  "ignore",
] as const satisfies readonly ColumnRole[];

const headingRoles = [
  "model",
  "enum",
  "call",
  "request",
  "response",
  "root",
  "part",
  "headers",
  "errors",
  "method",
  "url",
  "fields",
  "text",
  "note",
  "example",
  "ignore",
] as const satisfies readonly HeadingRole[];

const names = Object.keys(dialects) as DialectName[];

const heading = v.pipe(
  v.strictObject({
    match: v.pipe(
      v.string(),
      v.check((text) => groupsIn(text) !== undefined, "a regular expression"),
    ),
    matchCase: v.optional(v.boolean()),
    role: v.picklist(headingRoles),
    name: v.optional(v.string()),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { match, name = "" } = dataset.value;
    const groups = groupsIn(match);
    if (groups === undefined || partsIn(name).every((part) => part <= groups)) return;
    const message = `a name with ${groups === 0 ? "no group, as the expression has none" : `the groups up to \`$${groups}\``}`;
    addIssue({ path: [keyOf(dataset.value, "name")], input: name, message });
  }),
);

const goType = v.pipe(
  v.string(),
  v.check(
    (text) => namesInGoType(text).every((name) => NAME.test(name)),
    "a type such as `string`, `[]int64`, `map[string]any` or the name of a model",
  ),
);

/** Types by patterns; each type consists of types that its pattern has. */
const typePatterns = v.pipe(
  v.record(v.string(), v.string()),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    for (const [key, value] of Object.entries(dataset.value)) {
      const path: [v.IssuePathItem] = [keyOf(dataset.value, key)];
      const isPart = (part: string) => /^\$[12]$/.test(part) && key.includes(part);
      if (!key.includes("$1")) addIssue({ path, input: key, message: "a pattern with `$1`" });
      else if (!namesInGoType(value).every((part) => NAME.test(part) || isPart(part)))
        addIssue({ path, input: value, message: "a type such as `[]$1`" });
    }
  }),
);

function keyOf(input: Record<string, unknown>, key: string): v.IssuePathItem {
  return { type: "object", origin: "value", input, key, value: input[key] };
}

/** The roles of columns with Go's identifiers and tags, which documents with headings of any text do not have. */
const goRoles: ReadonlySet<string> = new Set<ColumnRole>(["identifier", "tag", "xml"]);

const extension = v.pipe(
  v.strictObject({
    extends: v.picklist(names),
    columns: v.optional(v.record(v.string(), v.picklist(columnRoles))),
    types: v.optional(v.record(v.string(), goType)),
    typePatterns: v.optional(typePatterns),
    answers: v.optional(v.record(v.string(), v.boolean())),
    headings: v.optional(v.array(heading)),
    examples: v.optional(v.picklist(["column", "example"])),
    token: v.optional(v.string()),
    envelope: v.optional(v.array(v.string())),
    action: v.optional(
      v.pipe(v.string(), v.check(isEndpoint, "a method and a path such as `POST /api/$1`")),
    ),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { extends: base, columns = {} } = dataset.value;
    if (dialects[base].layout !== "headings") return;
    for (const [title, role] of Object.entries(columns)) {
      if (!goRoles.has(role)) continue;
      const path: [v.IssuePathItem, v.IssuePathItem] = [
        keyOf(dataset.value, "columns"),
        keyOf(columns, title),
      ];
      addIssue({ path, input: role, message: `a role of columns in the dialect \`${base}\`` });
    }
  }),
) satisfies v.GenericSchema<unknown, DialectConfig>;

const name = v.picklist(names, `${oneOf(names)}, or an object that extends one of them`);

/** Both forms of a dialect, for readers who do not have the value: which of them is meant shows there. */
export const dialectForms = v.union([name, extension]);

/** A dialect by its name, or one that extends it. */
export const dialect = v.lazy((value): v.GenericSchema<unknown, DialectSetting> => {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? extension : name;
});

/** The name of a type of Go, or of a model. */
const NAME = /^[\p{L}_][\p{L}\p{Nd}_]*(?:\.[\p{L}_][\p{L}\p{Nd}_]*)?$/u;

/** Returns the number of groups of a regular expression; undefined for any other text. */
function groupsIn(text: string): number | undefined {
  try {
    return (new RegExp(`${text}|`, "iu").exec("")?.length ?? 1) - 1;
  } catch {
    return undefined;
  }
}

/** Returns the numbers behind dollar signs. */
function partsIn(text: string): number[] {
  return Array.from(text.matchAll(/\$(\d)/g), ([, digit]) => Number(digit));
}

/** Tells whether a text with a name for `$1` is an endpoint. */
function isEndpoint(text: string): boolean {
  const endpoint = text.replaceAll("$1", "name");
  const source = { path: "", text: endpoint };
  const range = { source, start: 0, end: endpoint.length };
  const { report } = collectDiagnostics();
  if (/\$\d/.test(endpoint)) return false;
  return endpointOf({ text: endpoint, range }, { dialect: go, report }) !== undefined;
}
