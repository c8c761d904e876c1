const INTEGER = /^(?:0x(?:_?[\da-f])+|0o(?:_?[0-7])+|0b(?:_?[01])+|0(?:_?[0-7])*|[1-9](?:_?\d)*)$/i;

const FLOAT =
  /^(?=[\d_]*\.|[\d_]+e)(?:\d(?:_?\d)*)?(?:\.(?:\d(?:_?\d)*)?)?(?:e[-+]?\d(?:_?\d)*)?$/i;

/**
 * The value of an integer literal (Go spec, Integer literals): decimal, hexadecimal, octal (with
 * `0o` or a mere `0`) or binary, with underscores between digits.
 */
export function integerOf(literal: string): bigint | undefined {
  if (!INTEGER.test(literal)) return undefined;
  return BigInt(literal.replaceAll("_", "").replace(/^0(?=\d)/, "0o"));
}

/** The value of a decimal floating-point literal (Go spec, Floating-point literals). */
export function floatOf(literal: string): number | undefined {
  const value = FLOAT.test(literal) ? Number(literal.replaceAll("_", "")) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** Returns the exact value of a decimal floating-point literal that is an integer: `1e18`, `2.50e1`. */
export function integralOf(literal: string): bigint | undefined {
  const [, whole = "", fraction = "", exponent = "0"] =
    /^(\d*)\.?(\d*)(?:e([-+]?\d+))?$/i.exec(literal.replaceAll("_", "")) ?? [];
  const digits = whole + fraction;
  if (/^0*$/.test(digits)) return 0n;
  const shift = Number(exponent) - fraction.length;
  // No literal that `floatOf` takes has a longer one.
  if (shift >= 0) return shift > 400 ? undefined : BigInt(digits + "0".repeat(shift));
  return /^0*$/.test(digits.slice(shift)) ? BigInt(digits.slice(0, shift)) : undefined;
}

/** The text of a string literal, raw or interpreted (Go spec, String literals). */
export function stringOf(literal: string): string | undefined {
  const quote = literal.charAt(0);
  if (literal.length < 2 || !literal.endsWith(quote)) return undefined;
  const inner = literal.slice(1, -1);
  return quote === "`" ? inner.replaceAll("\r", "") : unescaped(inner, quote);
}

/** The code point of a rune literal, or the byte that it escapes (Go spec, Rune literals). */
export function runeOf(literal: string): bigint | undefined {
  if (literal.length < 3 || !literal.endsWith("'")) return undefined;
  const inner = literal.slice(1, -1);
  if (BYTE.test(inner)) return byteOf(inner) > 0xff ? undefined : BigInt(byteOf(inner));
  const [only, ...others] = Array.from(unescaped(inner, "'") ?? "");
  const point = others.length === 0 ? only?.codePointAt(0) : undefined;
  return point === undefined ? undefined : BigInt(point);
}

const BYTE = /^(?:\\x[\da-fA-F]{2}|\\[0-7]{3})$/;

const ESCAPE = /((?:\\x[\da-fA-F]{2}|\\[0-7]{3})+)|\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|([^]?))/g;

const SIMPLE: Readonly<Record<string, string>> = {
  a: "\u0007",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
};

/** Undoes the escapes of an interpreted literal; nothing where one is wrong. */
function unescaped(text: string, quote: string): string | undefined {
  let valid = true;
  const result = text.replaceAll(ESCAPE, (...match: (string | undefined)[]) => {
    const [, bytes, short, long, simple = ""] = match;
    const character =
      bytes === undefined
        ? (characterOf(short ?? long) ?? (simple === quote ? quote : SIMPLE[simple]))
        : utf8Of(bytes);
    valid &&= character !== undefined;
    return character ?? "";
  });
  return valid ? result : undefined;
}

/** Returns the character of a `\u` or `\U` escape; surrogates have no character. */
function characterOf(digits = ""): string | undefined {
  const point = Number.parseInt(digits, 16);
  const isCharacter = point <= 0x10_ffff && (point < 0xd800 || point > 0xdfff);
  return isCharacter ? String.fromCodePoint(point) : undefined;
}

/** The text that escaped bytes make: a Go string may hold other bytes, but JSON cannot. */
function utf8Of(escapes: string): string | undefined {
  const bytes = (escapes.match(/\\x..|\\[0-7]{3}/g) ?? []).map(byteOf);
  if (bytes.some((byte) => byte > 0xff)) return undefined;
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    return decoder.decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

function byteOf(escape: string): number {
  return escape.startsWith("\\x")
    ? Number.parseInt(escape.slice(2), 16)
    : Number.parseInt(escape.slice(1), 8);
}
