import { parseXml, type XmlOptions } from "./decode.js";
import { content } from "./read.js";

/**
 * Parses XML of any kind; returns the texts of the children of its root element by their names, the last one of
 * each. Throws a `DecodeError` if the text is not XML.
 */
export function parseMembers(text: string, options?: XmlOptions): ReadonlyMap<string, string> {
  return parseXml(readMembers, text, options);
}

function readMembers(): ReadonlyMap<string, string> {
  const members = new Map<string, string>();
  content((name) => members.set(name, content()));
  return members;
}
