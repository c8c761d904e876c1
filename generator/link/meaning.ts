import type { FieldDraft, MeaningDraft, SampleDraft } from "../go/draft.js";
import type { Meaning, Sample, Type } from "../model/api.js";
import { sourceOf } from "../source/text.js";
import { limitsOf } from "./limits.js";
import { SampleReader, type SampleScope } from "./samples.js";

/** Resolves the facts about a field that depend on its type. */
export function linkMeaning(
  { meaning, type: { range }, tag, xml, name }: FieldDraft,
  type: Type,
  scope: SampleScope,
): Meaning {
  if (meaning === undefined) return {};
  const { required, condition, since, values } = meaning;
  const isOmitted = [tag, xml].some((one) => one?.kind === "named" && one.omitEmpty);
  if (required?.value === true && isOmitted) {
    scope.report("omitted-requirement", required.range, { name: name.text });
  }
  const samples = samplesOf(meaning, type, scope);
  if (samples.default !== undefined && samples.default.value === undefined && meaning.default) {
    const parameters = { text: samples.default.text, type: sourceOf(range) };
    const hint = defaultHint(meaning.default, type);
    scope.report("invalid-default", meaning.default.range, parameters, { hint });
  }
  return {
    ...(required === undefined ? {} : { required: required.value }),
    ...(condition === undefined ? {} : { condition }),
    ...samples,
    ...(since === undefined ? {} : { since }),
    ...(values === undefined ? {} : { values }),
    ...limitsIn(meaning, type, scope),
  };
}

function samplesOf(
  meaning: MeaningDraft,
  type: Type,
  scope: SampleScope,
): Pick<Meaning, "default" | "example"> {
  const reader = new SampleReader(scope);
  const read = (draft: SampleDraft): Sample => {
    const value = reader.read(draft, type);
    return { text: draft.text, ...(value === undefined ? {} : { value }) };
  };
  const { default: byDefault, example } = meaning;
  return {
    ...(byDefault === undefined || isNothing(byDefault) ? {} : { default: read(byDefault) }),
    ...(example === undefined ? {} : { example: read(example) }),
  };
}

/** Whether a cell without back-ticks says that there is no default. */
function isNothing({ text, isCode }: SampleDraft): boolean {
  return !isCode && NOTHING.test(text);
}

const NOTHING = /^(?:无|没有|none|null|nil|n\/a)$/i;

function defaultHint({ isCode }: SampleDraft, type: Type): string | undefined {
  return type.kind === "string" && !isCode
    ? "write a text in back-ticks, and words about it in Doc"
    : undefined;
}

function limitsIn(
  { limits }: MeaningDraft,
  type: Type,
  scope: SampleScope,
): Pick<Meaning, "limits"> {
  if (limits === undefined || NOTHING.test(limits.text)) return {};
  const resolved = new SampleReader(scope).resolved(type);
  const isBounded = resolved !== undefined && resolved.kind in EXPECTED;
  const read = limitsOf(limits.text, isBounded ? (resolved as never) : undefined);
  if (read.bounds === undefined) {
    const expected =
      (resolved && EXPECTED[resolved.kind]) ?? "limits of a text, a number or a list";
    scope.report("unread-limits", limits.range, { text: limits.text, expected });
  }
  return { limits: read };
}

/** The limits that types can have. */
const EXPECTED: Readonly<Partial<Record<Type["kind"], string>>> = {
  string: "for instance `不超过 64 个字符` or `1~64`",
  integer: "for instance `[0, 100]` or `≤ 20`",
  float: "for instance `[0, 1]` or `≤ 20`",
  list: "for instance `最多 10 个` or `1~10`",
};
