/** Texts in other encodings than UTF-8, which Node only decodes. */

/** Encodes a text. */
export function encode(text: string, encoding: string): Buffer {
  switch (encoding) {
    case "utf-16le":
      return Buffer.from(text, "utf16le");
    case "utf-16be":
      return Buffer.from(text, "utf16le").swap16();
    case "latin1":
      return Buffer.from(text, "latin1");
    default:
      return Buffer.concat(Array.from(text, (character) => bytesOf(character, encoding)));
  }
}

function bytesOf(character: string, encoding: string): Buffer {
  if (character < "\x80") return Buffer.from(character);
  const bytes = pairsOf(encoding).get(character);
  if (bytes === undefined) throw new Error(`no ${character} in ${encoding}`);
  return bytes;
}

const tables = new Map<string, ReadonlyMap<string, Buffer>>();

/** The characters of two bytes. */
function pairsOf(encoding: string): ReadonlyMap<string, Buffer> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(encoding);
  const pairs = new Map<string, Buffer>();
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) {
      const bytes = Buffer.from([lead, trail]);
      const character = decoder.decode(bytes);
      if (Array.from(character).length === 1 && !pairs.has(character)) pairs.set(character, bytes);
    }
  }
  tables.set(encoding, pairs);
  return pairs;
}
