import { digestOf } from "../read/digest.js";

/** Texts that runs have printed, by digests of what they were printed from. */
export class PrintedTexts {
  readonly #known: ReadonlyMap<string, string>;
  /** The texts that this run has asked for or made. */
  readonly used = new Map<string, string>();
  /** The digests of the sources: a run asks for each text more than once. */
  readonly #digests = new Map<string, string>();

  /** @param known the texts of earlier runs */
  constructor(known: ReadonlyMap<string, string> = new Map()) {
    this.#known = known;
  }

  get(source: string): string | undefined {
    const digest = this.#digestOf(source);
    const text = this.used.get(digest) ?? this.#known.get(digest);
    if (text !== undefined) this.used.set(digest, text);
    return text;
  }

  set(source: string, text: string): void {
    this.used.set(this.#digestOf(source), text);
  }

  #digestOf(source: string): string {
    const digest = this.#digests.get(source) ?? digestOf(source);
    this.#digests.set(source, digest);
    return digest;
  }
}
