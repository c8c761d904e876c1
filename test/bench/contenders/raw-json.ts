import type { Contender, Conversions } from "../contender.js";

const conversions = {
  parse: (text) => JSON.parse(text),
  stringify: (value) => JSON.stringify(value),
} satisfies Conversions;

export default {
  note: "neither checks nor renames: works on the wire object",
  contact: conversions,
  tagGroups: conversions,
} satisfies Contender;
