import type { OpenApiOptions } from "../../generator/outputs/openapi/options.js";
import type { TypeScriptOptions } from "../../generator/outputs/typescript/output.js";
import { impliedTarget } from "../../generator/project/config/targets.js";
import { hasErrors } from "../../generator/source/diagnostic.js";
import type { SpecFile } from "../../generator/source/spec-file.js";
import { generateTargets } from "./targets.js";

/** Returns the OpenAPI document of a specification, as YAML, beside a package with the options `code`. */
export async function openApiOf(
  specFiles: readonly SpecFile[],
  openApi: OpenApiOptions = {},
  out = "openapi.yaml",
  code: TypeScriptOptions = {},
): Promise<string> {
  const { options } = impliedTarget({ outputs: [{ target: "typescript", ...code }] }, "openapi");
  const target = { options: { ...options, openApi }, out };
  const { files, diagnostics } = await generateTargets(specFiles, [target], {
    unresolved: "unknown",
  });
  if (hasErrors(diagnostics)) throw new Error("the specification has errors");
  return files.get(out) ?? "";
}
