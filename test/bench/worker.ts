/** A process for one contender: checks it, then measures what the main process asks for. */
import process from "node:process";
import { checkContender } from "./check.js";
import { arrayOf } from "./contenders/by-hand/array-of.js";
import { loadContender, type ContenderName } from "./contenders/index.js";
import { timePerRun } from "./measure.js";
import { tasksOf, type TaskName } from "./tasks.js";

/** A task, and how long it is run. */
export interface Request {
  readonly task: TaskName;
  readonly milliseconds: number;
}

/** What the process can do, then the time of a run in microseconds for each request. */
export type Reply = readonly TaskName[] | number;

const filler: unknown[] = [undefined];
fillYoungGeneration();
const name = process.argv[2] as ContenderName;
const contender = await loadContender(name);
checkContender(contender);
const tasks = tasksOf(contender);

process.on("message", ({ task, milliseconds }: Request) => {
  const run = tasks.get(task);
  if (run === undefined) throw new Error(`${name} does not ${task}`);
  reply(timePerRun(run, milliseconds));
});
reply([...tasks.keys()]);

function reply(message: Reply): void {
  process.send?.(message);
}

/**
 * Goes once through the memory of new objects. The first use of a page costs more than what is
 * measured, and the task that happens to run then would pay for it.
 */
function fillYoungGeneration(): void {
  // 64 KB each, and 256 MB in all, which is more than there is.
  for (let count = 0; count < 4096; count++) filler.fill(arrayOf<number>(8192).fill(count));
}
