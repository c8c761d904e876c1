/**
 * The completion of shells, a script of its own: it runs at each press of the tab key.
 *
 * @module
 */
export { default as addCompletion } from "@bomb.sh/tab/commander";
