import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { ContenderName } from "./contenders/index.js";
import type { TaskName } from "./tasks.js";
import type { Reply, Request } from "./worker.js";

/**
 * Collecting garbage with helper threads, and often, is what differs most from run to run on a
 * machine of few cores: every process has one thread for it, and a young generation that is large,
 * from the start, in MB.
 */
const FLAGS = ["--single-threaded-gc", "--min-semi-space-size=64", "--max-semi-space-size=64"];

/** The process of a contender, seen from the main process. */
export interface WorkerProcess {
  readonly name: ContenderName;
  readonly tasks: readonly TaskName[];
  /** Runs a task for some time; what a run took, in microseconds. */
  readonly measure: (task: TaskName, milliseconds: number) => Promise<number>;
  readonly stop: () => void;
}

export async function startWorker(name: ContenderName): Promise<WorkerProcess> {
  const child = fork(new URL("worker.js", import.meta.url), [name], { execArgv: FLAGS });
  const tasks = (await answer(child, name)) as readonly TaskName[];
  return {
    name,
    tasks,
    async measure(task, milliseconds) {
      child.send({ task, milliseconds } satisfies Request);
      return (await answer(child, name)) as number;
    },
    stop: () => child.disconnect(),
  };
}

async function answer(child: ChildProcess, name: string): Promise<Reply> {
  const stopped = new AbortController();
  const { signal } = stopped;
  try {
    return await Promise.race([
      once(child, "message", { signal }).then(([reply]) => reply as Reply),
      once(child, "exit", { signal }).then(() => {
        throw new Error(`the process of ${name} ended`);
      }),
    ]);
  } finally {
    stopped.abort();
  }
}
