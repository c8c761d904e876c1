import type { Issue } from "../runtime/issue.js";
import type { Lists } from "../client/parameters.js";
import type { Parameters, Shape } from "./route.js";

/** Returns the JSON text of fields that a request has as texts: in its path, its query, its form or its headers. */
export function jsonOfTexts(
  fields: Iterable<readonly [name: string, text: string]>,
  parameters: Parameters,
  lists: Lists | undefined,
): string {
  const members = new Map<string, string[]>();
  for (const [written, text] of fields) {
    const name = lists === "brackets" ? written.replace(/\[\]$/, "") : written;
    const texts = lists === "comma" && parameters.lists?.includes(name) ? text.split(",") : [text];
    members.set(name, [...(members.get(name) ?? []), ...texts]);
  }
  const entries = [...members].flatMap(([name, texts]) => {
    const values = texts.map((text) => valueOf(name, text, parameters));
    const isList = parameters.lists?.includes(name) === true;
    // An empty parameter is an absent one.
    if (!isList && texts.at(-1) === "") return [];
    return [`${JSON.stringify(name)}:${isList ? `[${values.join()}]` : values.at(-1)}`];
  });
  return `{${entries.join()}}`;
}

/** Returns a text as JSON; one that is not a number where one is expected stays a text, which its codec refuses. */
function valueOf(name: string, text: string, { numbers, booleans }: Parameters): string {
  const isNumber = numbers?.includes(name) === true && /^-?\d+(?:\.\d+)?$/.test(text);
  const isBoolean = booleans?.includes(name) === true && /^(?:true|false)$/.test(text);
  return isNumber || isBoolean ? text : JSON.stringify(text);
}

/** Returns an issue for each required member that a request lacks. */
export function missingIn(
  json: unknown,
  shape: Shape | undefined,
  path: Issue["path"] = [],
): Issue[] {
  if (shape === undefined || typeof json !== "object" || json === null) return [];
  if (Array.isArray(json)) {
    return json.flatMap((item, index) => missingIn(item, shape, [...path, index]));
  }
  const { required = [], inside } = shape;
  const members = json as Readonly<Record<string, unknown>>;
  const valueIn = (name: string) => (Object.hasOwn(members, name) ? members[name] : undefined);
  return [
    ...required.flatMap((name) => {
      const isGiven = (valueIn(name) ?? undefined) !== undefined;
      return isGiven ? [] : [{ path: [...path, name], message: "expected a value, got nothing" }];
    }),
    ...Object.entries(inside?.() ?? {}).flatMap(([name, one]) =>
      missingIn(valueIn(name), one, [...path, name]),
    ),
  ];
}

/** Returns an issue in words. */
export function wordsOf({ path, message }: Issue): string {
  const place = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("");
  return place === "" ? message : `${place.replace(/^\./, "")}: ${message}`;
}
