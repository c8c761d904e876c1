/** A parameter of a header: `name=value`, or `name="value"` with escapes. */
const PARAMETER = /;\s*([\w*-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/g;

/** Returns the name of a file in the header `Content-Disposition` (RFC 6266), without folders. */
export function fileNameIn(disposition: string): string | undefined {
  const values = new Map<string, string>();
  for (const [, name = "", quoted, plain = ""] of disposition.matchAll(PARAMETER)) {
    values.set(name.toLowerCase(), quoted?.replaceAll(/\\(.)/g, "$1") ?? plain.trim());
  }
  const name = extended(values.get("filename*") ?? "") ?? utf8(values.get("filename") ?? "");
  const [last = ""] = name.split(/[/\\]/).slice(-1);
  return /^\.{0,2}$/.test(last) ? undefined : last;
}

/** Reads a value with its encoding, `UTF-8''%E5%A4%B4.png` (RFC 8187). */
function extended(value: string): string | undefined {
  const [, charset, text = ""] = /^([\w-]+)'[^']*'(.*)$/.exec(value) ?? [];
  const latin1 = text.replaceAll(/%([\da-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return charset === undefined ? undefined : decoded(latin1, charset);
}

/** Reads a header whose bytes are UTF-8: `fetch` takes each of them for a character. */
function utf8(value: string): string {
  return (/[\u0080-\u00ff]/.test(value) ? decoded(value, "utf-8") : undefined) ?? value;
}

function decoded(latin1: string, charset: string): string | undefined {
  try {
    const bytes = Uint8Array.from(latin1, (character) => character.charCodeAt(0));
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
