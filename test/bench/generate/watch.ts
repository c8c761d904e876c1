import { spawn } from "node:child_process";
import { once } from "node:events";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { setTimeout as pause } from "node:timers/promises";
import type { Samples } from "../samples.js";
import { userDocuments } from "./documents.js";
import { edited, TOOL, Workspace } from "./workspace.js";

/** The first runs of a process are not those of one that has watched for a while. */
const WARM_UPS = 5;

/** An author does not save twice in this time, in milliseconds; the tool has come to rest. */
const REST = 300;

/** The longest time until a change is written, in milliseconds. */
const LIMIT = 20_000;

/** How long it takes from saving a document until its module is written, in a process that watches. */
export async function measureWatch(saves: number, times: Samples): Promise<void> {
  const [document] = userDocuments;
  if (document === undefined) throw new Error("Unexpected spec without documents");
  const workspace = new Workspace(userDocuments);
  const child = spawn(process.execPath, [TOOL, "generate", "--watch"], {
    cwd: workspace.path,
    stdio: "ignore",
  });
  try {
    await untilWritten(workspace, "ExternalContact");
    for (let save = -WARM_UPS; save < saves; save++) {
      await pause(REST);
      const mark = `（第${save + WARM_UPS}次）`;
      const start = performance.now();
      workspace.write(edited(document, mark));
      await untilWritten(workspace, mark);
      if (save >= 0) times.add("watch", save, performance.now() - start);
    }
  } finally {
    child.kill();
    await once(child, "exit");
    workspace.remove();
  }
}

/** @throws {Error} where it is not written in time */
async function untilWritten(workspace: Workspace, text: string): Promise<void> {
  const end = performance.now() + LIMIT;
  while (!isWritten(workspace, text)) {
    if (performance.now() > end) throw new Error(`${text} was not written in time`);
    await pause(1);
  }
}

function isWritten(workspace: Workspace, text: string): boolean {
  try {
    return workspace.read("generated/src/external-contact.ts").includes(text);
  } catch {
    // There is none yet, or it is being replaced.
    return false;
  }
}
