import assert from "node:assert/strict";
import type { Contender } from "./contender.js";
import { decodeContactDetail, decodeTagGroupList } from "./contenders/by-hand/decode.js";
import { payloads, type PayloadName } from "./payloads.js";

const byHand = { contact: decodeContactDetail, tagGroups: decodeTagGroupList };

/** Throws unless a contender makes of the payloads what the code by hand makes of them. */
export function checkContender(contender: Contender): void {
  checkConversions(contender, "contact");
  checkConversions(contender, "tagGroups");
}

function checkConversions(contender: Contender, name: PayloadName): void {
  const { decode, parse, encode, stringify } = contender[name];
  if (decode === undefined) return;
  const { text } = payloads[name];
  const expected = plain(byHand[name](JSON.parse(text)));
  const comparable = contender.comparable ?? ((value: unknown) => value);

  const value = decode(JSON.parse(text)) as never;
  assert.deepEqual(plain(comparable(value)), expected);
  if (parse) assert.deepEqual(plain(comparable(parse(text) as never)), expected);
  // What it encodes is decoded by hand, to which a zero value and a missing one are the same.
  if (encode) assert.deepEqual(plain(byHand[name](plain(encode(value)))), expected);
  if (stringify) assert.deepEqual(plain(byHand[name](JSON.parse(stringify(value)))), expected);
}

/** A value without prototypes and without the members that are undefined. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
