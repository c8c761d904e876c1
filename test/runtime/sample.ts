/** A module as md2sdk writes it, with a field of every kind: what the runtime is made for. */
import {
  codec,
  decode,
  encode,
  type Codec,
  type Init,
  type Issue,
  type JsonObject,
  type JsonValue,
} from "../../templates/typescript/src/runtime/index.js";
import { safeDecode } from "../../templates/typescript/src/runtime/decode.js";
import * as read from "../../templates/typescript/src/runtime/read.js";
import * as write from "../../templates/typescript/src/runtime/write.js";

export enum Kind {
  One = 1,
  Two = 2,
}

export enum Color {
  Red = "red",
  Blue = "blue",
}

export type Names = string[];

export interface Leaf {
  name: string;
  count: number;
}

export interface Sample {
  title: string;
  done: boolean;
  total: number;
  level: number;
  ratio: number;
  kind: Kind;
  color: Color;
  note?: string | undefined;
  leaf?: Leaf | undefined;
  children?: Sample[] | undefined;
  ids: number[];
  pair: number[];
  leaves: Leaf[];
  labels: Record<string, string>;
  scores: Record<string, number>;
  small: Record<string, Leaf>;
  names: Names;
  matrix: number[][];
  extra: unknown;
  since: string;
  data: string;
  quoted: number;
  quotedNote?: string | undefined;
  maker: string;
  proto: string;
}

export function decodeSample(json: unknown): Sample {
  return decode(readSample, json);
}

/** What is wrong with a sample. */
export function issuesOf(json: unknown): readonly Issue[] {
  const result = safeDecode(readSample, json);
  return result.ok ? [] : result.issues;
}

export function encodeSample(value: Init<Sample>): JsonObject {
  return encode(writeSample, value);
}

export const SampleCodec: Codec<Sample> = /* @__PURE__ */ codec(readSample, writeSample);

export function readSample(json: unknown, parent: read.Parent, key: read.Key): Sample {
  const wire = read.object(json, parent, key, (json as read.Data)?.constructor);
  return {
    title: read.string(wire.title, wire, "title"),
    done: read.boolean(wire.done, wire, "done"),
    total: read.int(wire.total, wire, "total"),
    level: read.uint8(wire.level, wire, "level"),
    ratio: read.float64(wire.ratio, wire, "ratio"),
    kind: readKind(wire.kind, wire, "kind"),
    color: readColor(wire.color, wire, "color"),
    note: wire.note == null ? undefined : read.string(wire.note, wire, "note"),
    leaf: wire.leaf == null ? undefined : readLeaf(wire.leaf, wire, "leaf"),
    children:
      wire.children == null ? undefined : read.list(wire.children, wire, "children", readSample),
    ids: read.list(wire.ids, wire, "ids", read.uint32),
    pair: read.array(wire.pair, wire, "pair", 2, read.int),
    leaves: read.list(wire.leaves, wire, "leaves", readLeaf),
    labels: read.map(wire.labels, wire, "labels", read.string),
    scores: read.map(wire.scores, wire, "scores", read.float64, read.int),
    small: read.map(wire.small, wire, "small", readLeaf, read.uint8),
    names: readNames(wire.names, wire, "names"),
    matrix: read.list(wire.matrix, wire, "matrix", (json, parent, key) =>
      read.list(json, parent, key, read.int),
    ),
    extra: read.any(wire.extra, wire, "extra"),
    since: read.time(wire.since, wire, "since"),
    data: read.bytes(wire.data, wire, "data"),
    quoted: read.quoted(wire.quoted, wire, "quoted", read.int),
    quotedNote:
      wire["quoted-note"] == null
        ? undefined
        : read.quoted(wire["quoted-note"], wire, "quoted-note", read.string),
    maker: read.own(wire, "constructor", read.string),
    proto: read.own(wire, "__proto__", read.string),
  };
}

