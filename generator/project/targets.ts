import type { ConfiguredOutput } from "../outputs/output.js";
import { jsonSchema } from "../outputs/json-schema/output.js";
import { openapi } from "../outputs/openapi/output.js";
import { packageCode } from "../outputs/typescript/code.js";
import { typescript } from "../outputs/typescript/output.js";
import { site } from "../outputs/site/output.js";
import type { Source } from "../source/source.js";
import { accessOf } from "./api-access.js";
import type { TargetOptions } from "./config/type.js";

/**
 * Configures the output of a target; a site shows the code of the package that has the same options.
 *
 * @param file the name of the output if it is a single file
 * @param hasFile tells whether the output has a file of the user's own; default that it has
 */
export function configureTarget(
  { target, title, language, openApi, jsonSchema: schemaOptions, ...options }: TargetOptions,
  config: Source | undefined,
  file?: string,
  hasFile?: (path: string) => boolean,
): ConfiguredOutput {
  const sdk = typescript.configure(options, config, hasFile);
  const { isExternal } = sdk;
  const { name, version } = options.package ?? {};
  switch (target) {
    case "typescript":
      return sdk;
    case "openapi": {
      const { title: own = name, version: ownVersion = version, ...rest } = openApi ?? {};
      const settings = {
        ...accessOf(options.client),
        ...rest,
        title: own,
        version: ownVersion,
      };
      return openapi.configure({ options: settings, file: file ?? "openapi.yaml", isExternal });
    }
    case "json-schema":
      return jsonSchema.configure({ options: schemaOptions ?? {}, file, isExternal });
    case "site":
      return site.configure({
        title: title ?? name,
        language,
        isExternal,
        codeOf: (specification) => packageCode(sdk.prepare(specification).value, options),
      });
  }
}
