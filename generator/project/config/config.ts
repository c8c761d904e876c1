import * as v from "valibot";
import { code } from "../../source/code.js";
import {
  collectDiagnostics,
  hasErrors,
  type Report,
  type Result,
} from "../../source/diagnostic.js";
import { suggestRule } from "../../source/grade.js";
import type { Source, SourceRange } from "../../source/source.js";
import { settingRange } from "../../source/setting-range.js";
import { packages, singlePackage } from "./schema.js";
import { packagesOf, targetsOf } from "./targets.js";
import type { Config } from "./type.js";

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
  if (success) {
    reportRepeatedOutputs(output, source, report);
    return { value: hasErrors(diagnostics) ? undefined : output, diagnostics };
  }
  for (const issue of issues.flatMap(innermost)) {
    const path = (issue.path ?? []).map(({ key }) => String(key));
    const isUnknown = issue.expected === "never";
    const isMissing =
      issue.kind === "schema" &&
      issue.type === "strict_object" &&
      !isUnknown &&
      issue.input === undefined;
    const parameters = isMissing
      ? { path: path.slice(0, -1).join("."), found: "", expected: `${expectedOf(issue)} in it` }
      : {
          path: path.join("."),
          found: isUnknown ? "" : issue.received,
          expected: isUnknown ? "a known one" : expectedOf(issue),
        };
    const [setting, rule = ""] = path;
    const hint = isUnknown && setting === "rules" ? suggestRule(rule) : undefined;
    report("invalid-setting", settingRange(path, source), parameters, { hint });
  }
  return { value: undefined, diagnostics };
}

/** Reports outputs that would write into one folder. */
function reportRepeatedOutputs(config: Config, source: Source, report: Report): void {
  const known = new Map<string, SourceRange>();
  for (const [position, own] of packagesOf(config).entries()) {
    for (const [index, { out }] of targetsOf(own).entries()) {
      const path = ["packages", String(position), "outputs", String(index), "out"];
      const range = settingRange(path, source);
      const folder = folderOf(out);
      const first = known.get(folder);
      if (first === undefined) known.set(folder, range);
      else {
        const related = [{ range: first, message: "the first output is here" }];
        report("repeated-output", range, { out }, { related });
      }
    }
  }
}

/** A deep folder, as a path may lead upwards. */
const BASE = `file:///${"_/".repeat(100)}`;

/** Returns a folder in one spelling, in small letters as some disks compare them. */
function folderOf(path: string): string {
  const segments = path.replaceAll("\\", "/").normalize("NFC").toLowerCase().split("/");
  return new URL(segments.map(encodeURIComponent).join("/"), BASE).pathname.replace(/\/+$/, "");
}

/** Returns the issues inside a union without words of its own, such as one of `false` and an object. */
function innermost(issue: v.BaseIssue<unknown>): readonly v.BaseIssue<unknown>[] {
  const { type, message, path, issues = [] } = issue;
  const inside = issues.filter((one) => one.path !== undefined);
  if (type !== "union" || !message.startsWith("Invalid ") || inside.length === 0) return [issue];
  return inside.flatMap((one) => {
    const [first, ...others] = [...(path ?? []), ...(one.path ?? [])];
    return innermost({ ...one, path: first && [first, ...others] });
  });
}

/** The schema's own words where it has some, else the names of what valibot expected. */
function expectedOf({ expected, message }: v.BaseIssue<unknown>): string {
  if (!message.startsWith("Invalid ")) return message;
  return code((expected ?? "another value").replaceAll(/^\(|\)$|"/g, ""));
}
