import type { JsonObject } from "../../runtime/json.js";
import type { FakeFile, ReceivedFile } from "../file.js";
import type { Refusal } from "../refusal.js";
import { refusal } from "./refusal.js";

/** The files that were uploaded, by their `media_id`. */
export class Media {
  readonly #files = new Map<string, ReceivedFile>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Keeps a file; returns the members that the answers to uploads have. */
  store(file: ReceivedFile): JsonObject {
    const id = `fake-media-${this.#files.size + 1}`;
    this.#files.set(id, file);
    return {
      media_id: id,
      url: `https://fake.invalid/${id}`,
      created_at: String(Math.floor(this.#now() / 1000)),
    };
  }

  /** Returns the file that a download asks for. */
  load({ media_id: id }: JsonObject): FakeFile | Refusal {
    return this.#files.get(String(id)) ?? refusal(40007);
  }

  clear(): void {
    this.#files.clear();
  }
}
