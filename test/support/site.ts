import { checkProject } from "../../generator/project/check.js";
import { configureTarget } from "../../generator/project/targets.js";
import type { SpecFile } from "../../generator/source/spec-file.js";

/** Makes the site of documents, without a style sheet and a script. */
export async function siteOf(documents: readonly SpecFile[], settings: object = {}) {
  const output = configureTarget({ ...settings, target: "site", title: "说明" }, undefined);
  const [prepared] = checkProject(documents, [output]).prepared;
  const templates = new Map([
    ["site.css", ""],
    ["site.js", ""],
  ]);
  const files = await prepared?.emit({ templates, memo: new Map() });
  if (files === undefined) throw new Error("no site was prepared");
  return new Map(files);
}
