import { textOf, type Issue } from "./issue.js";

/** The issues of a value, as an exception. */
abstract class CodecError extends Error {
  /** Everything that is wrong, in the order of declaration. */
  declare readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[], options?: { readonly cause?: unknown }) {
    super(issues.map(textOf).join("\n"), options);
    this.issues = issues;
  }
}

/** JSON that does not fit its type. */
export class DecodeError extends CodecError {
  override get name(): string {
    return "DecodeError";
  }
}

/** A value that does not fit its type; paths lead through the JSON that it would have become. */
export class EncodeError extends CodecError {
  override get name(): "EncodeError" {
    return "EncodeError";
  }
}
