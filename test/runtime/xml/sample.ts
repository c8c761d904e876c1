import { xmlCodec, type XmlCodec } from "../../../templates/typescript/src/runtime/xml/index.js";
import * as readXml from "../../../templates/typescript/src/runtime/xml/read.js";
import * as writeXml from "../../../templates/typescript/src/runtime/xml/write.js";
import type { Init } from "../../../templates/typescript/src/runtime/index.js";

/** A model as it is emitted, with a list of itself. */
export interface Sample {
  key: string;
  name: string;
  count: number;
  id: bigint;
  children: Sample[];
  tags: string[];
}

function fillSample(value: Init<Sample>): Sample {
  return {
    key: value.key ?? "",
    name: value.name ?? "",
    count: value.count ?? 0,
    id: value.id ?? 0n,
    children: (value.children ?? []).map(fillSample),
    tags: [...(value.tags ?? [])],
  };
}

export function readSample(value: Sample = fillSample({})): Sample {
  readXml.attributes((name, text) => {
    if (name === "key") value.key = text;
  });
  readXml.content((name) => {
    switch (name) {
      case "Name":
        value.name = readXml.content();
        break;
      case "Count":
        value.count = readXml.int(readXml.content());
        break;
      case "Id":
        value.id = readXml.bigInt64(readXml.content());
        break;
      case "Child":
        readXml.add(value.children, readSample);
        break;
      case "Tags":
        readXml.content((name) => {
          if (name === "Tag") readXml.add(value.tags, readXml.content);
        });
        break;
    }
  });
  return value;
}

function writeSample(value: Init<Sample>): string {
  if (!writeXml.isObject(value)) return writeXml.refuse("object", value);
  return (
    writeXml.attribute("key", value.key, writeXml.string) +
    ">" +
    writeXml.element("Name", value.name, writeXml.string) +
    writeXml.element("Count", value.count, writeXml.int) +
    writeXml.element("Id", value.id, writeXml.writeBigInt64) +
    writeXml.models("Child", value.children, writeSample) +
    writeXml.parent("Tags", value.tags, () => writeXml.elements("Tag", value.tags, writeXml.string))
  );
}

export const sampleCodec: XmlCodec<Sample> = xmlCodec(readSample, writeSample, fillSample);

/** The issues of a text, each as one line. */
export function issuesOf(text: string): string[] {
  const result = sampleCodec.safeParse(text);
  return result.ok ? [] : result.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}
