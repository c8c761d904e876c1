import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";

/** Everything below a folder by its path: files with their texts, links with their targets. */
export function treeOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    pathsOf(folder, "").map((path) => [path, contentOf(join(folder, path))]),
  );
}

/** Node's own `recursive` follows links. */
function pathsOf(folder: string, path: string): string[] {
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
    const inner = path + entry.name;
    return entry.isDirectory() ? [inner, ...pathsOf(folder, `${inner}/`)] : [inner];
  });
}

function contentOf(path: string): string {
  const stats = lstatSync(path);
  if (stats.isFile()) return readFileSync(path, "latin1");
  if (stats.isDirectory()) return "(folder)";
  return stats.isSymbolicLink() ? `→ ${readlinkSync(path)}` : "(special)";
}
