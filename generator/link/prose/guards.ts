import type { ValueList } from "./pairs.js";

/** A text about one field. */
interface FieldText {
  readonly name: string;
  readonly text: string;
}

/** Tells whether a list in the text of a field has the values that the field takes, one at a time. */
export function isEnumeration(list: ValueList, field: FieldText): boolean {
  return (
    !isOfErrors(list, field) &&
    !SEVERAL.test(field.text) &&
    !CORRESPONDING.test(list.lead) &&
    !isOfFlags(list, field.text) &&
    !(list.isInteger && QUANTITY.test(list.lead)) &&
    !RULES.test(list.lead) &&
    !list.pairs.some(({ value }) => isNoValue(value))
  );
}

/** Lists of flags, one for each element of another field, or of texts with marks between them. */
const SEVERAL =
  /[逐一]一对应|个数(?:必须|需|应)|(?:逗号|分号|竖线|空格|[,;|])\s*(?:分隔|隔开|分割)|(?:comma|semicolon|space)[- ](?:separated|delimited)|separated by|respectively/iu;

/** Values of another field, to which those of this one correspond. */
const CORRESPONDING = /(?:对应|依次|分别)(?:为|是)?\s*[:：]?\s*$/u;

/** A number that counts or measures something, and has special values at most. */
const QUANTITY =
  /单位[是为:：]|时间戳|取值范围|最[大小多少长短]|不超过|[个条次天]数(?!型|类)|数量|时长[,，。]|\b(?:seconds|milliseconds|timestamp|maximum|minimum|number of|count of|length of)\b/iu;

/** Texts that number rules. */
const RULES =
  /(?:注意|注|说明|备注|规则|要求|条件|限制|步骤|如下|note|rules|steps)\s*[:：。]?\s*$/iu;

/** Words that begin remarks. */
const NO_VALUES = new Set(
  `note notes e.g eg i.e ie default max min maximum minimum example examples format type types unit
  warning http https ftp required optional see range length name value values description ps p.s id url`.split(
    /\s+/,
  ),
);

function isNoValue(value: string): boolean {
  return NO_VALUES.has(value.toLowerCase());
}

function isOfErrors({ lead }: ValueList, { name }: FieldText): boolean {
  return (
    /^(?:code|err(?:or)?_?(?:code|no|num)|ret(?:urn)?_?code|ret)$/i.test(name) ||
    /错误码|返回码|返回值|error codes?|return codes?/iu.test(lead)
  );
}

/** Tells whether values are bits of which a number may have several. */
function isOfFlags({ pairs, isInteger }: ValueList, text: string): boolean {
  const areBits = isInteger && pairs.every(({ value }) => isBit(Number(value)));
  return (
    areBits &&
    /按位|位或|位运算|位掩码|位图|比特|相加|叠加|累加|之和|组合|可多选|bit(?:wise|mask|field|[ -]?flags?|s\b)|\bflags?\b|\bsum of\b|\bcombin/iu.test(
      text,
    )
  );
}

function isBit(value: number): boolean {
  return value >= 0 && (value & (value - 1)) === 0;
}
