import { InvalidArgumentError, Option } from "commander";
import type { Reporter } from "./report.js";

/** The option for types that no document defines. */
export function unresolvedOption(): Option {
  const description = "how to treat types that no document defines (default: error)";
  return new Option("--unresolved <mode>", description).choices(["error", "unknown"]);
}

/** The option for the configuration file. */
export function configOption(): Option {
  return new Option(
    "--config <file>",
    "the configuration (default: md2sdk.config.{ts,mts,js,mjs,cjs,json}, here or in the nearest folder above)",
  );
}

/** Refuses an empty path, which would mean the working directory. */
export function folderPath(path: string): string {
  if (path === "") throw new InvalidArgumentError("Expected a folder.");
  return path;
}

/**
 * Returns the reporter that the arguments ask for: mistakes in the arguments are reported in its form,
 * too.
 */
export function reporterIn(argv: readonly string[]): Reporter {
  const value = /(?:^|\n)--reporter[=\n](json|github)(?:\n|$)/.exec(argv.join("\n"))?.[1];
  return (value as Reporter | undefined) ?? "pretty";
}
