import { code } from "../source/code.js";
import type { Impact } from "./change.js";
import { changed, fromTo, listed, nowInsteadOf, type Sides } from "./sentence.js";

export interface ChangeRule<Parameters> {
  /** The impact on code that reads values of the type: from a codec, or from a call's response. */
  readonly readers: Impact;
  /** The impact on code that makes values of the type: for a codec, or for a call's request. */
  readonly writers: Impact;
  /** One sentence without a full stop. */
  readonly sentence: (parameters: Parameters) => string;
}

interface Named {
  readonly name: string;
}

interface Altered extends Named, Sides {}

export type Wire = "JSON" | "XML";

interface Wired extends Named {
  readonly wire: Wire;
}

/** A setting that differs between two versions, and the names that it affects. */
export interface SettingChange extends Sides {
  readonly names: readonly string[];
}

/** The names of a package in two versions; absent if the configuration gives none. */
interface PackageNames {
  readonly old: string | undefined;
  readonly new: string | undefined;
}

function packageRenamed({ old, new: now }: PackageNames): string {
  if (now === undefined) return `the package no longer has the name ${code(old ?? "")}`;
  const before = old === undefined ? "" : `, no longer ${code(old)}`;
  return `the package is named ${code(now)}${before}`;
}

function changeRule(readers: Impact, writers: Impact) {
  return <Parameters>(sentence: (parameters: Parameters) => string): ChangeRule<Parameters> => ({
    readers,
    writers,
    sentence,
  });
}

const breaking = changeRule("breaking", "breaking");
const breakingReaders = changeRule("breaking", "additive");
const breakingWriters = changeRule("additive", "breaking");
const additive = changeRule("additive", "additive");
const documentation = changeRule("documentation", "documentation");

const added = ({ name }: Named) => `${code(name)} was added`;
const removed = ({ name }: Named) => `${code(name)} was removed`;
const renamed = (names: Sides) => changed(names, ([old, now]) => `${old} was renamed to ${now}`);
const altered =
  (verb: string, subject = "") =>
  ({ name, ...sides }: Altered) =>
    `${subject}${code(name)} ${verb} ${fromTo(sides)}`;
const setting = (title: string) => (change: SettingChange) =>
  `${title} of ${listed(change.names)}: ${nowInsteadOf(change)}`;

