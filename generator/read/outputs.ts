import { readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { filesOf, MANIFEST_PATH } from "../project/manifest.js";

/** Tells the files of outputs from documents, by the manifests in the folders that they are in. */
export class Outputs {
  readonly #manifests = new Map<string, Promise<ReadonlySet<string>>>();

  /** Whether a manifest lists a file; the path is absolute and without links. */
  async has(path: string): Promise<boolean> {
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      const files = await this.#filesIn(folder);
      if (files.has(relative(folder, path).replaceAll("\\", "/"))) return true;
      if (folder === dirname(folder)) return false;
    }
  }

  #filesIn(folder: string): Promise<ReadonlySet<string>> {
    const known = this.#manifests.get(folder);
    if (known !== undefined) return known;
    const manifest = readFile(join(folder, MANIFEST_PATH), "utf8").catch(() => "");
    const files = manifest.then((text) => new Set(filesOf(text)));
    this.#manifests.set(folder, files);
    return files;
  }
}
