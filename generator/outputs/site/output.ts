import * as v from "valibot";
import type { ConfiguredOutput, PreparedOutput, Specification } from "../output.js";
import type { PackageCode } from "./code.js";

interface SiteSettings {
  /** The title of the site; default `API`. */
  readonly title?: string | undefined;
  readonly isExternal: ConfiguredOutput["isExternal"];
  /** Returns the code that the site shows. */
  readonly codeOf: (specification: Specification) => PackageCode;
}

/** A site of pages that people read and search. */
export const site = {
  target: "site",
  folder: "docs/",
  schema: v.strictObject({ title: v.optional(v.string()) }),
  configure: ({ title = "API", isExternal, codeOf }: SiteSettings): ConfiguredOutput => ({
    isExternal,
    prepare: (specification) => {
      const emit: PreparedOutput["emit"] = async ({ templates: assets }) => {
        // The pages need large libraries.
        const { makeSite } = await import("./site.js");
        return makeSite(specification, { title, assets, code: codeOf(specification) });
      };
      return { value: { emit }, diagnostics: [] };
    },
  }),
} as const;
