/**
 * The value of an integer literal (Go spec, Integer literals): decimal, hexadecimal, octal (with
 * `0o` or a mere `0`) or binary, with underscores between digits.
 */
export function integerOf(literal: string): bigint | undefined {
  const digits = literal.replaceAll("_", "").toLowerCase();
  if (/^0[0-7]+$/.test(digits)) return BigInt(`0o${digits.slice(1)}`);
  return /^(?:0x[\da-f]+|0o[0-7]+|0b[01]+|0|[1-9]\d*)$/.test(digits) ? BigInt(digits) : undefined;
}

/** The value of a decimal floating-point literal (Go spec, Floating-point literals). */
export function floatOf(literal: string): number | undefined {
  const digits = literal.replaceAll("_", "");
  const isFloat = /^(?:\d+\.\d*|\.\d+|\d+)(?:[eE][-+]?\d+)?$/.test(digits);
  const value = isFloat ? Number(digits) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** The text of a string literal, raw or interpreted (Go spec, String literals). */
export function stringOf(literal: string): string | undefined {
  const quote = literal.charAt(0);
  if (literal.length < 2 || !literal.endsWith(quote)) return undefined;
  const inner = literal.slice(1, -1);
  if (quote === "`") return inner.replaceAll("\r", "");
  return unescaped(inner);
}

/** The code point of a rune literal (Go spec, Rune literals). */
export function runeOf(literal: string): bigint | undefined {
  if (literal.length < 3 || !literal.endsWith("'")) return undefined;
  const [only, ...others] = Array.from(unescaped(literal.slice(1, -1)) ?? "");
  const point = others.length === 0 ? only?.codePointAt(0) : undefined;
  return point === undefined ? undefined : BigInt(point);
}

const ESCAPE =
  /\\(?:([abfnrtv\\'"])|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{3})|([^]?))/g;

const SIMPLE: Readonly<Record<string, string>> = {
  a: "\u0007",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
  "'": "'",
  '"': '"',
};

/**
 * Undoes the escapes of an interpreted literal. `\x` and octal escapes are bytes of UTF-8; only
 * those below 0x80 are characters of their own, and others are not supported.
 */
function unescaped(text: string): string | undefined {
  let valid = true;
  const result = text.replaceAll(ESCAPE, (...match: (string | undefined)[]) => {
    const [, simple, hex, short, long, octal] = match;
    if (simple !== undefined) return SIMPLE[simple] ?? "";
    const byte = hex !== undefined ? Number.parseInt(hex, 16) : Number.parseInt(octal ?? "", 8);
    const point = Number.parseInt(short ?? long ?? "", 16);
    if (byte < 0x80) return String.fromCharCode(byte);
    if (point <= 0x10_ffff && (point < 0xd800 || point > 0xdfff))
      return String.fromCodePoint(point);
    valid = false;
    return "";
  });
  return valid ? result : undefined;
}
