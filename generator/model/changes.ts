import type { SourceRange } from "../source/source.js";

/** The impact of a change on code that uses a type, the gravest first. */
export type Impact = "breaking" | "additive" | "documentation";

/** One difference between two versions of a spec. */
export interface Change {
  readonly rule: string;
  /** One sentence without a full stop, in terms of the spec. */
  readonly message: string;
  /** The impact on code that reads values of the type. */
  readonly readers: Impact;
  /** The impact on code that makes values of the type. */
  readonly writers: Impact;
  /** The graver of the two. */
  readonly impact: Impact;
  /** Everything that a changed setting affects; the message lists only the first. */
  readonly names?: readonly string[];
  /** Where the old version says it; nothing where it does not. */
  readonly old: SourceRange | undefined;
  /** Where the new version says it; nothing where it does not. */
  readonly new: SourceRange | undefined;
}

/** The step that semantic versioning asks for. */
export type Release = "major" | "minor" | "patch" | "none";
