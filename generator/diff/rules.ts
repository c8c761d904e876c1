import { code } from "../diagnostics/code.js";
import type { Impact } from "../ir/changes.js";

export interface ChangeRule<Parameters> {
  /** For who reads values of a type: takes them from a codec, or a call's response. */
  readonly readers: Impact;
  /** For who makes values of a type: writes an object of it, or gives it to a codec or a call. */
  readonly writers: Impact;
  /** One sentence without a full stop. */
  readonly sentence: (parameters: Parameters) => string;
}

interface Named {
  readonly name: string;
}

interface Renamed {
  readonly old: string;
  readonly new: string;
}

interface Altered extends Named, Renamed {}

function rule(readers: Impact, writers: Impact) {
  return <Parameters>(sentence: (parameters: Parameters) => string): ChangeRule<Parameters> => ({
    readers,
    writers,
    sentence,
  });
}

const breaking = rule("breaking", "breaking");
const breakingReaders = rule("breaking", "additive");
const breakingWriters = rule("additive", "breaking");
const additive = rule("additive", "additive");
const documentation = rule("documentation", "documentation");

/** Every kind of change, with its class for readers and for writers of the type that it is about. */
export const changeRules = {
  // Types
  "type-added": additive<Named>(({ name }) => `${code(name)} is new`),
  "type-removed": breaking<Named>(({ name }) => `${code(name)} is gone`),
  "type-renamed": breaking<Renamed>((names) => `${code(names.old)} is now ${code(names.new)}`),
  "type-kind-changed": breaking<Altered>(
    ({ name, ...kinds }) => `${code(name)} was ${kinds.old}, and is ${kinds.new}`,
  ),
  "type-moved": breaking<Altered>(
    ({ name, ...modules }) =>
      `${code(name)} has moved from the module ${code(modules.old)} to ${code(modules.new)}`,
  ),

  // Fields
  "required-field-added": breakingWriters<Named>(({ name }) => `${code(name)} is new`),
  "optional-field-added": additive<Named>(({ name }) => `${code(name)} is new, and may be absent`),
  "field-removed": breaking<Named>(({ name }) => `${code(name)} is gone`),
  "field-renamed": breaking<Renamed>((names) => `${code(names.old)} is now ${code(names.new)}`),
  "wire-name-changed": breaking<Altered>(
    ({ name, ...names }) =>
      `${code(name)} is now ${code(names.new)} in JSON, and was ${code(names.old)}`,
  ),
  "wire-form-changed": breaking<Named & { quoted: boolean }>(({ name, quoted }) =>
    quoted ? `${code(name)} now stands in a string` : `${code(name)} no longer stands in a string`,
  ),
  "field-made-optional": breakingReaders<Named>(({ name }) => `${code(name)} may now be absent`),
  "field-made-required": breakingWriters<Named>(
    ({ name }) => `${code(name)} may no longer be absent`,
  ),
  "omission-changed": additive<Named & { omitted: boolean }>(({ name, omitted }) =>
    omitted
      ? `${code(name)} is now left out where it is empty`
      : `${code(name)} is no longer left out where it is empty`,
  ),

  // What fields, aliases, enums and calls are made of
  "type-changed": breaking<Altered>(
    ({ name, ...types }) => `${code(name)} was ${code(types.old)}, and is ${code(types.new)}`,
  ),
  "type-widened": breakingReaders<Altered>(
    ({ name, ...types }) =>
      `${code(name)} was ${code(types.old)}, and is ${code(types.new)}, which is more`,
  ),
  "type-narrowed": breakingWriters<Altered>(
    ({ name, ...types }) =>
      `${code(name)} was ${code(types.old)}, and is ${code(types.new)}, which is less`,
  ),
  "range-widened": additive<Altered>(
    ({ name, ...types }) =>
      `${code(name)} was ${code(types.old)}, and is ${code(types.new)}, which takes more values`,
  ),
  "range-narrowed": breakingWriters<Altered>(
    ({ name, ...types }) =>
      `${code(name)} was ${code(types.old)}, and is ${code(types.new)}, which takes fewer values`,
  ),

  // Enum members and constants
  "member-added": additive<Named>(({ name }) => `${code(name)} is new`),
  "member-removed": breaking<Named>(({ name }) => `${code(name)} is gone`),
  "member-renamed": breaking<Renamed>((names) => `${code(names.old)} is now ${code(names.new)}`),
  "member-value-changed": breaking<Altered>(
    ({ name, ...values }) => `${code(name)} was ${code(values.old)}, and is ${code(values.new)}`,
  ),
  "constant-added": additive<Named>(({ name }) => `${code(name)} is new`),
  "constant-removed": breaking<Named>(({ name }) => `${code(name)} is gone`),
  "constant-renamed": breaking<Renamed>((names) => `${code(names.old)} is now ${code(names.new)}`),
  "constant-value-changed": breaking<Altered>(
    ({ name, ...values }) => `${code(name)} was ${code(values.old)}, and is ${code(values.new)}`,
  ),

  // Calls
  "call-added": additive<Named>(({ name }) => `${code(name)} is new`),
  "call-removed": breaking<Named>(({ name }) => `${code(name)} is gone`),
  "call-renamed": breaking<Renamed>((names) => `${code(names.old)} is now ${code(names.new)}`),
  "call-type-changed": breaking<Altered>(
    ({ name, ...types }) => `${code(name)} has ${code(types.new)}, and had ${code(types.old)}`,
  ),
  "upload-changed": breaking<Named & { upload: boolean }>(({ name, upload }) =>
    upload ? `${code(name)} now takes a file` : `${code(name)} no longer takes a file`,
  ),
  "endpoint-changed": additive<Altered>(
    ({ name, ...endpoints }) =>
      `${code(name)} goes to ${code(endpoints.new)}, and went to ${code(endpoints.old)}`,
  ),
  "access-token-changed": additive<Named & { accessToken: boolean }>(({ name, accessToken }) =>
    accessToken ? `${code(name)} now has the token` : `${code(name)} no longer has the token`,
  ),

  // Documentation
  "documentation-changed": documentation<Named>(
    ({ name }) => `the documentation of ${code(name)} is another`,
  ),
} satisfies Record<string, ChangeRule<never>>;

export type ChangeRuleId = keyof typeof changeRules;

export type ChangeParameters<Id extends ChangeRuleId> = Parameters<
  (typeof changeRules)[Id]["sentence"]
>[0];
