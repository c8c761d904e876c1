import type { Command } from "commander";
import { closest } from "../source/suggest.js";

/** Sets up the help of all commands, and the error for a command that is misspelt. */
export function addHelp(program: Command): void {
  program
    .exitOverride()
    .showHelpAfterError("(add --help for the usage)")
    .showSuggestionAfterError(true)
    .configureHelp({
      // Descriptions name the choices and the defaults themselves, in fewer words.
      optionDescription: ({ description }) => description,
      argumentDescription: ({ description }) => description,
    })
    .on("command:*", ([name = ""]: readonly string[]) => {
      const commands = program.commands.map((command) => command.name());
      const found = commands.filter((command) => command.startsWith(name));
      const match = found.length === 1 ? found[0] : closest(name, commands);
      const hint = match === undefined ? "" : `\n(Did you mean ${match}?)`;
      program.error(`error: unknown command '${name}'${hint}`, {
        code: "commander.unknownCommand",
      });
    });
}
