/** The list of the files that md2sdk made; only these are ever replaced or removed. */
export const MANIFEST_PATH = "md2sdk.manifest.json";

/** What makes an output: the command that makes packages, or the one that makes sites. */
export type Generator = "md2sdk" | "md2sdk docs";

/** The manifest of an output with these files, itself included. */
export function manifestOf(paths: readonly string[], generator: Generator = "md2sdk"): string {
  const files = [...paths, MANIFEST_PATH].toSorted();
  return `${JSON.stringify({ generator, files }, undefined, 2)}\n`;
}

/** What has made an output; nothing where the text is no manifest. */
export function generatorOf(manifest: string): string | undefined {
  const value = objectIn(manifest);
  return value !== undefined && typeof value["generator"] === "string"
    ? value["generator"]
    : undefined;
}

/**
 * The files that a manifest lists. Paths that lead out of the output are left out: nobody has to
 * trust a file that anybody can edit.
 *
 * @returns nothing where the text is no manifest
 */
export function filesOf(manifest: string): string[] | undefined {
  const files = objectIn(manifest)?.["files"];
  if (!Array.isArray(files)) return undefined;
  return files.filter((path) => typeof path === "string" && isInside(path));
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}

function isInside(path: string): boolean {
  return (
    /^[^/\\:]+(\/[^/\\:]+)*$/.test(path) && !path.split("/").some((part) => /^\.*$/.test(part))
  );
}
