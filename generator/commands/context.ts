import type { Store } from "../cache/store.js";

/** The process that a command runs in, as the command line hands it over. */
export interface Context {
  /** The working directory. */
  readonly directory: string;
  /** The version of md2sdk. */
  readonly version: string;
  /** The variables of the process. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly output: TextStream;
  readonly messages: TextStream;
  /** The entries of earlier runs; undefined outside of a project. */
  readonly store: Store | undefined;
}

/** Standard output, or standard error. */
export interface TextStream {
  readonly hasColors: boolean;
  /** Whether a person looks at it now. */
  readonly isTerminal: boolean;
  /** Writes a text and ends its line; an empty text is not written. */
  readonly write: (text: string) => void;
}

/** The meanings of the exit status. */
export const EXIT = { done: 0, invalidSpec: 1, usage: 2, stale: 3, changed: 3 } as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** Makes a text stream of a stream of the process. A reader that goes away, such as `head`, ends nothing else. */
export function streamOf(
  stream: NodeJS.WriteStream,
  environment: Context["environment"],
): TextStream {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  return {
    hasColors: hasColors(stream, environment),
    isTerminal: stream.isTTY,
    write: (text) => {
      if (text !== "") stream.write(`${text}\n`);
    },
  };
}

/** Whether to write colors: Node.js knows it of a terminal, and `FORCE_COLOR` asks for them in a pipe. */
function hasColors(stream: NodeJS.WriteStream, environment: Context["environment"]): boolean {
  if (stream.isTTY) return stream.hasColors(environment);
  const force = environment["FORCE_COLOR"];
  return force !== undefined && !["0", "false"].includes(force);
}
