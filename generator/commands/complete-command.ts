import type { Command } from "commander";

const NAME = "complete";

/**
 * Adds the command `complete`, which prints a script for a shell, and answers what that script asks. The
 * library for it is loaded only where it is needed.
 */
export async function addComplete(program: Command, argv: readonly string[]): Promise<void> {
  if (argv[2] === NAME) {
    const { addCompletion } = await import("./completion.js");
    addCompletion(program);
    return;
  }
  const description = "print a script that completes md2sdk for zsh, bash, fish or powershell";
  program.command(NAME).description(description).argument("[shell]");
}
