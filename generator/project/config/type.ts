import type { DialectSettings } from "../../dialect/config.js";
import type { JsonSchemaOptions } from "../../outputs/json-schema/options.js";
import type { OpenApiOptions } from "../../outputs/openapi/options.js";
import type { TypeScriptOptions } from "../../outputs/typescript/output.js";
import type { RuleLevels } from "../../source/grade.js";

/** The content of a configuration file; arguments of the command line take precedence. */
export type Config = SinglePackage | SeveralPackages;

/** The settings of a project, however many packages it has. */
export interface ProjectConfig {
  /** The JSON Schema of the configuration, for editors. */
  readonly $schema?: string | undefined;
  /** The severities of rules; a rule that is an error by default stays one. */
  readonly rules?: RuleLevels | undefined;
}

/** The long form: packages with all their outputs, and the settings of those that have none of their own. */
export interface SeveralPackages extends ProjectConfig, SharedConfig {
  readonly packages: readonly PackageConfig[];
}

/** Settings that packages share. Folders of `dialects` are those of one specification, which is a package's own. */
export type SharedConfig = Omit<SpecificationConfig, "dialects">;

/** The short form: one TypeScript package of one specification. */
export interface SinglePackage extends ProjectConfig, SpecificationConfig, TypeScriptOptions {
  /** The folder of the package, relative to the configuration file. */
  readonly out?: string | undefined;
}

/** A specification with everything that is made of it. */
export interface PackageConfig extends SpecificationConfig {
  readonly outputs: readonly OutputConfig[];
}

export interface SpecificationConfig extends DialectSettings {
  /** The documents: files, folders or globs, relative to the configuration file. */
  readonly spec?: string | readonly string[] | undefined;
  /** The treatment of a type that no document defines; default `error`. */
  readonly unresolved?: "error" | "unknown" | undefined;
}

/** An output, and its folder or its file relative to the configuration file. */
export type OutputConfig =
  | (OpenApiOptions & {
      readonly target: "openapi";
      /** A file of YAML or JSON, or the folder of `openapi.yaml`. */
      readonly out?: string | undefined;
    })
  | (JsonSchemaOptions & {
      readonly target: "json-schema";
      /** A file of JSON for all schemas, or the folder of their files. */
      readonly out?: string | undefined;
    })
  | (TypeScriptOptions & { readonly target: "typescript"; readonly out?: string | undefined })
  | {
      readonly target: "site";
      readonly out?: string | undefined;
      /** The title of the site; default the name of the package. */
      readonly title?: string | undefined;
      /** The language of its words; default that of the documents. */
      readonly language?: "en" | "zh" | undefined;
    };

/** An output with its options, and those of the package beside it. */
export interface TargetOptions extends TypeScriptOptions {
  readonly target: OutputConfig["target"];
  readonly title?: string | undefined;
  readonly language?: "en" | "zh" | undefined;
  readonly openApi?: OpenApiOptions | undefined;
  readonly jsonSchema?: JsonSchemaOptions | undefined;
}
