import { inc, major, valid } from "semver";
import type { Release } from "../compare/change.js";

/**
 * Returns the version after a release. Before 1.0.0 a breaking change is a step of the minor version, and
 * every other one of the patch version, as the ranges of npm expect.
 *
 * @returns undefined if the text is no version; a leading `v` is allowed
 */
export function nextVersion(text: string, release: Release): string | undefined {
  const version = valid(text);
  if (version === null || release === "none") return version ?? undefined;
  const first = { major: "minor", minor: "patch", patch: "patch" } as const;
  return inc(version, major(version) === 0 ? first[release] : release) ?? undefined;
}
