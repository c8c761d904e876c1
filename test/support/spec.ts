import { fileURLToPath } from "node:url";
import { checkConfig } from "../../generator/project/config/config.js";
import type { SinglePackage } from "../../generator/project/config/type.js";
import { readConfig } from "../../generator/read/config.js";
import { readDocuments } from "../../generator/read/documents.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The specification of this repository. */
export const spec = await readDocuments(["spec"], root);

const file = await readConfig(root);

const checked = checkConfig(file?.config, { path: "", text: "" }).value ?? {};
if ("packages" in checked) throw new Error("the repository has one package");

/** The configuration of this repository. */
export const config: SinglePackage = checked;
