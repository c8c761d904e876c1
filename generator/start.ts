#!/usr/bin/env node
import process from "node:process";
import { fileURLToPath } from "node:url";
import { Scripts } from "./cache/scripts.js";
import { openStore } from "./cache/store.js";
import type { run } from "./main.js";

/** The files that the build has made of the tool: their names change with their contents. */
declare const MAIN_SCRIPT: string;
declare const PRINTER_SCRIPT: string;
declare const WORK_SCRIPT: string;
declare const SITE_SCRIPT: string;
declare const YAML_SCRIPT: string;

const folder = fileURLToPath(new URL(".", import.meta.url));
const store = openStore(process.cwd(), MAIN_SCRIPT);
const [, , command = ""] = process.argv;
const scripts = new Scripts(folder, {
  names: [MAIN_SCRIPT, WORK_SCRIPT, PRINTER_SCRIPT, SITE_SCRIPT, YAML_SCRIPT],
  purpose: /^[a-z]+$/.test(command) ? command : "help",
  // The variable that switches off Node's own cache of code.
  store: process.env["NODE_DISABLE_COMPILE_CACHE"] ? undefined : store,
});
const main = scripts.load(MAIN_SCRIPT) as { run: typeof run };
process.once("exit", (status) => {
  // A run that fails has not come to all of the code.
  if (status === 0) scripts.save();
});
void main.run(store);
