import type { SourceRange } from "../../source/source.js";
import { memberValue, type EnumDraft } from "../enum-values.js";
import type { ValueList, ValuePair } from "./pairs.js";
import { isOpposite, similarity, WITHIN } from "./similarity.js";

/** A member of an enum as documentation describes it. */
export interface DescribedMember {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly range: SourceRange;
}

/** A label that the member of its value contradicts. */
export interface Contradiction {
  readonly pair: ValuePair;
  readonly own: DescribedMember;
  /** The member that the label fits. */
  readonly other: DescribedMember;
}

/** Values that an enum lacks, and labels that fit other members than those of their values. */
interface Contradictions {
  readonly lacking: readonly ValuePair[];
  readonly labels: readonly Contradiction[];
}

/** Compares with longer enums would take long. */
const MOST_MEMBERS = 500;

/** Compares a list of values in a text with the members of an enum. */
export function contradictionsIn(
  { pairs, isInteger }: ValueList,
  draft: EnumDraft,
): Contradictions {
  const members = describedMembers(draft);
  const byValue = new Map(members.toReversed().map((member) => [member.value, member]));
  const memberOf = ({ value }: ValuePair) => byValue.get(isInteger ? String(Number(value)) : value);
  const lacking = pairs.filter((pair) => memberOf(pair) === undefined);
  // A text about other words than those of the enum is no list of its values.
  if (members.length > MOST_MEMBERS || (!isInteger && lacking.length === pairs.length)) {
    return { lacking: [], labels: [] };
  }
  const compared = pairs.flatMap((pair) => {
    const own = memberOf(pair);
    return own === undefined ? [] : (comparisonOf(pair, own, members) ?? []);
  });
  const clear = compared.filter(isClear);
  const likely = compared.filter(isLikely);
  const isOther = likely.length > 1 && likely.length * 2 >= pairs.length;
  return { lacking, labels: clear.length === 0 && isOther ? likely.slice(0, 1) : clear };
}

/** A label beside the member of its value and the member that fits it best of all others. */
interface Comparison extends Contradiction {
  readonly ownShare: number;
  readonly otherShare: number;
}

function comparisonOf(
  pair: ValuePair,
  own: DescribedMember,
  members: readonly DescribedMember[],
): Comparison | undefined {
  const ownShare = shareOf(pair, own);
  let best: Comparison | undefined;
  for (const other of members) {
    if (other.value === own.value) continue;
    const otherShare = shareOf(pair, other);
    if (best === undefined || otherShare > best.otherShare) {
      best = { pair, own, other, ownShare, otherShare };
    }
  }
  return best;
}

function shareOf({ label }: ValuePair, member: DescribedMember): number {
  return Math.max(similarity(label, member.label), Number(similarity(label, member.name) === 1));
}

/** Tells whether a label is that of another member. */
function isClear({ pair, own, other, ownShare, otherShare }: Comparison): boolean {
  if (otherShare === 1) return ownShare < 1;
  return (
    own.label !== "" &&
    otherShare >= WITHIN &&
    ownShare < 0.5 &&
    !isOpposite(pair.label, other.label)
  );
}

/** Tells whether a label is nearer to another member: several ones make a contradiction. */
function isLikely({ own, ownShare, otherShare }: Comparison): boolean {
  return own.label !== "" && otherShare >= 0.4 && ownShare <= 0.6 * otherShare;
}

function describedMembers(draft: EnumDraft): DescribedMember[] {
  return draft.constants.flatMap((constant): DescribedMember[] => {
    const value = memberValue(constant, draft, () => {});
    const { name, documentation } = constant.draft;
    if (value === undefined) return [];
    const own = name.text.replace(draft.type.name.text, "");
    return [
      {
        name: own.replaceAll(/(?<=\p{Ll})(?=\p{Lu})|_/gu, " "),
        value: String(value),
        label: documentation.replace(/^[`"]?-?\w+[`"]?\s*[-–—:：=]\s*/u, ""),
        range: name.range,
      },
    ];
  });
}
