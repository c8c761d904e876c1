import { isUtf8 } from "node:buffer";
import type { EncodingError } from "../source/spec-file.js";

/** The text of a file, and where it was not UTF-8. */
export interface DecodedText {
  readonly value: string;
  /** Absent if the bytes are UTF-8. */
  readonly encodingError?: EncodingError;
}

/**
 * Decodes the bytes of a file as UTF-8, or else in the encoding that they most probably have. Node's own
 * decoding would silently replace what is not UTF-8.
 */
export function decodeText(bytes: Buffer): DecodedText {
  const encoding = probableEncoding(bytes);
  if (encoding === "utf-8" && isUtf8(bytes)) return { value: bytes.toString("utf8") };
  if (encoding === "binary") {
    return { value: "", encodingError: { offset: 0, byte: bytes[0] ?? 0, encoding: "not text" } };
  }
  const index = encoding.startsWith("utf-16") ? firstWideByte(bytes) : firstBadByte(bytes);
  const before = new TextDecoder(encoding).decode(bytes.subarray(0, index), { stream: true });
  const value = new TextDecoder(encoding).decode(bytes);
  return {
    value,
    encodingError: {
      offset: Math.min(before.length, value.length),
      byte: bytes[index] ?? 0,
      encoding: encoding === "utf-8" ? undefined : NAMES[encoding],
    },
  };
}

type Encoding = "binary" | "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "big5" | "windows-1252";

const NAMES: Readonly<Record<Exclude<Encoding, "binary" | "utf-8">, string>> = {
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
  gb18030: "GB18030 (GBK)",
  big5: "Big5",
  "windows-1252": "Latin-1",
};

function probableEncoding(bytes: Buffer): Encoding {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return wide;
  if (isUtf8(bytes)) return "utf-8";
  if (bytes.includes(0)) return "binary";
  // Only a few bytes of a damaged UTF-8 text are wrong; of another encoding nearly all are.
  const characters = new TextDecoder().decode(bytes).match(/[^\0-\x7f]/gu) ?? [];
  const damaged = characters.filter((character) => character === "\uFFFD").length;
  if (damaged < characters.length / 2) return "utf-8";
  const [best] = CHINESE.map(
    (chinese) => [chinese.encoding, shareOfCommon(bytes, chinese)] as const,
  )
    .filter(([encoding, share]) => share > 0.5 && decodes(bytes, encoding))
    .toSorted(([, one], [, other]) => other - one);
  return best?.[0] ?? "windows-1252";
}

/** UTF-16: it begins with a byte-order mark, or every other byte of its ASCII characters is zero. */
function wideEncoding(bytes: Buffer): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const zeros: [even: number, odd: number] = [0, 0];
  for (let index = bytes.indexOf(0); index !== -1; index = bytes.indexOf(0, index + 1)) {
    zeros[index % 2 === 0 ? 0 : 1]++;
  }
  const [even, odd] = zeros;
  const most = Math.max(even, odd);
  const isWide = most > 0 && most * 8 >= bytes.length && most >= 8 * Math.min(even, odd);
  if (!isWide) return undefined;
  return odd > even ? "utf-16le" : "utf-16be";
}

/** A Chinese encoding, and the first bytes of its punctuation and of its frequent characters. */
interface ChineseEncoding {
  readonly encoding: "gb18030" | "big5";
  readonly common: readonly (readonly [least: number, most: number])[];
  /** The least second byte of a frequent character. */
  readonly trail: number;
}

/** GB 2312 and Big5 both sort their characters by frequency into two levels. */
const CHINESE: readonly ChineseEncoding[] = [
  {
    encoding: "gb18030",
    common: [
      [0xa1, 0xa3],
      [0xb0, 0xd7],
    ],
    trail: 0xa1,
  },
  { encoding: "big5", common: [[0xa1, 0xc6]], trail: 0x40 },
];

/** The share of frequent characters among those of two bytes. */
function shareOfCommon(bytes: Buffer, { common, trail }: ChineseEncoding): number {
  let pairs = 0;
  let found = 0;
  for (let index = 0; index < bytes.length; index++) {
    const lead = bytes[index] ?? 0;
    if (lead < 0x80) continue;
    const second = bytes[++index] ?? 0;
    pairs++;
    if (second >= trail && common.some(([least, most]) => lead >= least && lead <= most)) found++;
  }
  return pairs === 0 ? 0 : found / pairs;
}

function decodes(bytes: Buffer, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The index of the byte-order mark, or else of the first zero. */
function firstWideByte(bytes: Buffer): number {
  return (bytes[0] ?? 0) >= 0xfe ? 0 : bytes.indexOf(0);
}

/** The index of the first byte that does not belong to a text in UTF-8. */
function firstBadByte(bytes: Buffer): number {
  let good = 0;
  for (let bad = bytes.length; bad - good > 1;) {
    const middle = Math.floor((good + bad) / 2);
    if (isUtf8(wholeCharacters(bytes.subarray(0, middle)))) good = middle;
    else bad = middle;
  }
  return wholeCharacters(bytes.subarray(0, good)).length;
}

/** Bytes without a character at their end of which bytes are missing. */
function wholeCharacters(bytes: Buffer): Buffer {
  for (let length = 1; length <= Math.min(3, bytes.length); length++) {
    const lead = bytes[bytes.length - length] ?? 0;
    if (lead < 0x80) break;
    if (lead < 0xc0) continue;
    const size = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    return size > length ? bytes.subarray(0, bytes.length - length) : bytes;
  }
  return bytes;
}
