import type { FieldFacts, JsonField, Limits, Sample } from "../model/api.js";
import { descriptionOf, factText } from "./documentation.js";
import { jsonText, members, type Json, type JsonObject } from "./json.js";
import { sampleJson } from "./sample.js";
import { quotedPattern } from "./scalar.js";
import { nullable, scalarOf, typeSchema, type SchemaScope } from "./type.js";

/** Returns the schema of a field in JSON. */
export function fieldSchema(field: JsonField, scope: SchemaScope): JsonObject {
  const { json, isPointer } = field;
  const isQuoted = json.quoted && scalarOf(field.type, scope) !== undefined;
  const bounded = { ...typeSchema(field.type, scope), ...boundsSchema(field.limits) };
  const schema = isQuoted ? quotedSchema(field, bounded, scope) : bounded;
  const isNullable = scope.nulls === "all" || (isPointer && !json.omitEmpty);
  return {
    ...(isNullable ? nullable(schema) : schema),
    ...factsSchema(field, scope, isQuoted),
  };
}

/** Returns the schema of texts that hold the JSON of a scalar: the option `string` of Go. */
function quotedSchema({ type }: JsonField, schema: JsonObject, scope: SchemaScope): JsonObject {
  const scalar = scalarOf(type, scope);
  return members({
    type: "string",
    pattern: scalar && quotedPattern(scalar, scope),
    contentMediaType: "application/json",
    contentSchema: schema,
  });
}

/** Returns what a field says beside its type: in keywords, and else in the description. */
export function factsSchema(field: FieldFacts, scope: SchemaScope, isQuoted = false): JsonObject {
  const { condition, since, values, limits, deprecated, example } = field;
  const valueOf = (sample: Sample | undefined): Json | undefined => {
    if (sample?.value === undefined) return undefined;
    const json = sampleJson(sample.value, scope);
    return isQuoted ? jsonText(json) : json;
  };
  const description = descriptionOf(field, [
    factText("Required", condition),
    factText("Values", values),
    factText("Limits", isExpressed(limits) ? undefined : limits?.text),
    factText("Default", wordsOf(field.default)),
    factText("Example", wordsOf(example)),
    factText("Since", since),
  ]);
  const shown = valueOf(example);
  return members({
    description,
    default: valueOf(field.default),
    examples: shown === undefined ? undefined : [shown],
    deprecated: deprecated === undefined ? undefined : true,
  });
}

/** Returns the text of a sample that is not a value of the type. */
function wordsOf(sample: Sample | undefined): string | undefined {
  return sample?.value === undefined ? sample?.text : undefined;
}

/** Whether keywords say what limits say: none of them counts bytes. */
function isExpressed(limits: Limits | undefined): boolean {
  return limits?.bounds !== undefined && limits.bounds.of !== "bytes";
}

/** Returns the keywords of limits. */
function boundsSchema(limits: Limits | undefined): JsonObject {
  if (limits?.bounds === undefined || limits.bounds.of === "bytes") return {};
  const { of, least, most } = limits.bounds;
  const [minimum, maximum] = KEYWORDS[of];
  return members({ [minimum]: least, [maximum]: most });
}

/** The keywords of the ends of a range, by what it bounds. */
const KEYWORDS = {
  value: ["minimum", "maximum"],
  characters: ["minLength", "maxLength"],
  items: ["minItems", "maxItems"],
} as const;
