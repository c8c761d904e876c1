import { checkSpec } from "../../generator/project/check.js";
import { hasErrors } from "../../generator/source/diagnostic.js";
import { emitSdk } from "../../generator/outputs/typescript/emit/sdk.js";
import type { Section } from "../../generator/outputs/typescript/files.js";
import type { inputOf } from "./case.js";
import { templates } from "./templates.js";

/** What is printed of documents; nothing where they have an error. */
export function sectionsOf(input: ReturnType<typeof inputOf>): Section[] {
  if ("diagnostics" in input) return [];
  const { diagnostics, plan } = checkSpec(input.specFiles, input.options);
  if (hasErrors(diagnostics)) return [];
  return emitSdk(plan, templates).flatMap((file) =>
    file.kind === "typescript" ? file.sections : [],
  );
}