export function writeSample(value: Init<Sample>): JsonObject {
  if ((value?.constructor !== Object || value.title == null) && !write.isObject(value)) {
    return write.refuse("object", value);
  }
  const wire: JsonObject = {};
  if (value.title !== undefined) wire.title = write.string(value.title);
  if (value.done !== undefined) wire.done = write.boolean(value.done);
  if (value.total !== undefined) wire.total = write.int(value.total);
  if (value.level !== undefined) wire.level = write.uint8(value.level);
  if (value.ratio !== undefined) wire.ratio = write.float64(value.ratio);
  if (value.kind !== undefined) wire.kind = writeKind(value.kind);
  if (value.color !== undefined) wire.color = writeColor(value.color);
  if (value.note !== undefined && value.note !== "") wire.note = write.string(value.note);
  if (value.leaf !== undefined) wire.leaf = writeLeaf(value.leaf);
  if (value.children !== undefined && !write.isEmpty(value.children))
    wire.children = write.list(value.children, writeSample);
  if (value.ids !== undefined) wire.ids = write.list(value.ids, write.uint32);
  if (value.pair !== undefined) wire.pair = write.array(value.pair, 2, write.int);
  if (value.leaves !== undefined) wire.leaves = write.list(value.leaves, writeLeaf);
  if (value.labels !== undefined) wire.labels = write.map(value.labels, write.string);
  if (value.scores !== undefined) wire.scores = write.map(value.scores, write.float64, read.int);
  if (value.small !== undefined) wire.small = write.map(value.small, writeLeaf, read.uint8);
  if (value.names !== undefined) wire.names = writeNames(value.names);
  if (value.matrix !== undefined)
    wire.matrix = write.list(value.matrix, (value) => write.list(value, write.int));
  if (value.extra !== undefined) wire.extra = write.any(value.extra);
  if (value.since !== undefined) wire.since = write.time(value.since);
  if (value.data !== undefined) wire.data = write.bytes(value.data);
  if (value.quoted !== undefined) wire.quoted = write.quoted(value.quoted, write.int);
  if (value.quotedNote !== undefined)
    wire["quoted-note"] = write.quoted(value.quotedNote, write.string);
  if (value.maker !== undefined) write.set(wire, "constructor", write.string(value.maker));
  if (value.proto !== undefined) write.set(wire, "__proto__", write.string(value.proto));
  return wire;
}

export function readLeaf(json: unknown, parent: read.Parent, key: read.Key): Leaf {
  const wire = read.object(json, parent, key, (json as read.Data)?.constructor);
  return { name: read.string(wire.name, wire, "name"), count: read.int(wire.count, wire, "count") };
}

export function writeLeaf(value: Init<Leaf>): JsonObject {
  if ((value?.constructor !== Object || value.name == null) && !write.isObject(value)) {
    return write.refuse("object", value);
  }
  const wire: JsonObject = {};
  if (value.name !== undefined) wire.name = write.string(value.name);
  if (value.count !== undefined) wire.count = write.int(value.count);
  return wire;
}

export const KindCodec: Codec<Kind, number> = /* @__PURE__ */ codec(readKind, writeKind);

export function readKind(json: unknown, parent: read.Parent, key: read.Key): Kind {
  return read.int(json, parent, key);
}

export function writeKind(value: Init<Kind>): number {
  return write.int(value);
}

export const ColorCodec: Codec<Color, string> = /* @__PURE__ */ codec(readColor, writeColor);

export function readColor(json: unknown, parent: read.Parent, key: read.Key): Color {
  return read.string(json, parent, key) as Color;
}

export function writeColor(value: Init<Color>): string {
  return write.string(value);
}

export const NamesCodec: Codec<Names, JsonValue[]> = /* @__PURE__ */ codec(readNames, writeNames);

export function readNames(json: unknown, parent: read.Parent, key: read.Key): Names {
  return read.list(json, parent, key, read.string);
}

export function writeNames(value: Init<Names>): JsonValue[] {
  return write.list(value, write.string);
}

/** JSON of a sample with something in every member, as text: literals have trouble with `__proto__`. */
export const fullText = `{
  "title": "「联系我」", "done": true, "total": -3, "level": 255, "ratio": 0.5, "kind": 2, "color": "blue",
  "note": "n", "leaf": { "name": "l", "count": 1 },
  "children": [{ "title": "child", "leaves": [{ "name": "deep", "count": 7 }] }],
  "ids": [0, 4294967295], "pair": [1, 2], "leaves": [{ "name": "a", "count": 2 }, { "name": "b", "count": 3 }],
  "labels": { "标签": "x", "__proto__": "y" }, "scores": { "-1": 1.5, "2": 2 },
  "small": { "7": { "name": "s", "count": 4 } }, "names": ["x", "y"], "matrix": [[1], [], [2, 3]],
  "extra": { "any": [1, null, "x"] }, "since": "2024-02-29T12:00:00.5+08:00", "data": "AAEC",
  "quoted": "12", "quoted-note": "\\"q\\"", "constructor": "c", "__proto__": "p"
}`;