/** All rules: each has an impact on code that reads a type, and on code that writes it. */
export const changeRules = {
  // Types
  "type-added": additive<Named>(added),
  "type-removed": breaking<Named>(removed),
  "type-renamed": breaking<Sides>(renamed),
  "type-kind-changed": breaking<Altered>(
    ({ name, ...kinds }) => `${code(name)} changed from ${kinds.old} to ${kinds.new}`,
  ),
  "type-moved": breaking<Altered>(
    ({ name, ...modules }) => `${code(name)} moved ${fromTo(modules, "the module ")}`,
  ),
  "module-renamed": breaking<Sides>((names) => `the module ${renamed(names)}`),
  "codec-added": additive<Wired>(({ name, wire }) => `the ${wire} codec of ${added({ name })}`),
  "codec-removed": breaking<Wired>(({ name, wire }) => `the ${wire} codec of ${removed({ name })}`),

  // Fields
  "required-field-added": breakingWriters<Named>(added),
  "optional-field-added": additive<Named>((field) => `the optional field ${added(field)}`),
  "field-removed": breaking<Named>(removed),
  "field-renamed": breaking<Sides>(renamed),
  "wire-name-changed": breaking(altered("changed", "the JSON name of ")),
  "wire-form-changed": breaking<Named & { quoted: boolean }>(({ name, quoted }) =>
    quoted
      ? `JSON now holds ${code(name)} as a string`
      : `JSON no longer holds ${code(name)} as a string`,
  ),
  "xml-tag-changed": breaking(altered("changed", "the XML tag of ")),
  "wire-joined": additive<Wired>(({ name, wire }) => `${wire} now holds ${code(name)}`),
  "wire-left": breaking<Wired>(({ name, wire }) => `${wire} no longer holds ${code(name)}`),
  "field-made-optional": breakingReaders<Named>(({ name }) => `${code(name)} became optional`),
  "field-made-required": breakingWriters<Named>(({ name }) => `${code(name)} became required`),
  "requirement-added": breakingWriters<Named>(({ name }) => `requests now require ${code(name)}`),
  "requirement-dropped": additive<Named>(({ name }) => `requests no longer require ${code(name)}`),
  "default-changed": additive(altered("changed", "the default of ")),
  "limits-changed": additive(altered("changed", "the limits of ")),
  "limits-narrowed": breakingWriters(altered("narrowed", "the limits of ")),
  "omission-changed": additive<Wired & { omitted: boolean }>(({ name, wire, omitted }) =>
    omitted
      ? `${wire} now omits ${code(name)} if it is empty`
      : `${wire} no longer omits ${code(name)} if it is empty`,
  ),

  // The types of fields, aliases, enums and calls
  "type-changed": breaking(altered("changed")),
  "type-widened": breakingReaders(altered("widened")),
  "type-narrowed": breakingWriters(altered("narrowed")),
  "range-widened": additive(altered("widened", "the values of ")),
  "range-narrowed": breakingWriters(altered("narrowed", "the values of ")),

  // Enum members and constants
  "member-added": additive<Named>(added),
  "member-removed": breaking<Named>(removed),
  "member-renamed": breaking<Sides>(renamed),
  "member-value-changed": breaking(altered("changed", "the value of ")),
  "constant-added": additive<Named>(added),
  "constant-removed": breaking<Named>(removed),
  "constant-renamed": breaking<Sides>(renamed),
  "constant-value-changed": breaking(altered("changed", "the value of ")),

  // Calls
  "call-added": additive<Named>(added),
  "call-removed": breaking<Named>(removed),
  "call-renamed": breaking<Sides>(renamed),
  "call-type-changed": breaking<Altered & { side: "request" | "response" }>(
    ({ name, side, ...types }) => `the ${side} of ${code(name)} changed ${fromTo(types)}`,
  ),
  "answers-changed": breaking(altered("changed", "the answers of ")),
  "error-added": additive<Named & { status: string }>(
    ({ name, status }) => `${code(name)} now documents the error ${code(status)}`,
  ),
  "error-changed": breaking<Altered & { status: string }>(
    ({ name, status, ...sides }) =>
      `the error ${code(status)} of ${code(name)} changed ${fromTo(sides)}`,
  ),
  "error-removed": breaking<Named & { status: string }>(
    ({ name, status }) => `${code(name)} no longer documents the error ${code(status)}`,
  ),
  "upload-changed": breaking<Named & { upload: boolean }>(({ name, upload }) =>
    upload ? `${code(name)} now takes a file` : `${code(name)} no longer takes a file`,
  ),
  "download-changed": breaking<Named & { download: boolean }>(({ name, download }) =>
    download ? `${code(name)} now answers a file` : `${code(name)} no longer answers a file`,
  ),
  "endpoint-changed": additive(altered("changed", "the endpoint of ")),
  "access-token-changed": additive<Named & { accessToken: boolean }>(({ name, accessToken }) =>
    accessToken
      ? `${code(name)} now sends the access token`
      : `${code(name)} no longer sends the access token`,
  ),

  // Messages of the server, and replies
  "message-added": additive<Named>((message) => `the message ${added(message)}`),
  "message-removed": breaking<Named>((message) => `the message ${removed(message)}`),
  "message-renamed": breaking<Sides>((names) => `the message ${renamed(names)}`),
  "message-type-changed": breaking<Altered & { part: string }>(
    ({ name, part, ...types }) => `${part} of the message ${code(name)} changed ${fromTo(types)}`,
  ),
  "message-values-changed": breakingReaders(altered("changed", "the values of the message ")),
  "reply-added": additive<Named>((reply) => `the reply ${added(reply)}`),
  "reply-removed": breaking<Named>((reply) => `the reply ${removed(reply)}`),
  "reply-renamed": breaking<Sides>((names) => `the reply ${renamed(names)}`),
  "reply-type-changed": breaking<Altered & { part: string }>(
    ({ name, part, ...types }) => `${part} of the reply ${code(name)} changed ${fromTo(types)}`,
  ),
  "reply-values-changed": breakingWriters(altered("changed", "the values of the reply ")),

  // The configuration
  "package-renamed": breaking<PackageNames>(packageRenamed),
  "client-changed": breaking<Sides>((clients) =>
    changed(clients, ([old, now]) => `the client is ${now}, no longer ${old}`),
  ),
  "base-url-added": additive<{ url: string }>(
    ({ url }) => `the client now has the default \`baseUrl\` ${code(url)}`,
  ),
  "base-url-changed": breaking<Sides>(
    (urls) => `the default \`baseUrl\` of the client changed ${fromTo(urls)}`,
  ),
  "base-url-removed": breaking<{ url: string }>(
    ({ url }) => `the client no longer has the default \`baseUrl\` ${code(url)}`,
  ),
  "typescript-name-changed": breaking<SettingChange>(setting("TypeScript name")),
  "int64-changed": breaking<SettingChange>(setting("int64")),
  "presence-loosened": breakingReaders<SettingChange>(setting("presence")),
  "presence-tightened": breakingWriters<SettingChange>(setting("presence")),
  "limits-checked": breakingWriters<object>(() => "encoders now check limits"),
  "limits-unchecked": additive<object>(() => "encoders no longer check limits"),
  "enum-style-changed": breaking<SettingChange>(setting("enumStyle")),
  "enum-style-extended": additive<SettingChange>(setting("enumStyle")),
  "external-changed": breaking<SettingChange>(setting("external type")),

  // Documentation
  deprecated: additive<Named & { reason: string }>(
    ({ name, reason }) =>
      `${code(name)} is now deprecated${reason === "" ? "" : `: ${code(reason)}`}`,
  ),
  undeprecated: documentation<Named>(({ name }) => `${code(name)} is no longer deprecated`),
  "documentation-changed": documentation<Named>(
    ({ name }) => `the documentation of ${code(name)} has changed`,
  ),
} satisfies Record<string, ChangeRule<never>>;

export type ChangeRuleId = keyof typeof changeRules;

export type ChangeParameters<Id extends ChangeRuleId> = Parameters<
  (typeof changeRules)[Id]["sentence"]
>[0];

/** The rules about settings: equal changes of several types or fields are one change. */
export type SettingRuleId = {
  [Id in ChangeRuleId]: ChangeParameters<Id> extends SettingChange ? Id : never;
}[ChangeRuleId];
