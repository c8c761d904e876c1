import { readFileSync } from "node:fs";
import { ts } from "ts-morph";
import { globSync } from "tinyglobby";

/** A range of a file in the form that Stryker takes: `file:line:column-line:column`. */
export type MutationRange = `${string}:${number}:${number}-${number}:${number}`;

/** Returns ranges of `count` statements of the files below a folder, the same for the same seed. */
export function sampleOf(folder: string, count: number, seed: number): MutationRange[] {
  const files = globSync(`${folder}/**/*.ts`).toSorted();
  const ranges = files.flatMap((file) => rangesOf(file, readFileSync(file, "utf8")));
  const random = randomOf(seed);
  const drawn = ranges.map((range) => ({ range, order: random() }));
  return drawn
    .toSorted((a, b) => a.order - b.order)
    .slice(0, count)
    .map(({ range }) => range);
}

/** Returns the statements that contain no others, and the conditions of those that do. */
function rangesOf(path: string, text: string): MutationRange[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const ranges: MutationRange[] = [];
  const visit = (node: ts.Node): boolean => {
    let hasStatement = false;
    ts.forEachChild(node, (child) => {
      hasStatement = visit(child) || hasStatement;
    });
    if (ts.isIfStatement(node)) ranges.push(rangeOf(node.expression, file));
    if (!isExecutable(node)) return hasStatement;
    if (!hasStatement) ranges.push(rangeOf(node, file));
    return true;
  };
  visit(file);
  return ranges;
}

function isExecutable(node: ts.Node): boolean {
  return (
    ts.isStatement(node) &&
    !ts.isBlock(node) &&
    !ts.isImportDeclaration(node) &&
    !ts.isExportDeclaration(node) &&
    !ts.isInterfaceDeclaration(node) &&
    !ts.isTypeAliasDeclaration(node)
  );
}

function rangeOf(node: ts.Node, file: ts.SourceFile): MutationRange {
  const start = file.getLineAndCharacterOfPosition(node.getStart(file));
  const end = file.getLineAndCharacterOfPosition(node.end);
  return `${file.fileName}:${start.line + 1}:${start.character}-${end.line + 1}:${end.character}`;
}

/** Returns a generator of numbers below 2^32: Marsaglia's xorshift. */
function randomOf(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
