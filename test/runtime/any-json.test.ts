import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { safeDecode } from "../../templates/typescript/src/runtime/decode.js";
import { decode, DecodeError } from "../../templates/typescript/src/runtime/index.js";
import { valueAt } from "./paths.js";
import { fullText, issuesOf, readSample } from "./sample.js";

const full: unknown = JSON.parse(fullText);

describe("any JSON", () => {
  // Samples of which anything may be wrong.
  const names = Object.keys(full as object).filter((name) => name !== "__proto__");
  const { sample } = fc.letrec((tie) => ({
    sample: fc
      .dictionary(fc.constantFrom(...names), tie("member"), { maxKeys: 8 })
      .map((members) => members as unknown),
    member: fc.oneof(
      { depthSize: "small" },
      fc.jsonValue(),
      fc.constantFrom(...names).map((name) => valueAt(full, [name])),
      fc.array(tie("sample"), { maxLength: 3 }),
      tie("sample"),
    ),
  }));
  const json = fc.oneof(sample, fc.jsonValue());

  test("never makes `safeDecode` throw, and its issues name what they lead to", () => {
    fc.assert(
      fc.property(json, (value) => {
        for (const { path, message } of issuesOf(value)) {
          const actual = valueAt(value, path);
          // A key is refused at its member, a quoted value for what is in it.
          if (message.includes(" key, got") || `${path}`.includes("quoted")) continue;
          const kind = actual === null ? "null" : Array.isArray(actual) ? "array" : typeof actual;
          expect(message).toMatch(new RegExp(`, got ${kind}\\b`));
        }
      }),
      { numRuns: 500 },
    );
  });

  test("leaves the input as it was", () => {
    fc.assert(
      fc.property(json, (value) => {
        const before = JSON.stringify(value);
        issuesOf(value);
        expect(JSON.stringify(value)).toBe(before);
      }),
    );
  });

  test("`decode` throws what `safeDecode` returns", () => {
    fc.assert(
      fc.property(json, (value) => {
        const result = safeDecode(readSample, value);
        let outcome: unknown;
        try {
          outcome = { ok: true, value: decode(readSample, value) };
        } catch (error) {
          if (!(error instanceof DecodeError)) throw error;
          outcome = { ok: false, issues: error.issues };
        }
        expect(outcome).toStrictEqual(result);
      }),
    );
  });
});
