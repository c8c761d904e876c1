import type { Change } from "../ir/changes.js";
import type { SourceRange } from "../ir/source.js";
import { changeRules, type ChangeParameters, type ChangeRule, type ChangeRuleId } from "./rules.js";

/** Where a change stands, in the version that has it. */
export interface ChangePlace {
  readonly old?: SourceRange | undefined;
  readonly new?: SourceRange | undefined;
}

/** Collects changes as they are found. */
export class Changes {
  readonly found: Change[] = [];

  add<Id extends ChangeRuleId>(
    rule: Id,
    parameters: ChangeParameters<Id>,
    place: ChangePlace,
  ): void {
    // TypeScript does not see that a rule and its parameters go together.
    const { readers, writers, sentence } = changeRules[rule] as ChangeRule<unknown>;
    this.found.push({
      rule,
      message: sentence(parameters),
      readers,
      writers,
      impact: readers === "breaking" ? readers : writers,
      old: place.old,
      new: place.new,
    });
  }
}
