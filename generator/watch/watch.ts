import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { watch as watchFiles } from "chokidar";
import picomatch from "picomatch";
import { isLoop } from "../read/links.js";

/** How long to wait before a run, in milliseconds: editors write a file in several steps. */
const QUIET = 5;

/** How long chokidar says nothing more of a file that has changed, in milliseconds. */
const THROTTLE = 60;

export interface WatchOptions {
  /** The folder that relative paths start from. */
  readonly directory: string;
  /** Receives the errors of the disk; the watch goes on. */
  readonly onError?: ((error: unknown) => void) | undefined;
  /** Ends the watch. */
  readonly signal?: AbortSignal | undefined;
}

/** The inputs and the outputs of a run, relative to the directory. */
export interface Watched {
  /** Files, folders and globs, also such as are not there. */
  readonly patterns: readonly string[];
  /** Files whose changes are the run's own. */
  readonly made: readonly string[];
}

/**
 * Runs, and runs again whenever a file may have changed, appeared or gone that the last run has looked
 * at. Runs do not overlap: what changes during one leads to another. A run that finds everything as it
 * was should do nothing.
 *
 * @returns when the signal ends the watch
 */
export async function watch(
  run: () => Promise<Watched>,
  { directory, onError = () => {}, signal }: WatchOptions,
): Promise<void> {
  const made = new Set<string>();
  const watcher = watchFiles([], {
    cwd: directory,
    ignoreInitial: true,
    ignored: (path) => {
      const file = resolve(directory, path);
      return made.has(file) || isForeign(path) || isLoop(file);
    },
  });
  const changes = new Changes();
  watcher.on("all", () => changes.add());
  watcher.on("error", onError);
  signal?.addEventListener("abort", () => changes.add());
  const isEnded = () => signal?.aborted === true;
  while (!isEnded()) {
    changes.clear();
    const watched = await run();
    for (const path of watched.made) made.add(resolve(directory, path));
    watcher.add(watched.patterns.map(watchedPath));
    // Of changes of a file within that time the watcher tells the first alone.
    await Promise.race([changes.next(), pause(THROTTLE)]);
    if (changes.isEmpty) await run();
    await changes.next();
    await pause(QUIET);
  }
  await watcher.close();
}

/** Whether there was a change, and when there is one. */
class Changes {
  #isEmpty = true;
  #wake: (() => void) | undefined;

  get isEmpty(): boolean {
    return this.#isEmpty;
  }

  add(): void {
    this.#isEmpty = false;
    this.#wake?.();
  }

  clear(): void {
    this.#isEmpty = true;
  }

  /** Resolves at once where there was a change already. */
  async next(): Promise<void> {
    if (!this.#isEmpty) return;
    await new Promise<void>((resolveNext) => {
      this.#wake = resolveNext;
    });
  }
}

/** The folder that all files of a glob are below; any other pattern as it is. */
function watchedPath(pattern: string): string {
  const { base, isGlob } = picomatch.scan(pattern);
  return isGlob ? base || "." : pattern;
}

/** Folders of other tools, and temporary files of a run that writes. */
function isForeign(path: string): boolean {
  return /(?:^|[\\/])(?:node_modules|\.git|\.md2sdk[^\\/]*)(?:[\\/]|$)/.test(path);
}
