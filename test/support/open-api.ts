import type { OpenApiOptions } from "../../generator/outputs/openapi/options.js";
import { impliedTarget } from "../../generator/project/config/targets.js";
import { hasErrors } from "../../generator/source/diagnostic.js";
import type { SpecFile } from "../../generator/source/spec-file.js";
import { generateTargets } from "./targets.js";

/** Returns the OpenAPI document of a specification, as YAML. */
export async function openApiOf(
  specFiles: readonly SpecFile[],
  openApi: OpenApiOptions = {},
  out = "openapi.yaml",
): Promise<string> {
  const { options } = impliedTarget({ outputs: [] }, "openapi");
  const target = { options: { ...options, openApi }, out };
  const { files, diagnostics } = await generateTargets(specFiles, [target], {
    unresolved: "unknown",
  });
  if (hasErrors(diagnostics)) throw new Error("the specification has errors");
  return files.get(out) ?? "";
}
