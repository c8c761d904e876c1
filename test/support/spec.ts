import { fileURLToPath } from "node:url";
import { checkConfig } from "../../generator/project/config/config.js";
import { readConfig } from "../../generator/read/config.js";
import { readDocuments } from "../../generator/read/documents.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The specification of this repository. */
export const spec = await readDocuments(["spec"], root);

const file = await readConfig(root);

/** The configuration of this repository. */
export const config = checkConfig(file?.config, { path: "", text: "" }).value ?? {};
