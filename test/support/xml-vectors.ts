import { readFileSync } from "node:fs";
import { generate } from "../../generator/project/generate.js";
import type { Field, Model, Type } from "../../generator/outputs/typescript/plan/plan.js";
import type { Int64 } from "../../generator/outputs/typescript/options.js";
import type { XmlCodec } from "../../templates/typescript/src/runtime/xml/index.js";
import { upperFirst } from "../../generator/names.js";
import { printed } from "./printed.js";
import { sdkOf } from "./sdk.js";
import { templates } from "./templates.js";

/** An answer of Go's encoding/xml; see `test/vectors/README.md`. */
export interface XmlVector {
  readonly id: string;
  readonly case: string;
  readonly type: string;
  readonly op: "decode" | "encode";
  readonly input?: string;
  readonly inputBase64?: string;
  readonly inputParts?: readonly (readonly [text: string, times: number])[];
  readonly ok: boolean;
  readonly value?: GoValue;
  readonly output?: string;
  readonly encodeErrorKind?: string;
  readonly errorKind?: string;
}

/** A value of Go as JSON, by the names of its fields in the documents. */
type GoValue = { readonly [name: string]: unknown };

const folder = new URL("../vectors/xml/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), "utf8");

export const xmlVectors: readonly XmlVector[] = [
  "go-encoding-xml.jsonl",
  "go-encoding-xml-more.jsonl",
].flatMap((name) => {
  const lines = read(name).trim().split("\n");
  return lines.map((line) => JSON.parse(line) as XmlVector);
});

/** The models that Go refuses whatever the input is, and so does md2sdk. */
export const refusedModels: ReadonlySet<string> = new Set(
  xmlVectors
    .filter(({ errorKind }) => errorKind === "tag-conflict" || errorKind === "invalid-tag")
    .map(({ type }) => type),
);

/** The four documents without the refused models. */
export const xmlSpec = ["xml_forms.md", "xml_bad_tags.md", "xml_rx_models.md", "xml_more.md"].map(
  (path) => ({
    path,
    value: read(path)
      .split(/^(?=### )/m)
      .filter((section) => !refusedModels.has(/^### `(\w+)`/.exec(section)?.[1] ?? ""))
      .join(""),
  }),
);

/** Returns the text of a vector; nothing for bytes that are no text. */
export function xmlTextOf({ input, inputBase64, inputParts = [] }: XmlVector): string | undefined {
  if (input !== undefined) return input;
  if (inputBase64 === undefined) {
    return inputParts.map(([text, times]) => text.repeat(times)).join("");
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(inputBase64, "base64"));
  } catch {
    return undefined;
  }
}

type Models = ReadonlyMap<string, Model>;

/** The codecs of the four documents, and their values in place of Go's. */
export interface XmlCodecs {
  readonly codecOf: (type: string) => XmlCodec<unknown>;
  /** The plans of the models by their names in TypeScript. */
  readonly models: Models;
  readonly ofGo: (type: string, value: GoValue) => unknown;
}

export async function xmlCodecs(int64: Int64): Promise<XmlCodecs> {
  const sdk = await sdkOf(xmlSpec, { int64 });
  const { plan } = await generate(xmlSpec, { int64, templates, memo: printed });
  const models = new Map(
    plan.modules
      .flatMap(({ declarations }) => declarations)
      .filter((declaration) => declaration.kind === "model")
      .map((model) => [model.names.type, model]),
  );
  return {
    codecOf: (type) => sdk[`${upperFirst(type)}XmlCodec`] as XmlCodec<unknown>,
    models,
    ofGo: (type, value) => modelOfGo(modelNamed(upperFirst(type), models), value, models),
  };
}

function modelNamed(name: string, models: Models): Model {
  const model = models.get(name);
  if (model === undefined) throw new Error(`no model ${name}`);
  return model;
}

function modelOfGo({ fields }: Model, value: GoValue, models: Models): unknown {
  const members = fields.map((field) => [field.property, fieldOfGo(field, value, models)]);
  return Object.fromEntries(members);
}

function fieldOfGo({ specName, structure }: Field, value: GoValue, models: Models): unknown {
  const member = value[specName];
  return member === null && structure.kind !== "any" ? undefined : ofGo(structure, member, models);
}

function ofGo(type: Type, value: unknown, models: Models): unknown {
  switch (type.kind) {
    case "list":
    case "array":
      // Go's nil pointers in a list are not written.
      return (value as unknown[])
        .filter((item) => item !== null)
        .map((item) => ofGo(type.element, item, models));
    case "reference":
      if (type.scalar !== undefined) return ofGo(type.scalar, value, models);
      return modelOfGo(modelNamed(type.names.type, models), value as GoValue, models);
    case "long":
      return type.representation === "bigint" ? BigInt(value as number) : String(value);
    case "integer":
      return Number(value);
    case "float":
      return typeof value === "string" ? Number(value.replace("Inf", "Infinity")) : value;
    default:
      return value;
  }
}
