import { siteOf } from "./site.js";
import { config, spec } from "./spec.js";

/** The site of the specification of this repository; the files of a worker share it. */
export const wecomSite = await siteOf(spec, config);
