export { xmlCodec, stringifyXml, type XmlCodec } from "./codec.js";
export { parseXml, type XmlOptions } from "./decode.js";
