import type { SourceRange } from "../source/source.js";

/** The impact of a change on code that uses a type, the worst first. */
export type Impact = "breaking" | "additive" | "documentation";

/** A difference between two versions of a specification. */
export interface Change {
  readonly rule: string;
  /** One sentence without a full stop, in the words of the specification. */
  readonly message: string;
  /** The impact on code that reads values of the type. */
  readonly readers: Impact;
  /** The impact on code that makes values of the type. */
  readonly writers: Impact;
  /** The worse of the two. */
  readonly impact: Impact;
  /** All names that a changed setting affects; the message lists only the first. */
  readonly names?: readonly string[];
  /** The place in the old version, if it has one. */
  readonly old: SourceRange | undefined;
  /** The place in the new version, if it has one. */
  readonly new: SourceRange | undefined;
}

/** The step that semantic versioning asks for. */
export type Release = "major" | "minor" | "patch" | "none";
