import { moveTo, type Place } from "./run.js";

/**
 * A view of JSON that notes which place is read. Readers check a value before they read the next,
 * so that the place noted last is that of a value they refuse.
 */
export function trace(json: unknown, parent?: Place): unknown {
  if (typeof json !== "object" || json === null) return json;
  const isArray = Array.isArray(json);
  // The view of a copy: of a frozen object, a proxy may show nothing but its very members.
  return new Proxy(isArray ? [...json] : { ...json }, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (isArray && key === "length") return value;
      const place = { parent, key: isArray ? Number(key) : String(key) };
      moveTo(place);
      return trace(value, place);
    },
  });
}
