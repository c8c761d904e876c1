import { readFileSync } from "node:fs";
import * as sdk from "../../generated/src/index.js";
import type { Codec } from "../../generated/src/index.js";
import { upperFirst } from "../../generator/names.js";

/** A JSON text and what Go's encoding/json makes of it; see `test/vectors/README.md`. */
export type Vector = {
  readonly id: string;
  readonly case: string;
  readonly type: string;
} & ({ readonly input: string } | { readonly inputBase64: string }) &
  ({ readonly ok: true; readonly output: string } | { readonly ok: false; readonly error: string });

const lines = readFileSync(new URL("../vectors/go-encoding-json.jsonl", import.meta.url), "utf8");

export const vectors: readonly Vector[] = lines
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Vector);

/** The text of a vector, as whoever reads a response has it. */
export function inputOf(vector: Vector): string {
  if ("input" in vector) return vector.input;
  return new TextDecoder().decode(Buffer.from(vector.inputBase64, "base64"));
}

const exported: ReadonlyMap<string, unknown> = new Map(Object.entries(sdk));

/** The codec of a model or an enum, by its name in the spec. */
export function codecOf(type: string): Codec<unknown> {
  const codec = exported.get(`${upperFirst(type)}Codec`);
  if (codec === undefined) throw new Error(`no codec of ${type}`);
  return codec as Codec<unknown>;
}

/** JSON without members of zero values: Go writes them, and the codecs leave some out. */
export function withoutZeros(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(withoutZeros);
  if (typeof json !== "object" || json === null) return json;
  const members = Object.entries(json).map(
    ([name, member]) => [name, withoutZeros(member)] as const,
  );
  return Object.fromEntries(members.filter(([, member]) => !isZero(member)));
}

/** `""`, `0`, `false`, `null`, and lists and objects without any other value. */
function isZero(json: unknown): boolean {
  if (Array.isArray(json)) return json.length === 0;
  if (typeof json === "object" && json !== null) return Object.values(json).every(isZero);
  return json === "" || json === 0 || json === false || json === null;
}
