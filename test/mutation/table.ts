import { location } from "vfile-location";

/** A change that Stryker made, and how the tests answered it. */
export interface Mutant {
  readonly path: string;
  readonly location: { readonly start: Position; readonly end: Position };
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status: string;
}

/** A place in a file. Both numbers count from 1. */
interface Position {
  readonly line: number;
  readonly column: number;
}

const KILLED: ReadonlySet<string> = new Set(["Killed", "Timeout"]);
const SURVIVED: ReadonlySet<string> = new Set(["Survived", "NoCoverage"]);

/** Returns a table of Markdown with the score of each folder. */
export function scoreTable(folders: readonly string[], mutants: readonly Mutant[]): string {
  const rows = folders.map((folder) => {
    const inFolder = mutants.filter(({ path }) => path.startsWith(`${folder}/`));
    const killed = inFolder.filter(({ status }) => KILLED.has(status)).length;
    const survived = inFolder.filter(({ status }) => SURVIVED.has(status)).length;
    const total = killed + survived;
    const score = total === 0 ? "" : `${Math.round((100 * killed) / total)} %`;
    return `| ${folder} | ${total} | ${killed} | ${survived} | ${score} |`;
  });
  const head = [
    "| folder | mutants | killed | survived | score |",
    "| :-- | --: | --: | --: | --: |",
  ];
  return [...head, ...rows].join("\n");
}

/** Returns a line for each mutant that no test noticed. */
export function survivorLines(
  mutants: readonly Mutant[],
  texts: ReadonlyMap<string, string>,
): string[] {
  return mutants
    .filter(({ status }) => SURVIVED.has(status))
    .map(({ path, location: range, mutatorName, replacement = "", status }) => {
      const { start } = range;
      const reach = status === "NoCoverage" ? " (no test reaches it)" : "";
      const change = `${onOneLine(textAt(texts.get(path) ?? "", range))} → ${onOneLine(replacement)}`;
      return `${path}:${start.line}:${start.column} ${mutatorName}${reach}: ${change}`;
    });
}

function textAt(text: string, { start, end }: Mutant["location"]): string {
  const places = location(text);
  return text.slice(places.toOffset(start), places.toOffset(end));
}

function onOneLine(code: string): string {
  const line = code.replace(/\s+/g, " ");
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
