import { collectDiagnostics, type Report, type Result } from "../../source/diagnostic.js";
import { code } from "../../source/code.js";
import { settingRange } from "../../source/setting-range.js";
import type { Source } from "../../source/source.js";
import type { Index } from "../../model/index.js";
import type { Specification } from "../output.js";
import { collisionsOf } from "./emit/collisions.js";
import { planPackage } from "./plan/package.js";
import type { Plan } from "./plan/plan.js";
import type { Settings } from "./plan/settings.js";

interface PrepareOptions {
  readonly settings: Settings;
  /** The file that the settings come from; settings without an effect are reported in it. */
  readonly config?: Source | undefined;
}

/**
 * Prepares the package of an API: plans it, and reports the names and settings that do not fit. A plan
 * whose diagnostics have an error must not be emitted.
 */
export function preparePackage(
  { api, index }: Specification,
  { settings, config }: PrepareOptions,
): Result<Plan> {
  const planned = planPackage(api, index, settings);
  const { report, diagnostics } = collectDiagnostics();
  planned.identifiers.reportMeetings(collisionsOf(planned.value), report);
  reportDependencies(index, { settings, config }, report);
  if (config !== undefined) reportUnused(settings, config, report);
  return { value: planned.value, diagnostics: [...planned.diagnostics, ...diagnostics] };
}

/** Reports the types from packages that the output would not depend on, at their settings. */
function reportDependencies(
  index: Index,
  { settings, config }: PrepareOptions,
  report: Report,
): void {
  for (const { id, definition } of index.values()) {
    if (!id.startsWith("external ")) continue;
    const type = id.slice("external ".length);
    const name = settings.missingDependency(type);
    if (name === undefined) continue;
    const place = config && settingRange(["externals", type, "from"], config);
    const line = `${JSON.stringify(name)}: "VERSION",`;
    const hint = `add ${code(line)} to \`package.dependencies\` of the configuration`;
    report("missing-dependency", place ?? definition, { name }, { hint });
  }
}

function reportUnused(settings: Settings, config: Source, report: Report): void {
  for (const { path, speller } of settings.unused()) {
    const hint = speller.suggest(path.at(-1) ?? "");
    report("unused-setting", settingRange(path, config), { path: path.join(".") }, { hint });
  }
  for (const path of settings.ineffective()) {
    const [, of = ""] = path;
    report("ineffective-setting", settingRange(path, config), { path: path.join("."), of });
  }
}
