import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./project.js";

/**
 * Returns the first fence of a page of this repository whose info string is this, below a heading.
 *
 * @param fence the back-ticks of the fence
 */
export function exampleIn(page: string, info: string, heading = "", fence = "```"): string {
  const text = readFileSync(join(root, page), "utf8");
  const below = text.slice(text.indexOf(heading));
  const start = below.indexOf(`\n${fence}${info}\n`);
  if (!text.includes(heading) || start < 0) throw new Error(`${page} has no example ${info}`);
  const from = start + fence.length + info.length + 2;
  return below.slice(from, below.indexOf(`\n${fence}\n`, start + 1) + 1);
}
