import * as v from "valibot";
import type { ConfiguredOutput, PreparedOutput, Specification } from "../output.js";
import type { PackageCode } from "./code.js";
import { words, type Language } from "./words.js";

interface SiteSettings {
  /** The title of the site; default `API`. */
  readonly title?: string | undefined;
  /** The language of the pages; default that of the documents. */
  readonly language?: Language | undefined;
  readonly isExternal: ConfiguredOutput["isExternal"];
  /** Returns the code that the site shows. */
  readonly codeOf: (specification: Specification) => PackageCode;
}

const languages = Object.keys(words) as Language[];

/** A site of pages that people read and search. */
export const site = {
  target: "site",
  folder: "docs/",
  schema: v.strictObject({
    title: v.optional(v.string()),
    language: v.optional(v.picklist(languages)),
  }),
  configure: ({ title = "API", language, isExternal, codeOf }: SiteSettings): ConfiguredOutput => ({
    isExternal,
    prepare: (specification) => {
      const emit: PreparedOutput["emit"] = async ({ templates: assets }) => {
        // The pages need large libraries.
        const { makeSite } = await import("./site.js");
        return makeSite(specification, { title, language, assets, code: codeOf(specification) });
      };
      return { value: { emit }, diagnostics: [] };
    },
  }),
} as const;
