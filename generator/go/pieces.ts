/** The keywords that begin declarations: none of them is a name in Go. */
const DECLARATION = /^([ \t]*)(?:package|import|const|type|var|func)(?![\p{L}\p{Nd}_])/u;

/**
 * Cuts Go code where a line begins a declaration and is indented no more than the first one, as
 * gofmt has it; blank lines, and so comments, go with what follows them.
 *
 * @returns the ranges of the pieces, which together are the code
 */
export function piecesOf(code: string): readonly (readonly [from: number, to: number])[] {
  const starts = [0];
  let indent: number | undefined;
  let position = 0;
  let blankFrom = 0;
  for (const line of code.split("\n")) {
    const own = DECLARATION.exec(line)?.[1]?.length;
    if (own !== undefined && own <= (indent ??= own)) starts.push(blankFrom);
    position += line.length + 1;
    if (line.trim() !== "") blankFrom = position;
  }
  return starts.map((from, index) => [from, starts[index + 1] ?? code.length]);
}
