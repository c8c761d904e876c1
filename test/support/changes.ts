import type { CheckOptions } from "../../generator/project/check.js";
import { diffSpecs, type ComparedSpecs } from "../../generator/project/compare.js";
import { reasonOf } from "../../generator/source/diagnostic.js";
import type { SpecFile } from "../../generator/source/spec-file.js";

/** Compares two versions that have no errors. */
export function compared(
  old: readonly SpecFile[],
  now: readonly SpecFile[],
  settings: CheckOptions = {},
  newSettings = settings,
): ComparedSpecs {
  const result = diffSpecs({ specFiles: old, settings }, { specFiles: now, settings: newSettings });
  if (result.kind === "compared") return result;
  throw new Error([...result.old, ...result.new].map(reasonOf).join("\n"));
}
