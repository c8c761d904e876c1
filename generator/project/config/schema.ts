import * as v from "valibot";
import { isFixed, type RuleLevels } from "../../source/grade.js";
import { rules, type RuleId } from "../../source/rules.js";
import { schema as jsonSchema } from "../../outputs/json-schema/schema.js";
import { schema as openapi } from "../../outputs/openapi/schema.js";
import { schema as typescript } from "../../outputs/typescript/schema.js";
import { dialect } from "./dialect-schema.js";
import type { SeveralPackages, SinglePackage } from "./type.js";

const level = v.picklist(["off", "notice", "warning", "error"]);

const fixedLevel = v.literal("error", "`error`, which this rule cannot be graded down from");

const levels = (Object.keys(rules) as RuleId[]).map((id) => {
  return [id, v.optional(isFixed(id) ? fixedLevel : level)] as const;
});

/** The rules by their ids. */
const ruleLevels = v.strictObject(Object.fromEntries(levels)) satisfies v.GenericSchema<
  unknown,
  RuleLevels
>;

const project = {
  // Editors find the schema of a configuration in JSON by this key.
  $schema: v.optional(v.string()),
  rules: v.optional(ruleLevels),
};

/** The settings of a specification that several packages can share. */
const shared = {
  dialect: v.optional(dialect),
  spec: v.optional(v.union([v.string(), v.array(v.string())], "a text, or a list of texts")),
  unresolved: v.optional(v.picklist(["error", "unknown"])),
};

const specification = {
  ...shared,
  dialects: v.optional(v.record(v.string(), dialect)),
};

const out = v.optional(v.string());

/** The short form of a configuration. */
export const singlePackage = v.strictObject({
  ...project,
  ...specification,
  out,
  ...typescript.entries,
}) satisfies v.GenericSchema<unknown, SinglePackage>;

const output = v.variant(
  "target",
  [
    v.strictObject({ target: v.literal("typescript"), out, ...typescript.entries }),
    v.strictObject({ target: v.literal("openapi"), out, ...openapi.entries }),
    v.strictObject({ target: v.literal("json-schema"), out, ...jsonSchema.entries }),
    v.strictObject({
      target: v.literal("site"),
      out,
      title: v.optional(v.string()),
      language: v.optional(v.picklist(["en", "zh"])),
    }),
  ],
  "`typescript`, `openapi`, `json-schema` or `site`",
);

/** The form of a configuration with several outputs. */
export const packages = v.strictObject({
  ...project,
  ...shared,
  packages: v.pipe(
    v.array(
      v.strictObject({
        ...specification,
        outputs: v.pipe(v.array(output), v.minLength(1, "at least one output")),
      }),
      "a list of packages",
    ),
    v.minLength(1, "at least one package"),
  ),
}) satisfies v.GenericSchema<unknown, SeveralPackages>;
