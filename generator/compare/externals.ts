import type { ApiSettings, ExternalSettings } from "../model/settings.js";
import type { Comparison } from "./comparison.js";
import type { Version } from "./version.js";

/** Compares the types that other modules define. A field of such a type has not changed itself. */
export function compareExternals({ old, new: now, changes }: Comparison): void {
  const names = new Set([...Object.keys(externalsOf(old)), ...Object.keys(externalsOf(now))]);
  for (const name of names) {
    const sides = { old: sourceOf(name, old), new: sourceOf(name, now) };
    if (sides.old === undefined || sides.new === undefined || sides.old === sides.new) continue;
    const place = { old: old.rangeOf(name), new: now.rangeOf(name) };
    changes.addSetting("external-changed", name, { old: sides.old, new: sides.new }, place);
  }
}

/** Returns where a version takes a type from, if it knows the type. */
function sourceOf(name: string, version: Version): string | undefined {
  if (version.declarations.has(name)) return "a type of the specification";
  const external = Object.hasOwn(externalsOf(version), name)
    ? externalsOf(version)[name]
    : undefined;
  return external && textOf(external);
}

function textOf({ type, from, codec }: ExternalSettings): string {
  return `${type} from ${from}${codec === undefined ? "" : ` with ${codec}`}`;
}

function externalsOf({ settings }: Version): NonNullable<ApiSettings["externals"]> {
  return settings.externals ?? {};
}
