import { textOf, type Issue } from "./issue.js";

/** What is wrong with a value, as an exception. */
abstract class CodecError extends Error {
  /** Everything that is wrong, in the order of declaration. */
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[], options?: ErrorOptions) {
    // The first issues, one a line, and how many there are beyond.
    const lines = issues.slice(0, 10).map(textOf);
    if (issues.length > 10) lines.push(`and ${issues.length - 10} more`);
    super(lines.join("\n"), options);
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
