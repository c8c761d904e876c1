import { fileURLToPath } from "node:url";
import { readTemplates } from "../../generator/read/templates.js";

/** The templates of this repository. */
export const templates = await readTemplates(
  fileURLToPath(new URL("../../templates/typescript/", import.meta.url)),
);
