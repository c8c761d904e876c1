import type { SampleValue } from "../model/api.js";
import type { Json } from "./json.js";
import type { SchemaScope } from "./type.js";

/** Returns the JSON of a value. */
export function sampleJson(value: SampleValue, scope: Pick<SchemaScope, "declarations">): Json {
  if (typeof value !== "object" || value === null) return value;
  switch (value.kind) {
    case "member":
      return memberValue(value.name, scope) ?? value.name;
    case "list":
      return value.items.map((item) => sampleJson(item, scope));
    case "map":
      return Object.fromEntries(
        value.entries.map(([key, member]) => [key, sampleJson(member, scope)]),
      );
  }
}

/** Returns the value of a member of an enum; names of members are global, as all constants are. */
function memberValue(
  name: string,
  { declarations }: Pick<SchemaScope, "declarations">,
): string | number | bigint | undefined {
  for (const declaration of declarations.values()) {
    if (declaration.kind !== "enum") continue;
    const member = declaration.members.find((one) => one.name === name);
    if (member !== undefined) return member.value;
  }
  return undefined;
}
