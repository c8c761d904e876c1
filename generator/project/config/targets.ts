import type { TypeScriptOptions } from "../../outputs/typescript/output.js";
import type { Config, OutputConfig, PackageConfig, TargetOptions } from "./type.js";

/** An output with its options, and its folder relative to the configuration. */
export interface Target {
  readonly options: TargetOptions;
  readonly out: string;
}

/** Returns the packages of a configuration in the long form. */
export function packagesOf(config: Config): readonly PackageConfig[] {
  if ("packages" in config) return config.packages;
  const { rules: _rules, spec, unresolved, dialect, dialects, ...options } = config;
  return [{ spec, unresolved, dialect, dialects, outputs: [{ target: "typescript", ...options }] }];
}

/** The folders of outputs whose configuration names none. */
const FOLDERS = { typescript: "generated/", site: "docs/" } as const;

/** Returns the outputs of a package; a site shows the code of the first TypeScript package beside it. */
export function targetsOf({ outputs }: PackageConfig): readonly Target[] {
  const code = optionsOf(outputs.find(({ target }) => target === "typescript"));
  return outputs.map((output): Target => {
    const { target, out = FOLDERS[target] } = output;
    if (target === "typescript") return { options: { target, ...optionsOf(output) }, out };
    const { title } = output;
    return { options: { ...code, target, ...(title !== undefined && { title }) }, out };
  });
}

/** Returns the site of a package that configures none. */
export function defaultSite({ outputs }: PackageConfig): Target {
  const code = optionsOf(outputs.find(({ target }) => target === "typescript"));
  return { options: { ...code, target: "site" }, out: FOLDERS.site };
}

function optionsOf(output: OutputConfig | undefined): TypeScriptOptions {
  if (output?.target !== "typescript") return {};
  const { target: _target, out: _out, ...options } = output;
  return options;
}
