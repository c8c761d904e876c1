import type { TypeScriptOptions } from "../../outputs/typescript/output.js";
import type { Config, OutputConfig, PackageConfig, SharedConfig, TargetOptions } from "./type.js";

/** An output with its options, and its folder or its file relative to the configuration. */
export interface Target {
  readonly options: TargetOptions;
  readonly out: string;
}

type TargetName = TargetOptions["target"];

/** Returns the packages of a configuration in the long form, each with the settings that it shares with others. */
export function packagesOf(config: Config): readonly PackageConfig[] {
  if ("packages" in config) return config.packages.map((own) => withShared(own, config));
  const {
    $schema: _schema,
    rules: _rules,
    spec,
    unresolved,
    dialect,
    dialects,
    ...options
  } = config;
  return [{ spec, unresolved, dialect, dialects, outputs: [{ target: "typescript", ...options }] }];
}

/** Returns a package with the settings that it has none of its own for. */
function withShared(own: PackageConfig, shared: SharedConfig): PackageConfig {
  const { spec = shared.spec, unresolved = shared.unresolved, dialect = shared.dialect } = own;
  return { ...own, spec, unresolved, dialect };
}

/** The places of outputs whose configuration names none. */
const PLACES: Readonly<Record<TargetName, string>> = {
  typescript: "generated/",
  openapi: "openapi.yaml",
  "json-schema": "schemas/",
  site: "docs/",
};

/** Returns the outputs of a package; others have the options of the first TypeScript package beside them. */
export function targetsOf({ outputs }: PackageConfig): readonly Target[] {
  const code = packageOptions(outputs);
  return outputs.map((output): Target => targetOf(output, code));
}

/** Returns an output of a kind that a package does not configure. */
export function impliedTarget({ outputs }: PackageConfig, target: TargetName): Target {
  return targetOf({ target }, packageOptions(outputs));
}

function targetOf(output: OutputConfig, code: TypeScriptOptions): Target {
  const { out = PLACES[output.target] } = output;
  switch (output.target) {
    case "typescript":
      return { options: withoutOut(output), out };
    case "openapi": {
      const { target, ...openApi } = withoutOut(output);
      return { options: { ...code, target, openApi }, out };
    }
    case "json-schema": {
      const { target, ...jsonSchema } = withoutOut(output);
      return { options: { ...code, target, jsonSchema }, out };
    }
    case "site":
      return { options: { ...code, ...withoutOut(output) }, out };
  }
}

function withoutOut<Output extends OutputConfig>({ out: _out, ...output }: Output) {
  return output;
}

function packageOptions(outputs: readonly OutputConfig[]): TypeScriptOptions {
  const output = outputs.find(({ target }) => target === "typescript");
  if (output?.target !== "typescript") return {};
  const { target: _target, ...options } = withoutOut(output);
  return options;
}

/** The folder of an output, and the name of its file if it is a single one. */
export interface Place {
  readonly folder: string;
  readonly file: string | undefined;
}

/** Tells a file from a folder: descriptions and bundles of schemas are files by their suffix. */
export function placeOf(target: TargetName, out: string): Place {
  const suffix = SUFFIXES[target];
  const [, folder = "", file] = /^(.*[/\\])?([^/\\]+)$/.exec(out) ?? [];
  if (suffix === undefined || file === undefined || !suffix.test(file)) {
    return { folder: out, file: undefined };
  }
  return { folder: folder === "" ? "." : folder, file };
}

/** The suffixes of the files that an output can be. */
const SUFFIXES: Readonly<Partial<Record<TargetName, RegExp>>> = {
  openapi: /.\.(?:ya?ml|json)$/i,
  "json-schema": /.\.json$/i,
};
