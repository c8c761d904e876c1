/**
 * The list of the files that md2sdk made; only these are ever replaced or removed. It names files
 * and not their digests: git may convert line endings, a formatter may run over the output, and two
 * branches may be merged, and none of that makes a file another's. Every change is told by its path.
 */
export const MANIFEST_PATH = "md2sdk.manifest.json";

/** The command that made an output: the one for packages, or the one for sites. */
export type Generator = "md2sdk" | "md2sdk docs";

/** The sources of an output. */
interface Origin {
  /** The names of the documents that it is made of. */
  readonly documents?: readonly string[];
  readonly generator?: Generator;
}

/** The manifest of an output with these files, itself included. */
export function manifestOf(
  paths: readonly string[],
  { documents = [], generator = "md2sdk" }: Origin = {},
): string {
  const files = [...new Set([...paths, MANIFEST_PATH])].toSorted();
  return `${JSON.stringify({ generator, documents, files }, undefined, 2)}\n`;
}

/** The content of a manifest. Anybody can edit one, so what no output can have is left out. */
export interface Manifest {
  /** The command that made the output. */
  readonly generator?: string | undefined;
  readonly files: readonly string[];
  /** The names of the documents that the output is made of; undefined if they are not known. */
  readonly documents?: readonly unknown[] | undefined;
}

/** Reads a manifest; any other text lists nothing. */
export function manifestIn(text: string): Manifest {
  const { generator, documents } = manifestObject(text) ?? {};
  // The name is shown in a message: a text that nobody would call a command is not shown.
  const isName = typeof generator === "string" && /^[\w .-]{1,40}$/.test(generator);
  return {
    generator: isName ? generator : undefined,
    files: filesOf(text) ?? [],
    documents: Array.isArray(documents) ? documents : undefined,
  };
}

/**
 * Returns the files that a manifest lists, each once, without paths that no output can have.
 *
 * @returns undefined where the text is not a manifest
 */
export function filesOf(manifest: string): string[] | undefined {
  const files = manifestObject(manifest)?.["files"];
  if (!Array.isArray(files)) return undefined;
  return [...new Set(files)].filter((path) => typeof path === "string" && isOutputPath(path));
}

/**
 * Whether a file of an output may have a path: relative, with slashes, and below the folder of the
 * output on every system. Hidden files (`.git`, `.env`) never belong to an output. Windows has other
 * spellings of a path (`C:a`, `a\b`, `a.`, `a `), which are refused everywhere.
 */
export function isOutputPath(path: string): boolean {
  return path.split("/").every((part) => PART.test(part));
}

const PART = /^(?!\.)[^\p{Cc}\p{Cs}\\:*?"<>|]*[^\p{Cc}\p{Cs}\\:*?"<>|. ]$/u;

function manifestObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}
