/** The contenders take turns: what slows the machine down for a while slows down all of them. */
import type { SpecFile } from "../../../generator/source/spec-file.js";
import type { Samples } from "../samples.js";
import { alone, largeInMany, largeInOne, small, userDocuments } from "./documents.js";
import { PeerWorkspace, peerNames } from "./peers.js";
import { runNode, type ProcessRun } from "./process.js";
import { edited, generateCold, Workspace } from "./workspace.js";

/** A whole process that is measured. */
interface Contender {
  /** What the samples call it. */
  readonly name: string;
  /** Nothing where it takes too long. */
  readonly run: () => Promise<ProcessRun | undefined>;
}

/** What is measured of processes: their times in milliseconds, and their most memory in megabytes. */
export interface Measurements {
  readonly times: Samples;
  readonly peaks: Samples;
}

const emptyNode: Contender = { name: "empty node", run: () => runNode(["--eval", ""], ".") };

/** The documents of a user: cold, unchanged, and what the peers take for the same models. */
export async function measureUserDocuments(
  rounds: number,
  measurements: Measurements,
): Promise<void> {
  const unchanged = new Workspace(userDocuments);
  await unchanged.generate();
  const peers = new PeerWorkspace(userDocuments);
  const contenders: readonly Contender[] = [
    emptyNode,
    { name: "cold", run: () => generateCold(userDocuments) },
    { name: "unchanged", run: () => unchanged.generate() },
    ...peerNames.map((name) => ({ name, run: () => peers.run(name) })),
  ];
  // The first round finds the files of the programs on the disk, the others in memory.
  for (const { run } of contenders) await run();
  await takeTurns(contenders, rounds, measurements);
  unchanged.remove();
  peers.remove();
}

/** Varied models: how the time grows, how long one changed document takes, and the peers. */
export async function measureVaried(rounds: number, measurements: Measurements): Promise<void> {
  const peers = new PeerWorkspace(largeInMany);
  let many = new Workspace(largeInMany);
  const generateMany = () => {
    many.remove();
    many = new Workspace(largeInMany);
    return many.generate();
  };
  const contenders: readonly Contender[] = [
    { name: "one document alone", run: () => generateCold(alone) },
    { name: "143 models", run: () => generateCold(small) },
    { name: "1,430 models, one document", run: () => generateCold(largeInOne) },
    { name: "1,430 models, 100 documents", run: generateMany },
    { name: "one of 100 changed", run: () => generateChanged(many, largeInMany) },
    ...peerNames.map((name) => ({ name: `1,430 models: ${name}`, run: () => peers.run(name) })),
  ];
  // The first run compiles the tool, the others find its code.
  await generateCold(small);
  await takeTurns(contenders, rounds, measurements);
  many.remove();
  peers.remove();
}

/** @throws {Error} where the change is not in the output */
async function generateChanged(
  workspace: Workspace,
  [document]: readonly SpecFile[],
): Promise<ProcessRun | undefined> {
  if (document === undefined) throw new Error("Unexpected spec without documents");
  workspace.write(edited(document, MARK));
  const run = await workspace.generate();
  if (!workspace.read("generated/src/document-1.ts").includes(MARK)) {
    throw new Error("the changed document was not generated again");
  }
  return run;
}

const MARK = "（改）";

async function takeTurns(
  contenders: readonly Contender[],
  rounds: number,
  { times, peaks }: Measurements,
): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    console.error(`round ${round + 1} of ${rounds}`);
    for (const { name, run } of contenders) {
      const measured = await run();
      if (measured === undefined) continue;
      times.add(name, round, measured.milliseconds);
      peaks.add(name, round, measured.peakMegabytes);
    }
  }
}
