import { contenderNames, type ContenderName } from "./contenders/index.js";
import type { Samples } from "./samples.js";
import type { TaskName } from "./tasks.js";
import { startWorker, type WorkerProcess } from "./worker-process.js";

/** How long the benchmark takes, and how sure it is. */
export interface Effort {
  /** How often every process is started anew, for one may be luckier than the next. */
  readonly generations: number;
  /** How often the processes of a generation take turns at each task. */
  readonly rounds: number;
  /** Of one task in one round. */
  readonly sliceMilliseconds: number;
  /** Of one task in one process. */
  readonly warmUpMilliseconds: number;
}

/** What a process does when it is its turn, and what the samples call it. */
interface Turn {
  readonly subject: string;
  readonly worker: WorkerProcess;
  readonly task: TaskName;
}

const CONVERSIONS = [
  "decode contact",
  "decode tagGroups",
  "encode contact",
  "encode tagGroups",
  "parse contact",
  "parse tagGroups",
  "stringify contact",
  "stringify tagGroups",
] satisfies TaskName[];

/** Who can list everything that is wrong. */
const LISTING = ["generated", "zod 4", "valibot", "typebox", "ajv", "arktype"] as const;

/** Where hundredths matter. The others are further apart, and sit out two rounds of three. */
const IN_EVERY_ROUND: ReadonlySet<ContenderName> = new Set(["generated", "by hand", "JSON"]);

/** What every contender does with good values, one task after the other, in one set of processes. */
export async function measureConversions(
  generation: number,
  effort: Effort,
  samples: Samples,
): Promise<void> {
  const workers = await Promise.all(contenderNames.map(startWorker));
  for (const task of CONVERSIONS) {
    const able = workers.filter(({ tasks }) => tasks.includes(task));
    const turns = able.map((worker) => ({ subject: `${worker.name}: ${task}`, worker, task }));
    await warmUp(turns, effort);
    await takeTurns(turns, generation, effort, samples);
  }
  for (const { stop } of workers) stop();
}

/** Failures, and good values in processes that have failed, have not, and began with it. */
export async function measureFailures(
  generation: number,
  effort: Effort,
  samples: Samples,
): Promise<void> {
  const never = await Promise.all(LISTING.map(startWorker));
  const later = await Promise.all(LISTING.map(startWorker));
  const first = await startWorker("generated");

  // Until its first failure, a process that fails later has done what one does that never fails.
  await warmUp(later.map(decodingAs("before failures")), effort);
  for (const { name, measure } of later) {
    const firstFailure = await measure("issuesOf contact", 0);
    samples.add(`${name}: first failure`, generation * effort.rounds, firstFailure);
  }
  const turns: readonly Turn[] = [
    ...never.map(decodingAs("never failed")),
    ...later.map((worker) => failing(worker.name, worker)),
    ...later.map(decodingAs("after failures")),
    failing("failed first", first),
    { ...decodingAs("after failures")(first), subject: "failed first: after failures" },
  ];
  await warmUp(turns, effort);
  await takeTurns(turns, generation, effort, samples);
  for (const { stop } of [...never, ...later, first]) stop();
}

function failing(subject: string, worker: WorkerProcess): Turn {
  return { subject: `${subject}: failing`, worker, task: "issuesOf contact" };
}

function decodingAs(past: string) {
  return (worker: WorkerProcess): Turn => {
    return { subject: `${worker.name}: ${past}`, worker, task: "decode contact" };
  };
}

async function warmUp(turns: readonly Turn[], { warmUpMilliseconds }: Effort): Promise<void> {
  for (const { worker, task } of turns) await worker.measure(task, warmUpMilliseconds);
}

async function takeTurns(
  turns: readonly Turn[],
  generation: number,
  { rounds, sliceMilliseconds }: Effort,
  samples: Samples,
): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    for (const { subject, worker, task } of turns) {
      if (round % 3 > 0 && !IN_EVERY_ROUND.has(worker.name)) continue;
      const time = await worker.measure(task, sliceMilliseconds);
      samples.add(subject, generation * rounds + round, time);
    }
  }
}
