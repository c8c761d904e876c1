/**
 * What commands do once there is something to do: a script of its own, as the run that finds nothing
 * changed does without.
 *
 * @module
 */
export { diff } from "./commands/diff.js";
export { draft } from "./commands/draft.js";
export { explain } from "./commands/explain.js";
export { init } from "./commands/init.js";
export { lint } from "./commands/lint.js";
export { run } from "./commands/run.js";
