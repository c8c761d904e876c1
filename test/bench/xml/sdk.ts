/** The generated codecs that are measured. */
import { execFileSync, execSync } from "node:child_process";
import { resolve } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import type { Contender, Event, News } from "./contenders.js";

// Paths start at the root of the repository, where npm runs its scripts.
const OUT = "test/bench/dist/xml-sdk";

export function buildXmlSdk(): void {
  const argv = ["dist/md2sdk.cjs", "generate", "test/bench/xml/messages.md", "--out", OUT];
  execFileSync(process.execPath, argv, { stdio: ["ignore", "ignore", "inherit"] });
  execSync("npm run --silent build", { cwd: OUT, stdio: "inherit" });
}

export async function generated(): Promise<Contender> {
  const { parseEventXml, parseNewsXml } = (await import(
    pathToFileURL(resolve(OUT, "dist/index.js")).href
  )) as {
    readonly parseEventXml: (text: string) => Event;
    readonly parseNewsXml: (text: string) => News;
  };
  return { event: parseEventXml, news: parseNewsXml };
}
