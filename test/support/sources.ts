import { posix } from "node:path";
import { writeFile } from "./write-file.js";

/**
 * The sources of packages in one project, for a compiler that reads all of them: packages whose runtime
 * and client are the same share one copy of these.
 */
export class Sources {
  readonly #project: string;
  readonly #shared = new Map<string, string>();

  constructor(project: string) {
    this.#project = project;
  }

  /** Writes the TypeScript of a package to a folder of the project. */
  write(folder: string, files: ReadonlyMap<string, string>): void {
    const sources = [...files].filter(([path]) => path.endsWith(".ts"));
    const shared = this.#folderOf(sources.filter(([path]) => isShared(path)));
    for (const [path, text] of sources) {
      if (isShared(path)) continue;
      const place = posix.join(folder, path);
      writeFile(this.#project, place, withImportsOf(shared, { path, text, place }));
    }
  }

  /** Finds the folder that has these files, or writes it. */
  #folderOf(files: readonly (readonly [path: string, text: string])[]): string {
    const key = JSON.stringify(files);
    const known = this.#shared.get(key);
    if (known !== undefined) return known;
    const folder = `shared-${this.#shared.size}`;
    this.#shared.set(key, folder);
    for (const [path, text] of files) writeFile(this.#project, posix.join(folder, path), text);
    return folder;
  }
}

/** Returns a module whose imports of the runtime and the client lead to a shared folder. */
function withImportsOf(
  shared: string,
  { path, text, place }: { path: string; text: string; place: string },
): string {
  return text.replaceAll(/"(\.{1,2}\/[^"\n]+)"/g, (quoted, specifier: string) => {
    const target = posix.join(posix.dirname(path), specifier);
    if (!isShared(target)) return quoted;
    return `"${posix.relative(posix.dirname(place), posix.join(shared, target))}"`;
  });
}

function isShared(path: string): boolean {
  return /^src\/(?:runtime|client)\//.test(path);
}
