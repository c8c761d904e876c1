import { expect, test } from "vitest";
import type { SymbolId } from "../../../generator/model/index.js";
import { checkSpec } from "../../../generator/project/check.js";
import { sourceOf } from "../../../generator/source/text.js";

const value = [
  "# Topic",
  "## Models",
  "### `Pet` an animal",
  "Name|JSON|Type|Doc\n-|-|-|-\n`Kind`|`kind`|`PetKind`|its kind\n`Owner`|`owner`|`*Person`| |",
  "### `Person`",
  "Name|JSON|Type|Doc\n-|-|-|-\n`Pets`|`pets`|`[]Pet`|all of them",
  '```go\ntype PetKind string\nconst (\n  PetKindCat PetKind = "cat"\n  PetKindLynx = PetKindCat\n)\n```',
  "## API calls",
  "Name|Request Type|Response Type|Access Token|URL|Doc\n-|-|-|-|-|-\n`Pet`|`Pet`|`Person`|`+`|`POST /pet`|makes one",
].join("\n\n");

const { index } = checkSpec([{ path: "pets.md", value }]);

test("every symbol knows its definition and its cells", () => {
  const cells = [...index.values()].map(({ id, definition, cells: found }) => [
    id,
    sourceOf(definition),
    Object.fromEntries(Object.entries(found).map(([name, range]) => [name, sourceOf(range)])),
  ]);
  expect(cells).toEqual([
    ["document pets.md", "Topic", {}],
    ["topic 0 pets.md", "Topic", {}],
    ["declaration Pet", "Pet", {}],
    ["field Pet.Kind", "Kind", { type: "PetKind", json: "kind", documentation: "its kind" }],
    ["field Pet.Owner", "Owner", { type: "*Person", json: "owner" }],
    ["declaration Person", "Person", {}],
    ["field Person.Pets", "Pets", { type: "[]Pet", json: "pets", documentation: "all of them" }],
    ["declaration PetKind", "PetKind", { type: "string" }],
    ["declaration PetKindCat", "PetKindCat", { value: '"cat"' }],
    ["declaration PetKindLynx", "PetKindLynx", { value: "PetKindCat" }],
    ["call Pet", "Pet", { request: "Pet", response: "Person", documentation: "makes one" }],
  ]);
});

test("a declaration knows its uses, and a call of its name has none of them", () => {
  expect(usesOf("declaration Pet")).toEqual(["`Pets`|`pets`|`[]", "`Pet`|`"]);
  expect(usesOf("declaration PetKindCat")).toEqual(["  PetKindLynx = "]);
  expect(usesOf("call Pet")).toEqual([]);
});

/** Returns the beginnings of the lines that use a symbol, up to the use. */
function usesOf(id: SymbolId): (string | undefined)[] | undefined {
  return index
    .get(id)
    ?.uses.map(({ source, start }) => source.text.slice(0, start).split("\n").at(-1));
}
