import type { Change } from "./change.js";
import type { SourceRange } from "../source/source.js";
import {
  changeRules,
  type ChangeParameters,
  type ChangeRule,
  type ChangeRuleId,
  type SettingChange,
  type SettingRuleId,
} from "./rules.js";
import type { Sides } from "./sentence.js";

/** The places of a change in both versions. */
export interface ChangePlace {
  readonly old?: SourceRange | undefined;
  readonly new?: SourceRange | undefined;
}

/** Collects changes as they are found. */
export class Changes {
  readonly #found: Change[] = [];
  /** The names of equal changes of a setting, by the rule and both values. */
  readonly #settings = new Map<string, SettingGroup>();

  /** Returns all changes, those of settings last. */
  get found(): readonly Change[] {
    const settings = [...this.#settings.values()].map(({ rule, place, ...change }) =>
      newChange(rule, change, place, change.names),
    );
    return [...this.#found, ...settings];
  }

  add<Id extends Exclude<ChangeRuleId, SettingRuleId>>(
    rule: Id,
    parameters: ChangeParameters<Id>,
    place: ChangePlace,
  ): void {
    this.#found.push(newChange(rule, parameters, place));
  }

  /** Adds the change of a setting: all names that it changes alike are one change. */
  addSetting(rule: SettingRuleId, name: string, sides: Sides, place: ChangePlace): void {
    const key = JSON.stringify([rule, sides.old, sides.new]);
    const known = this.#settings.get(key);
    if (known !== undefined) known.names.push(name);
    else this.#settings.set(key, { rule, place, names: [name], old: sides.old, new: sides.new });
  }
}

interface SettingGroup extends SettingChange {
  readonly rule: SettingRuleId;
  readonly names: string[];
  readonly place: ChangePlace;
}

function newChange(
  id: ChangeRuleId,
  parameters: unknown,
  place: ChangePlace,
  names?: readonly string[],
): Change {
  // TypeScript does not see that a rule and its parameters go together.
  const { readers, writers, sentence } = changeRules[id] as ChangeRule<unknown>;
  return {
    rule: id,
    message: sentence(parameters),
    readers,
    writers,
    impact: readers === "breaking" ? readers : writers,
    ...(names !== undefined && { names }),
    old: place.old,
    new: place.new,
  };
}
