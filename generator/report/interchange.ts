/**
 * The reports for other programs, a script of its own: their libraries are loaded only for them.
 *
 * @module
 */
export { junitReport } from "./junit.js";
export { sarifReport } from "./sarif.js";
