import type { Context } from "./context.js";

/** Says on a terminal what a run is at; in a pipe it says nothing. */
export interface Progress {
  readonly tell: (text: string) => void;
  readonly end: () => void;
}

/** Begins to show progress, on standard error. */
export async function startProgress({ messages }: Pick<Context, "messages">): Promise<Progress> {
  if (!messages.isTerminal) return SILENT;
  const { default: createSpinner } = await import("yocto-spinner");
  const spinner = createSpinner().start();
  return {
    tell: (text) => {
      spinner.text = text;
    },
    end: () => spinner.stop(),
  };
}

const SILENT: Progress = { tell: () => {}, end: () => {} };
