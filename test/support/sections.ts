import { VFile } from "vfile";
import { checkSpec } from "../../generator/check.js";
import { hasErrors } from "../../generator/diagnostics/report.js";
import { emitSdk } from "../../generator/emit/sdk.js";
import type { Section } from "../../generator/ir/files.js";
import type { inputOf } from "./case.js";
import { templates } from "./templates.js";

/** What is printed of documents; nothing where they have an error. */
export function sectionsOf(input: ReturnType<typeof inputOf>): Section[] {
  if (input instanceof VFile) return [];
  const { documents, api } = checkSpec(input.specFiles, input.options);
  if (hasErrors(documents)) return [];
  return emitSdk(api, templates).flatMap((file) =>
    file.kind === "typescript" ? file.sections : [],
  );
}
