import type { ConfiguredOutput } from "../outputs/output.js";
import { packageCode } from "../outputs/typescript/code.js";
import { typescript } from "../outputs/typescript/output.js";
import { site } from "../outputs/site/output.js";
import type { Source } from "../source/source.js";
import type { TargetOptions } from "./config/type.js";

/** Configures the output of a target; a site shows the code of the package that has the same options. */
export function configureTarget(
  { target, title, ...options }: TargetOptions,
  config: Source | undefined,
): ConfiguredOutput {
  const sdk = typescript.configure(options, config);
  switch (target) {
    case "typescript":
      return sdk;
    case "site":
      return site.configure({
        title: title ?? options.package?.name,
        isExternal: sdk.isExternal,
        codeOf: (specification) => packageCode(sdk.prepare(specification).value, options),
      });
  }
}
