import type { Source } from "../../source/source.js";
import type { ConfiguredOutput, PreparedOutput } from "../output.js";
import { emitSdk } from "./emit/sdk.js";
import type { ApiSettings } from "./options.js";
import type { Plan } from "./plan/plan.js";
import { Settings } from "./plan/settings.js";
import { preparePackage } from "./prepare.js";
import { printFiles } from "./print/files.js";
import { schema } from "./schema.js";
import { packageTables, type PackageTables } from "./view.js";

export type TypeScriptOptions = ApiSettings;

/** A planned package, which can be written. */
export interface PreparedPackage extends PreparedOutput {
  readonly plan: Plan;
  /** The package as its users can tell it from another one. */
  readonly view: PackageTables;
}

/** A package of TypeScript: types, codecs, and a client for the calls. */
export const typescript = {
  target: "typescript",
  folder: "generated/",
  schema,
  configure: configurePackage,
} as const;

function configurePackage(
  options: TypeScriptOptions,
  config: Source | undefined,
  hasFile?: (path: string) => boolean,
): ConfiguredOutput<PreparedPackage> {
  const settings = new Settings(options);
  const { client } = settings;
  return {
    isExternal: (type) => settings.external(type) !== undefined,
    ...(client !== undefined && { readsEnvelope: client.readsEnvelope }),
    prepare: (specification) => {
      const { value: plan, diagnostics } = preparePackage(specification, {
        settings,
        config,
        hasFile,
      });
      const prepared: PreparedPackage = {
        plan,
        view: packageTables(specification.api, plan, settings),
        emit: (context) => printFiles(emitSdk(plan, context.templates, options), context),
      };
      return { value: prepared, diagnostics };
    },
  };
}
