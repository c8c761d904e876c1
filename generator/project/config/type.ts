import type { TypeScriptOptions } from "../../outputs/typescript/output.js";

/** The content of a configuration file; arguments of the command line count more. */
export interface Config extends TypeScriptOptions {
  /** The documents: files, folders or globs, relative to the configuration file. */
  readonly spec?: string | readonly string[] | undefined;
  /** The folder of the package, relative to the configuration file. */
  readonly out?: string | undefined;
  /** The treatment of a type that no document defines; default `error`. */
  readonly unresolved?: "error" | "unknown" | undefined;
}

/** An output with its options. */
export interface TargetOptions extends TypeScriptOptions {
  readonly target: "typescript" | "site";
  /** The title of a site; default the name of the package. */
  readonly title?: string | undefined;
}
