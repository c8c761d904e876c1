import type { Api } from "../../generator/model/api.js";

/** The texts that are one of a few, and of which each is a feature of its own. */
const CHOICES = new Set(["format", "method", "carrier", "role", "of", "status", "style"]);

/**
 * Returns the features of an API: each member of each kind of thing, with the kinds of its values. APIs of
 * the same features differ only in how often they use them.
 */
export function featuresOf(api: Api): ReadonlySet<string> {
  const features = new Set<string>();
  addFeatures(api, "api", features);
  return features;
}

function addFeatures(value: unknown, place: string, features: Set<string>): void {
  features.add(`${place}: ${kindOf(value, place)}`);
  if (typeof value !== "object" || value === null) return;
  const items = Array.isArray(value)
    ? value.map((item) => [place, item] as const)
    : membersOf(value, place);
  for (const [inner, item] of items) addFeatures(item, inner, features);
}

/** Returns the members of an object, each with the kind of the object and its name. */
function membersOf(value: object, place: string): (readonly [place: string, value: unknown])[] {
  const owner = "kind" in value ? String(value.kind) : (place.split(".").at(-1) ?? "");
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => [`${owner}.${name}`, member]);
}

function kindOf(value: unknown, place: string): string {
  if (Array.isArray(value)) return `list of ${Math.min(value.length, 2)}`;
  if (typeof value === "object" && value !== null)
    return "kind" in value ? String(value.kind) : "object";
  const isChoice = typeof value === "boolean" || CHOICES.has(place.split(".").at(-1) ?? "");
  return isChoice ? String(value) : value === "" ? "no text" : typeof value;
}
