import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { Samples } from "../samples.js";
import { small, userDocuments } from "./documents.js";
import { STAGES, type StageTimes } from "./stage-names.js";
import { Workspace } from "./workspace.js";

/** What the stages take of a cold run, in milliseconds. */
export interface StageSamples {
  readonly userDocuments: Samples;
  /** Of 143 varied models in one document. */
  readonly varied: Samples;
}

/** Runs each stage of the tool once in each of many processes. */
export function measureStages(rounds: number): StageSamples {
  const samples = { userDocuments: new Samples(), varied: new Samples() };
  for (let round = 0; round < rounds; round++) {
    addStages(new Workspace(userDocuments), samples.userDocuments, round);
    addStages(new Workspace(small), samples.varied, round);
  }
  return samples;
}

const PROCESS = fileURLToPath(new URL("stages-process.js", import.meta.url));

function addStages(workspace: Workspace, samples: Samples, round: number): void {
  const text = execFileSync(process.execPath, [PROCESS, resolve("templates/typescript")], {
    cwd: workspace.path,
    encoding: "utf8",
  });
  workspace.remove();
  const times = JSON.parse(text) as StageTimes;
  for (const stage of STAGES) samples.add(stage, round, times[stage]);
}
