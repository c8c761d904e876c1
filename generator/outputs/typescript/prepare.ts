import { collectDiagnostics, type Report, type Result } from "../../source/diagnostic.js";
import { code } from "../../source/code.js";
import { settingRange } from "../../source/setting-range.js";
import type { Source } from "../../source/source.js";
import type { Index } from "../../model/index.js";
import type { Specification } from "../output.js";
import { collisionsOf } from "./emit/collisions.js";
import { planPackage } from "./plan/package.js";
import type { Plan } from "./plan/plan.js";
import { profileFileOf } from "./profile-file.js";
import type { Settings } from "./plan/settings.js";

interface PrepareOptions {
  readonly settings: Settings;
  /** The file that the settings come from; settings without an effect are reported in it. */
  readonly config?: Source | undefined;
  /** Tells whether the output has a file of the user's own; default that it has. */
  readonly hasFile?: ((path: string) => boolean) | undefined;
}

/**
 * Prepares the package of an API: plans it, and reports the names and settings that do not fit. A plan
 * whose diagnostics have an error must not be emitted.
 */
export function preparePackage(
  { api, index }: Specification,
  { settings, config, hasFile }: PrepareOptions,
): Result<Plan> {
  const planned = planPackage(api, index, settings);
  const { report, diagnostics } = collectDiagnostics();
  planned.identifiers.reportMeetings(collisionsOf(planned.value), report);
  reportDependencies(index, { settings, config }, report);
  if (config !== undefined) {
    reportUnused(settings, config, report);
    reportProfile(planned.value, { config, hasFile }, report);
  }
  return { value: planned.value, diagnostics: [...planned.diagnostics, ...diagnostics] };
}

/** Reports a profile of the user's own that has the name of the client's module, or whose file is missing. */
function reportProfile(
  { client }: Plan,
  { config, hasFile }: { readonly config: Source } & Pick<PrepareOptions, "hasFile">,
  report: Report,
): void {
  const found = client?.construction?.own;
  if (client === undefined || found === undefined) return;
  const setting = ["client", "profile"];
  const range = settingRange(setting, config);
  const file = profileFileOf({ profile: found });
  if (found === `./${client.module}.js`) {
    const expected = "a name that no module of the package has";
    report("invalid-setting", range, { path: setting.join("."), found, expected });
  } else if (file !== undefined && hasFile?.(file) === false) {
    const hint =
      "export a function `profile` and the interface `ProfileOptions` from it; without it, the package does not build";
    report("missing-profile", range, { file }, { hint });
  }
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
