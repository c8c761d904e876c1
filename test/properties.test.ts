import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as ownSdk from "../generated/src/index.js";
import type { Codec, Issue } from "../generated/src/index.js";
import { checkSpec } from "../generator/project/check.js";
import type { SpecFile } from "../generator/source/spec-file.js";
import { cases } from "./support/cases.js";
import { jsonOf, Oracle, type Declarations } from "./support/oracle.js";
import { sample } from "./support/sample.js";
import { config, spec } from "./support/spec.js";
import { sdkOf, type Sdk } from "./support/sdk.js";

/** The spec of this repository, and the cases that have every type, tag and embedding. */
const apis: readonly (readonly [string, Sdk, Declarations])[] = [
  ["spec", ownSdk, declarationsOf(spec, config)],
  ...(await Promise.all(
    [
      "dialect/types.md",
      "dialect/tags.md",
      "dialect/embedding.md",
      "documents/approval-form.md",
      "configuration/int64.md",
    ].map(async (name) => {
      const documents = fencesOf(name, "md");
      const [settings] = fencesOf(name, "json").map(({ value }) => JSON.parse(value) as object);
      const sdk = await sdkOf(documents, settings);
      return [name, sdk, declarationsOf(documents, settings)] as const;
    }),
  )),
];

/** The types that have every kind of field; the others of the specification repeat them, and get fewer values. */
const varied = declarationsOf(sample, config);

const models = apis.flatMap(([name, sdk, declarations]) => {
  const found = [...declarations.values()].flatMap((model) => {
    // Messages in XML have no codec for JSON.
    if (model.kind !== "model" || !model.json) return [];
    const codec = sdk[model.names.codec] as Codec<unknown>;
    const numRuns = name !== "spec" || varied.has(model.names.type) ? 100 : 20;
    const title = `${name}: ${model.specName}`;
    return [[title, model.names.type, codec, declarations, numRuns] as const];
  });
  if (found.length === 0) throw new Error(`${name} has no models`);
  return found;
});

/** Objects that inherit the class of plain ones, and have no members of their own to encode. */
const foreign: readonly (readonly [kind: string, value: object])[] = [
  ["Array Iterator", [1].values()],
  ["Map Iterator", new Map([[1, 2]]).entries()],
  ["RegExp String Iterator", "a".matchAll(/a/g)],
  ["Generator", (function* () {})()],
  ["AsyncGenerator", (async function* () {})()],
  ["Arguments", argumentsOf(1, 2)],
  ...[Math, JSON, Reflect, Atomics].map(
    (value) => [value[Symbol.toStringTag as never], value] as const,
  ),
];

function argumentsOf(..._values: readonly unknown[]): IArguments {
  // oxlint-disable-next-line prefer-rest-params
  return arguments;
}

describe.each(models)("%s", (_name, type, codec, declarations, numRuns) => {
  test("refuses to encode an object without members that a model could have", () => {
    for (const [kind, value] of foreign) {
      expect(() => codec.encode(value)).toThrow(`expected object, got ${kind}`);
    }
  });

  const json = jsonOf(declarations, type);

  test("refuses what the oracle refuses, at the same places", () => {
    fc.assert(
      fc.property(json, (value) => {
        const result = codec.safeDecode(value);
        const issues: readonly Issue[] = result.ok ? [] : result.issues;
        const paths = issues.map(({ path }) => JSON.stringify(path));
        expect(paths).toEqual(new Oracle(declarations).issues(type, value).slice(0, 100));
      }),
      { numRuns },
    );
  });

  test("comes back as it was", () => {
    // Of large models hardly a value would be right otherwise.
    const right = jsonOf(declarations, type, 100);
    fc.assert(
      fc.property(right, (value) => {
        const result = codec.safeDecode(value);
        fc.pre(result.ok);
        const encoded = codec.encode(result.value as never);
        const decoded = codec.decode(encoded);
        // What `omitempty` leaves out is absent then; nothing else changes, and no more the next time.
        expect(codec.encode(decoded as never)).toEqual(encoded);
        expect(codec.decode(codec.encode(decoded as never))).toEqual(decoded);
        expect(codec.parse(codec.stringify(result.value as never))).toEqual(decoded);
        expect(codec.create(decoded as never)).toEqual(decoded);
      }),
      { numRuns },
    );
  });
});

function fencesOf(name: string, language: string): SpecFile[] {
  const { text = "" } = cases.find((one) => one.name === name) ?? {};
  const fences = text.matchAll(RegExp("^`{5}" + language + " (\\S+)\\n([^]*?)^`{5}$", "gm"));
  return [...fences].map(([, path = "", value = ""]) => ({ path, value }));
}

function declarationsOf(documents: readonly SpecFile[], options: object = {}): Declarations {
  const { plan } = checkSpec(documents, options);
  const declarations = plan.modules.flatMap((module) => module.declarations);
  return new Map(
    declarations.flatMap((one) =>
      one.kind === "constant" ? [] : [[one.names.type, one] as const],
    ),
  );
}
