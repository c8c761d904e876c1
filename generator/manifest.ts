/** The list of the files that md2sdk made; only these are ever replaced or removed. */
export const MANIFEST_PATH = "md2sdk.manifest.json";

/** The manifest of an output with these files, itself included. */
export function manifestOf(paths: readonly string[]): string {
  const files = [...paths, MANIFEST_PATH].toSorted();
  return `${JSON.stringify({ generator: "md2sdk", files }, undefined, 2)}\n`;
}

/**
 * The files that a manifest lists. Paths that lead out of the output are left out: nobody has to
 * trust a file that anybody can edit.
 *
 * @returns nothing where the text is no manifest
 */
export function filesOf(manifest: string): string[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(manifest);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null || !("files" in value)) return undefined;
  if (!Array.isArray(value.files)) return undefined;
  return value.files.filter((path) => typeof path === "string" && isInside(path));
}

function isInside(path: string): boolean {
  return (
    /^[^/\\:]+(\/[^/\\:]+)*$/.test(path) && !path.split("/").some((part) => /^\.*$/.test(part))
  );
}
