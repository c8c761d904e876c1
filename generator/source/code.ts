const LONGEST = 80;

/**
 * Control characters, line separators and bidirectional controls: what could rewrite a terminal's
 * line, start a new one in a report, or make text read in another order than it stands.
 */
// oxlint-disable-next-line no-control-regex
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/** Makes text of a document safe to print in one line: unsafe characters become `\u{…}`. */
export function printable(text: string): string {
  return text.replace(UNSAFE, (unsafe) => `\\u{${unsafe.charCodeAt(0).toString(16)}}`);
}

/**
 * Quotes text of a document for a message, as a Markdown code span of at most 80 characters; several
 * lines become one.
 */
export function code(text: string): string {
  const line = text.slice(0, 4 * LONGEST).replaceAll(/\s*\n\s*/g, " ");
  const characters = Array.from(line);
  return lineOfCode(
    characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join("")}…` : line,
  );
}

/** Quotes a line to paste as a Markdown code span, however long it is. */
export function lineOfCode(line: string): string {
  const fence = line.includes("`") ? "``" : "`";
  const padding = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${fence}${padding}${printable(line)}${padding}${fence}`;
}

/** The names that a list in a message has at most. */
const MOST_NAMES = 16;

/** Returns a list of names, for instance `` `a`, `b` or `c` ``; a long one ends in a number. */
export function oneOf(names: readonly string[], last: "or" | "and" = "or"): string {
  const listed = names.slice(0, MOST_NAMES).map(code);
  if (names.length > MOST_NAMES) listed.push(`${names.length - MOST_NAMES} more`);
  const end = listed.pop() ?? "";
  return listed.length === 0 ? end : `${listed.join(", ")} ${last} ${end}`;
}
