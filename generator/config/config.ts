import type { VFile } from "vfile";
import * as v from "valibot";
import { code } from "../diagnostics/code.js";
import { report } from "../diagnostics/report.js";
import type { Config } from "../ir/settings.js";
import { settingRange } from "./range.js";
import { schema } from "./schema.js";

/** The configuration as it is, with the types of its keys checked and completed by editors. */
export function defineConfig(config: Config): Config {
  return config;
}

/**
 * Checks what a configuration file says; each key that cannot stand is reported in the file as
 * `invalid-setting`.
 *
 * @returns nothing where there is such a key
 */
export function checkConfig(value: unknown, file: VFile): Config | undefined {
  const { success, output, issues } = v.safeParse(schema, value);
  if (success) return output;
  for (const issue of issues) {
    const path = (issue.path ?? []).map(({ key }) => String(key));
    const isUnknown = issue.expected === "never";
    report("invalid-setting", settingRange(path, file), {
      path: path.join("."),
      found: isUnknown ? "" : issue.received,
      expected: isUnknown ? "a known one" : expectedOf(issue),
    });
  }
  return undefined;
}

/** The schema's own words where it has some, else the names of what valibot expected. */
function expectedOf({ expected, message }: v.BaseIssue<unknown>): string {
  if (!message.startsWith("Invalid ")) return message;
  return code((expected ?? "another value").replaceAll(/^\(|\)$|"/g, ""));
}
