/** Tags and other markup: each function reads one from the place in the text on. */
import { characters } from "./characters.js";
import { source, stop, type Attribute } from "./source.js";

/** A name in ASCII, as almost all are, and one in any script, which takes longer to find. */
const ASCII_NAME = /[A-Za-z_:][-.\w:]*/y;
const NAME = /[\p{L}\p{Nl}_:][\p{L}\p{M}\p{N}_:.·-]*/uy;

/** Reads a start tag behind its `<`. */
export function startTag(): void {
  const name = nextName("the name of an element");
  const depth = ++source.depth;
  source.start = source.position - name.length - 1;
  source.names[depth] = name;
  source.indexes[depth] = undefined;
  source.attributes[depth] = attributesOf();
  source.isEmpty = source.text[source.position] === "/";
  if (source.isEmpty) source.position++;
  skip(">");
}

/** Reads attributes up to the end of a tag; the common tag has none. */
function attributesOf(): readonly Attribute[] | undefined {
  let attributes: Attribute[] | undefined;
  for (;;) {
    skipSpace();
    const { text, position } = source;
    if (text[position] === ">" || text[position] === "/") return attributes;
    const name = nextName("an attribute");
    skipSpace();
    skip("=");
    skipSpace();
    const start = source.position + 1;
    const quote = text[start - 1];
    if (quote !== '"' && quote !== "'") stop("a quote");
    source.position = start;
    const end = upTo(quote);
    const tag = text.slice(start, end).indexOf("<");
    if (tag >= 0) stop("&lt;", start + tag);
    (attributes ??= []).push({ name, value: characters(start, end), start });
  }
}

/** Reads an end tag behind its `</`, which must be that of the open element. */
export function endTag(): void {
  const { text, depth, names, position } = source;
  const name = names[depth] ?? "";
  const end = position + name.length;
  if (depth === 0) stop("the start tag of the root element", position - 2);
  if (!text.startsWith(name, position) || /[^\s>]/.test(text.charAt(end)))
    stop(`</${name}>`, position - 2);
  source.end = position - 2;
  source.position = end;
  skipSpace();
  skip(">");
  source.depth--;
}

/** Reads a processing instruction behind its `<?`; the text has been decoded, and it may say so. */
export function instruction(): void {
  const { position } = source;
  const target = nextName("the name of an instruction");
  const content = source.text.slice(source.position, upTo("?>"));
  const isOther = /\b(?:version\s*=\s*(["'])(?!1\.0\1)|encoding\s*=\s*(["'])(?!utf-8\2))/i.test(
    content,
  );
  if (target === "xml" && isOther) stop("XML 1.0 in UTF-8", position - 2);
}

/** Reads a declaration behind its `<!`, and expands nothing. */
export function declaration(): void {
  if (/^(?:\[|-)/.test(source.text.slice(source.position, source.position + 1)))
    stop("a comment, a CDATA section or a declaration", source.position - 2);
  for (let open = 1; open > 0;) {
    const mark = next(/[^"'<>]*["'<>]/y, ">").slice(-1);
    if (mark === "<") {
      if (source.text.startsWith("!--", source.position)) upTo("-->");
      else open++;
    } else if (mark === ">") open--;
    else upTo(mark);
  }
}

/** Moves behind a mark; returns its offset. */
export function upTo(mark: string): number {
  const offset = source.text.indexOf(mark, source.position);
  if (offset < 0) stop(mark, source.text.length);
  source.position = offset + mark.length;
  return offset;
}

/** Moves behind a mark that must stand there. */
export function skip(mark: string): void {
  if (!source.text.startsWith(mark, source.position)) stop(mark);
  source.position += mark.length;
}

function skipSpace(): void {
  while (" \t\r\n".includes(source.text[source.position] ?? ">")) source.position++;
}

/** Moves behind the part that a pattern finds; returns the part. */
function next(pattern: RegExp, expected: string): string {
  const { text, position } = source;
  pattern.lastIndex = position;
  if (!pattern.test(text)) stop(expected);
  source.position = pattern.lastIndex;
  return text.slice(position, source.position);
}

/** Moves behind a name; returns it. */
function nextName(expected: string): string {
  const { text, position } = source;
  ASCII_NAME.lastIndex = position;
  const end = ASCII_NAME.test(text) ? ASCII_NAME.lastIndex : position;
  if (!(text.charCodeAt(end) < 0x80)) return next(NAME, expected);
  if (end === position) stop(expected);
  source.position = end;
  return text.slice(position, end);
}

/** Whether a text is a name of an element. */
export function isName(text: string): boolean {
  NAME.lastIndex = 0;
  return NAME.test(text) && NAME.lastIndex === text.length;
}
