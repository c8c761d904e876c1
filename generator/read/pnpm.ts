import { join } from "node:path";
import { isThere } from "./documents.js";
import { PNPM_WORKSPACE } from "./manager.js";
import type { ProjectFile } from "./project.js";
import { ReadError, readText } from "./text.js";

/**
 * The list of the packages of a workspace of pnpm, with a folder among them; comments stay.
 *
 * @throws {ReadError} if the existing file has no list of packages where one should be
 */
export async function pnpmWorkspace(root: string, folder: string): Promise<ProjectFile> {
  if (!(await isThere(PNPM_WORKSPACE, root)))
    return { isThere: false, text: `packages:\n  - ${folder}\n` };
  const path = join(root, PNPM_WORKSPACE);
  const known = await readText(path);
  const { withListItem } = await import("../yaml-text.js");
  const text = withListItem(known, "packages", folder);
  if (text === undefined) throw new ReadError(`Unexpected ${path}, expected a list \`packages\``);
  return { isThere: true, text: text === known ? undefined : text };
}
