/** The generators that md2sdk is compared with: each on the same models, as a whole process. */
import { execSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { SpecFile } from "../../../generator/source/spec-file.js";
import { runNode, type ProcessRun } from "./process.js";
import { peerInputsOf } from "./schemas.js";

/** A package of its own: some of them need an older TypeScript than this repository. */
const PACKAGE = "test/bench/generate/peers";

interface Peer {
  /** Its command line. */
  readonly script: string;
  readonly options: string;
  /** The file that it makes, in which every model has to be. */
  readonly output: string;
  /** Where it does less than md2sdk, or other things. */
  readonly note: string;
}

const PEERS = {
  "json-schema-to-typescript": {
    script: "node_modules/json-schema-to-typescript/dist/src/cli.js",
    options: "--input schema.json --output models.ts --unreachableDefinitions",
    output: "models.ts",
    note: "types alone, formatted",
  },
  quicktype: {
    script: "quicktype.js",
    options: "schema.json models.ts",
    output: "models.ts",
    note: "types, and checks at run time; without its command line",
  },
  "openapi-typescript": {
    script: "node_modules/openapi-typescript/bin/cli.js",
    options: "openapi.json --output models.ts",
    output: "models.ts",
    note: "types alone, in one interface",
  },
  "hey-api": {
    // Its command starts another process for this script, which would be one more.
    script: "node_modules/@hey-api/openapi-ts/dist/run.mjs",
    options: "--input openapi.json --output models --plugins @hey-api/typescript",
    output: "models/types.gen.ts",
    note: "types alone",
  },
} satisfies Record<string, Peer>;

export type PeerName = keyof typeof PEERS;

export const peerNames = Object.keys(PEERS) as readonly PeerName[];

export function peerNote(name: PeerName): string {
  return PEERS[name].note;
}

/** Installs the peers, unless they are there as their lock file has them. */
export function installPeers(): void {
  const installed = statSync(`${PACKAGE}/node_modules/.package-lock.json`, {
    throwIfNoEntry: false,
  });
  if (installed && installed.mtimeMs > statSync(`${PACKAGE}/package-lock.json`).mtimeMs) return;
  execSync("npm ci --no-audit --no-fund", { cwd: PACKAGE, stdio: ["ignore", "ignore", "inherit"] });
}

/** A folder with the models of some documents, as the peers read them. */
export class PeerWorkspace {
  readonly #path = mkdtempSync(join(tmpdir(), "md2sdk-bench-peers-"));
  readonly #modelNames: readonly string[];

  constructor(documents: readonly SpecFile[]) {
    const { jsonSchema, openApi, modelNames } = peerInputsOf(documents);
    writeFileSync(join(this.#path, "schema.json"), JSON.stringify(jsonSchema, undefined, 2));
    writeFileSync(join(this.#path, "openapi.json"), JSON.stringify(openApi, undefined, 2));
    this.#modelNames = modelNames;
  }

  /**
   * Runs a peer in a process of its own.
   *
   * @throws {Error} where a model is not in its output
   */
  async run(name: PeerName): Promise<ProcessRun | undefined> {
    const { script, options, output } = PEERS[name];
    rmSync(join(this.#path, output), { force: true });
    const run = await runNode([resolve(PACKAGE, script), ...options.split(" ")], this.#path);
    if (run !== undefined) this.#check(name, readFileSync(join(this.#path, output), "utf8"));
    return run;
  }

  #check(name: PeerName, output: string): void {
    const words = new Set(output.match(/\w+/g));
    const missing = this.#modelNames.filter((model) => !words.has(model));
    if (missing.length > 0) throw new Error(`${name} made no ${missing.join(", ")}`);
  }

  remove(): void {
    rmSync(this.#path, { recursive: true });
  }
}
