import { Option, type Command } from "commander";
import { ask, type Terminal } from "./ask.js";
import type { Example } from "./init.js";

const PROFILES = ["http", "wecom"] as const;

const LANGUAGES = ["en", "zh"] as const;

/** The options of `init` as the command line gives them. */
interface InitFlags extends Partial<Example> {
  /** Whether to generate the package now. */
  readonly generate: boolean;
}

interface InitRequest extends Example {
  readonly generate: boolean;
  readonly folder: string;
}

/**
 * Adds the command `init`.
 *
 * @param terminal the terminal of a person, if there is one
 */
export function addInit(
  program: Command,
  terminal: Terminal | undefined,
  act: (request: InitRequest) => Promise<void>,
): void {
  program
    .command("init")
    .description("make a project with a small document, and its package")
    .argument("[folder]", "where the project is made", ".")
    .addOption(
      new Option("--profile <name>", "conventions of the API: http (default), wecom").choices(
        PROFILES,
      ),
    )
    .addOption(
      new Option("--language <name>", "language of the example: en (default), zh").choices(
        LANGUAGES,
      ),
    )
    .option("--no-generate", "do not generate the package now")
    .addHelpText(
      "after",
      `
Existing files are kept; missing scripts are added to package.json. In a
terminal, init asks for the options that the command line leaves open.

Exit status: 0 done, 1 errors in the existing spec, 2 usage or I/O (nothing was
written).

Examples:
  md2sdk init
  md2sdk init my-sdk
  md2sdk init --profile wecom --language zh`,
    )
    .action(async (folder: string, { generate, ...flags }: InitFlags) => {
      await act({ ...(await exampleOf(flags, terminal)), generate, folder });
    });
}

/** Returns the example that the command line asks for, or a person in a terminal. */
export async function exampleOf(
  flags: Partial<Example>,
  terminal: Terminal | undefined,
): Promise<Example> {
  const open = QUESTIONS.filter(({ option }) => flags[option] === undefined);
  const answers = terminal === undefined ? [] : await ask(open, terminal);
  const chosen = open.map(({ option }, index) => [option, answers[index]] as const);
  const { profile = "http", language = "en" } = {
    ...flags,
    ...(Object.fromEntries(chosen) as Partial<Example>),
  };
  return { profile, language };
}

const QUESTIONS = [
  { option: "profile", text: "Conventions of the API?", answers: PROFILES },
  { option: "language", text: "Language of the example?", answers: LANGUAGES },
] as const;
