import formatsModule from "ajv-formats";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { impliedTarget } from "../../generator/project/config/targets.js";
import type { JsonSchemaOptions } from "../../generator/outputs/json-schema/options.js";
import { hasErrors } from "../../generator/source/diagnostic.js";
import type { SpecFile } from "../../generator/source/spec-file.js";
import { generateTargets } from "./targets.js";

/** The types of a CommonJS module describe what `require` returns. */
const addFormats = formatsModule as unknown as typeof formatsModule.default;

/** Returns the JSON Schemas of a specification in one text. */
export async function jsonSchemaOf(
  specFiles: readonly SpecFile[],
  jsonSchema: JsonSchemaOptions = {},
): Promise<string> {
  const { options } = impliedTarget({ outputs: [] }, "json-schema");
  const target = { options: { ...options, jsonSchema }, out: "all.json" };
  const { files, diagnostics } = await generateTargets(specFiles, [target], {
    unresolved: "unknown",
  });
  if (hasErrors(diagnostics)) throw new Error("the specification has errors");
  return files.get("all.json") ?? "";
}

/** Compiles the schemas of all types under every strictness of ajv. */
export function validators(text: string): (type: string) => ValidateFunction {
  const ajv = new Ajv2020({ strict: true, strictTypes: true, strictTuples: true, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(JSON.parse(text) as object, "all");
  return (type) => {
    const validate = ajv.getSchema(`all#/$defs/${encodeURIComponent(type)}`);
    if (validate === undefined) throw new Error(`no schema of ${type}`);
    return validate;
  };
}
