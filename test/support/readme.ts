import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./project.js";

/** Returns the first fence of a page of this repository whose info string is this, below a heading. */
export function exampleIn(page: string, info: string, heading = ""): string {
  const text = readFileSync(join(root, page), "utf8");
  const below = text.slice(text.indexOf(heading));
  const start = below.indexOf(`\n\`\`\`${info}\n`);
  if (!text.includes(heading) || start < 0) throw new Error(`${page} has no example ${info}`);
  return below.slice(start + info.length + 5, below.indexOf("\n```", start + 1) + 1);
}
