import type { ChildProcess } from "node:child_process";
import { EventEmitter, once } from "node:events";

/** Returns the address of a server that prints its port when it listens. */
export async function urlFrom({ stdout }: ChildProcess): Promise<string> {
  const [port] = (await once(stdout ?? new EventEmitter(), "data")) as [Buffer];
  return `http://127.0.0.1:${port.toString().trim()}`;
}
