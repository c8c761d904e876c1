/** A half-open range of positions in Go source. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Go source made ready for the parser: as long as the original, with the same lines. */
export interface Lexed {
  readonly code: string;
  readonly comments: readonly Span[];
  /** The first token that is nested too deeply; the code is then not to be parsed. */
  readonly tooDeep: Span | undefined;
}

/** Brackets and stars nested deeper are taken for a mistake, and take the parser quadratic time. */
const DEEPEST = 100;

const LEXEME =
  /"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|`[^`]*`?|\/\/[^\n]*|\/\*[^]*?\*\/|[\p{L}\p{Nd}_]+|[[({\])}]|\*(?:\s*\*){100}/gu;

/**
 * Prepares Go source for `@lezer/go`, whose lexer ends no line behind `true`, `false`, `nil` or a
 * block comment, and takes `_1` for a number (Go spec, Semicolons, Identifiers): comments become
 * spaces, and those names others of their length. The true text stays in the source.
 */
export function lex(text: string): Lexed {
  const comments: Span[] = [];
  let depth = 0;
  let tooDeep: Span | undefined;
  const code = text.replaceAll(LEXEME, (lexeme: string, from: number) => {
    const first = lexeme.charAt(0);
    if (/^\/[/*]/.test(lexeme)) {
      comments.push({ from, to: from + lexeme.length });
      return lexeme.replaceAll(/[^\n]/g, " ");
    }
    if ("([{".includes(first)) depth += 1;
    if (")]}".includes(first)) depth = Math.max(0, depth - 1);
    if (depth > DEEPEST || first === "*") tooDeep ??= { from, to: from + 1 };
    return masked(lexeme);
  });
  return { code, comments, tooDeep };
}

function masked(lexeme: string): string {
  // The lines of a raw string must not look like declarations.
  if (lexeme.startsWith("`")) return lexeme.replaceAll(/[^`\n]/g, "x");
  if (/^(?:true|false|nil)$/.test(lexeme)) return `X${lexeme.slice(1)}`;
  return /^_+\p{Nd}/u.test(lexeme) ? `X${lexeme.slice(1)}` : lexeme;
}
