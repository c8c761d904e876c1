import * as v from "valibot";
import { code } from "../../source/code.js";
import type { Config } from "./type.js";
import { collectDiagnostics, type Result } from "../../source/diagnostic.js";
import type { Source } from "../../source/source.js";
import { settingRange } from "../../source/setting-range.js";
import { packages, singlePackage } from "./schema.js";

/** The configuration as it is, with the types of its keys checked and completed by editors. */
export function defineConfig(config: Config): Config {
  return config;
}

/**
 * Checks what a configuration file says; each invalid key is reported as `invalid-setting`.
 *
 * @returns no value if there is such a key
 */
export function checkConfig(value: unknown, source: Source): Result<Config | undefined> {
  const { report, diagnostics } = collectDiagnostics();
  const isLong = typeof value === "object" && value !== null && "packages" in value;
  const { success, output, issues } = v.safeParse<typeof packages | typeof singlePackage>(
    isLong ? packages : singlePackage,
    value,
  );
  if (success) return { value: output, diagnostics };
  for (const issue of issues) {
    const path = (issue.path ?? []).map(({ key }) => String(key));
    const isUnknown = issue.expected === "never";
    report("invalid-setting", settingRange(path, source), {
      path: path.join("."),
      found: isUnknown ? "" : issue.received,
      expected: isUnknown ? "a known one" : expectedOf(issue),
    });
  }
  return { value: undefined, diagnostics };
}

/** The schema's own words where it has some, else the names of what valibot expected. */
function expectedOf({ expected, message }: v.BaseIssue<unknown>): string {
  if (!message.startsWith("Invalid ")) return message;
  return code((expected ?? "another value").replaceAll(/^\(|\)$|"/g, ""));
}
