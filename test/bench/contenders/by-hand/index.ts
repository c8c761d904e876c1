import type { Contender } from "../../contender.js";
import { decodeContactDetail, decodeTagGroupList } from "./decode.js";
import { encodeContactDetail, encodeTagGroupList } from "./encode.js";

export default {
  note: "gives up at the first wrong value, and does not say where",
  contact: {
    decode: decodeContactDetail,
    parse: (text) => decodeContactDetail(JSON.parse(text)),
    encode: encodeContactDetail,
    stringify: (value) => JSON.stringify(encodeContactDetail(value)),
  },
  tagGroups: {
    decode: decodeTagGroupList,
    parse: (text) => decodeTagGroupList(JSON.parse(text)),
    encode: encodeTagGroupList,
    stringify: (value) => JSON.stringify(encodeTagGroupList(value)),
  },
} satisfies Contender;
