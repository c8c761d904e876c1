/**
 * The list of the files that md2sdk made; only these are ever replaced or removed. It names files
 * and not their digests: git may convert line endings, a formatter may run over the output, and two
 * branches may be merged, and none of that makes a file another's. Every change is told by its path.
 */
export const MANIFEST_PATH = "md2sdk.manifest.json";

/**
 * Returns the path of the manifest of an output.
 *
 * @param file the name of an output that is a single file: it shares its folder with files of others
 */
export function manifestPathOf(file: string | undefined): string {
  return file === undefined ? MANIFEST_PATH : `${file}.${MANIFEST_PATH}`;
}

/** Returns the manifest among the paths of an output. */
export function manifestAmong(paths: Iterable<string>): string {
  for (const path of paths) if (isManifest(path)) return path;
  return MANIFEST_PATH;
}

/** Whether a path of an output is that of its manifest. */
export function isManifest(path: string): boolean {
  return path === MANIFEST_PATH || (path.endsWith(`.${MANIFEST_PATH}`) && !path.includes("/"));
}

/** The command that made an output. */
export type Generator =
  | "md2sdk"
  | "md2sdk docs"
  | "md2sdk generate --target openapi"
  | "md2sdk generate --target json-schema";

/** The sources of an output. */
export interface Origin {
  /** The names of the documents that it is made of. */
  readonly documents?: readonly string[];
  readonly generator?: Generator;
  /** The name of an output that is a single file. */
  readonly file?: string | undefined;
}

/** The manifest of an output with these files, itself included. */
export function manifestOf(
  paths: readonly string[],
  { documents = [], generator = "md2sdk", file }: Origin = {},
): string {
  const files = [...new Set([...paths, manifestPathOf(file)])].toSorted();
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
