import type { SourceRange } from "./source.js";

/** What a change asks of whoever uses a type, from the most to the least. */
export type Impact = "breaking" | "additive" | "documentation";

/** One difference between two versions of a spec. */
export interface Change {
  readonly rule: string;
  /** One sentence without a full stop, in terms of the spec. */
  readonly message: string;
  /** For who reads values of the type. */
  readonly readers: Impact;
  /** For who makes values of the type. */
  readonly writers: Impact;
  /** The graver of the two. */
  readonly impact: Impact;
  /** Where the old version says it; nothing where it does not. */
  readonly old: SourceRange | undefined;
  /** Where the new version says it; nothing where it does not. */
  readonly new: SourceRange | undefined;
}

/** The step that semantic versioning asks for. */
export type Release = "major" | "minor" | "patch" | "none";
