import type { Plan } from "../../generator/outputs/typescript/plan/plan.js";

/** A model that a document describes: the Name, the JSON name, the type and the documentation of its fields. */
export interface ModelText {
  readonly name: string;
  readonly rows: readonly (readonly [name: string, json: string, type: string, text: string])[];
}

export const models: readonly ModelText[] = [
  {
    name: "User",
    rows: [
      ["UserID", "userid", "string", "成员id"],
      ["Age", "age", "int", "年龄"],
      ["Tags", "tags", "[]string", "标签"],
    ],
  },
  { name: "Single", rows: [["URL", "url", "string", "the address of the page"]] },
  {
    name: "reqList",
    rows: [
      ["Type", "type", "int64", "a kind"],
      ["Value", "value", "map[string]int", "值"],
    ],
  },
];

/** The names of the fields of a model; `undefined` if the API has no such model. */
export function fieldNamesOf({ modules }: Plan, name: string): string[] | undefined {
  return modules
    .flatMap(({ declarations }) => declarations)
    .filter((declaration) => declaration.kind === "model")
    .find(({ specName }) => specName === name)
    ?.ownFields.map(({ specName }) => specName);
}
