import type { Contender } from "../contender.js";

/** Each is loaded in its own process only. */
const modules = {
  generated: () => import("./generated.js"),
  "by hand": () => import("./by-hand/index.js"),
  JSON: () => import("./raw-json.js"),
  "zod 4": () => import("./zod.js"),
  valibot: () => import("./valibot.js"),
  typebox: () => import("./typebox.js"),
  ajv: () => import("./ajv.js"),
  arktype: () => import("./arktype.js"),
  "protobuf-es": () => import("./protobuf-es.js"),
  quicktype: () => import("./quicktype.js"),
} satisfies Record<string, () => Promise<{ readonly default: Contender }>>;

export type ContenderName = keyof typeof modules;

export const contenderNames = Object.keys(modules) as readonly ContenderName[];

export async function loadContender(name: ContenderName): Promise<Contender> {
  return (await modules[name]()).default;
}
