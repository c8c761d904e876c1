import * as fc from "fast-check";
import { expect, test } from "vitest";
import { XmlPaths } from "../../../generator/link/xml-paths.js";
import type { XmlTag } from "../../../generator/model/tags.js";

interface Field {
  readonly tag: XmlTag;
  readonly depth: number;
}

const names = fc.constantFrom("a", "b", "c");

const fields: fc.Arbitrary<Field> = fc.record({
  depth: fc.nat(2),
  tag: fc
    .record({
      place: fc.constantFrom("element", "attribute"),
      path: fc.array(names, { minLength: 1, maxLength: 4 }),
      namespace: fc.option(fc.constantFrom("x", "y"), { nil: undefined, freq: 2 }),
    })
    .map(({ place, path, namespace }): XmlTag => {
      const name = path.at(-1) ?? "";
      const space = namespace === undefined ? {} : { namespace };
      const parents = path.slice(0, -1);
      return { text: path.join(">"), place, name, ...space, parents, omitEmpty: false };
    }),
});

test("fields are shown, hidden and refused as encoding/xml does", () => {
  fc.assert(
    fc.property(fc.array(fields, { maxLength: 12 }), (candidates) => {
      const paths = new XmlPaths<Field>();
      const refused = candidates.filter((field) => paths.add(field) !== undefined);
      expect({ shown: [...paths.found], refused }).toEqual(inTurn(candidates));
    }),
    { numRuns: 2000 },
  );
});

/** Adds fields one by one to a list, and compares each with all of the list (Go's reflection of structs for XML). */
function inTurn(candidates: readonly Field[]) {
  let shown: Field[] = [];
  const refused: Field[] = [];
  for (const field of candidates) {
    const conflicts = shown.filter((other) => conflict(other.tag, field.tag));
    if (conflicts.some(({ depth }) => depth < field.depth)) continue;
    if (conflicts.some(({ depth }) => depth === field.depth)) refused.push(field);
    else shown = [...shown.filter((other) => !conflicts.includes(other)), field];
  }
  return { shown, refused };
}

function conflict(one: XmlTag, other: XmlTag): boolean {
  if (one.place !== other.place) return false;
  const [first, second] = [one, other].map(({ parents, name }) => [...parents, name]);
  const [shorter = [], longer = []] =
    (first?.length ?? 0) < (second?.length ?? 0) ? [first, second] : [second, first];
  if (!shorter.every((name, index) => longer[index] === name)) return false;
  const isSame = one.namespace === other.namespace;
  return isSame || one.namespace === undefined || other.namespace === undefined;
}
