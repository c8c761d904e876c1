import { textOf, type Issue } from "./issue.js";

/** JSON that does not fit its type. */
export class DecodeError extends Error {
  /** Everything that is wrong, in the order of declaration. */
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[], options?: ErrorOptions) {
    super(summaryOf(issues), options);
    this.issues = issues;
  }

  override get name(): string {
    return "DecodeError";
  }
}

/** A value that does not fit its type; paths lead through the JSON that it would have become. */
export class EncodeError extends Error {
  /** Everything that is wrong, in the order of declaration. */
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[], options?: ErrorOptions) {
    super(summaryOf(issues), options);
    this.issues = issues;
  }

  override get name(): "EncodeError" {
    return "EncodeError";
  }
}

/** The first issues, one a line, and how many there are beyond. */
function summaryOf(issues: readonly Issue[]): string {
  const lines = issues.slice(0, 10).map(textOf);
  if (issues.length > 10) lines.push(`and ${issues.length - 10} more`);
  return lines.join("\n");
}
