import type { Command } from "commander";
import { configOption, dialectOption, unresolvedOption } from "./options.js";

/** Adds a command that reads documents. */
export function addSpecCommand(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .argument("[spec...]", "files, folders or globs (default: spec/)")
    .addOption(configOption())
    .addOption(dialectOption())
    .addOption(unresolvedOption());
}
