/** Specifications of any size in which no two models are alike, made from a seed. */
import type { SpecFile } from "../../../generator/source/spec-file.js";

/** Words of API names; a name joins one to three of them. */
const WORDS =
  "account action address agent amount app area article attachment audit avatar batch bill block board body budget button calendar card category chain channel chat city client code color comment company config contact content corp count coupon course cursor customer data date day department detail device dial digest disk document draft email employee end event export external face field file filter flag flow folder follow form friend gender goods group guest hash health history holiday hour icon image index info invite invoice item job journal key kind label lang language leader level limit link list live local location lock log mail manager mark material media meeting member menu message minute mobile mode module money month name news node note notice number object offset open operator option order owner page parent park party path pay phone photo pin place plan platform point position post price print priority product profile program project proof province public push qr query question queue rank rate reason receipt receiver record refund region relation remark reply report request response result review role room rule salary scene schedule school scope score section sender sequence server service session setting shift shop sign site size source space spec staff stage star start state statistic status step stock store student style subject summary switch tag target task team template text ticket time title token tool topic total track transfer type unit update url usage user value version video view visit voice wallet week weight work zone".split(
    " ",
  );

/** Pieces of Chinese documentation; a cell joins one to four of them. */
const PHRASES =
  "成员的唯一标识|企业内必须唯一|长度为 1~64 个字节|部门 id 列表|不超过 100 个|仅当 `type` 为 `1` 时返回|创建时间，Unix 时间戳|第三方应用不可获取|默认为 `0`|详见[错误码](https://example.com/docs/errors)|可能为空|用于分页查询的游标|由上一次调用返回|首次调用可不填|最大值为 1000|上游系统保证不重复|支持小程序、图文与文本|按添加时间倒序排列|只能由超级管理员设置|更新时为全量覆盖|单位为秒|取值范围为 `[0, 2^32)`|建议对接时做幂等处理|与 `department` 等长".split(
    "|",
  );

/** Types of fields with their shares in hand-written specifications, in percent. */
const TYPES: readonly (readonly [type: string, share: number])[] = [
  ["string", 48],
  ["int", 9],
  ["int32", 6],
  ["int64", 3],
  ["uint32", 2],
  ["bool", 6],
  ["[]string", 6],
  ["[]int", 1],
  ["enum", 4],
  ["model", 8],
  ["[]model", 7],
];

export interface VariedOptions {
  readonly models: number;
  readonly documents: number;
  readonly seed?: number;
}

/** Makes a specification: models of 1 to 16 fields, and an enum beside every eighth one. */
export function variedDocuments({
  models,
  documents,
  seed = 1,
}: VariedOptions): readonly SpecFile[] {
  const random = new Random(seed);
  const names = random.names(models);
  const enums = names.filter((_, index) => index % 8 === 0).map((name) => `${name}Kind`);
  const perDocument = Math.ceil(models / documents);
  return Array.from({ length: documents }, (_, document) => {
    const start = document * perDocument;
    const own = names.slice(start, start + perDocument);
    const sections = own.flatMap((name, index) => {
      const isWithEnum = (start + index) % 8 === 0;
      const fence = isWithEnum ? [enumFence(`${name}Kind`, random)] : [];
      return [...fence, modelSection(name, { names, enums, index: start + index }, random)];
    });
    const value = [`# ${random.phrase()}`, "## Models", ...sections].join("\n\n");
    return { path: `spec/document_${document + 1}.md`, value: `${value}\n` };
  });
}

interface Known {
  readonly names: readonly string[];
  readonly enums: readonly string[];
  readonly index: number;
}

function modelSection(name: string, known: Known, random: Random): string {
  // The square makes small models the most common ones.
  const fields = random.distinctWords(1 + Math.floor(16 * random.next() ** 2));
  const rows = fields.map((words) => {
    const omitEmpty = random.next() < 0.3 ? ",omitempty" : "";
    const cells = [pascalCase(words), words.join("_") + omitEmpty, typeOf(known, random)];
    return [...cells.map((cell) => `\`${cell}\``), random.phrase()].join("|");
  });
  return [
    `### \`${name}\` ${random.phrase()}`,
    ["Name|JSON|Type|Doc", ":--|:--|:--|:--", ...rows].join("\n"),
  ].join("\n\n");
}

/** A model refers to models near it that come later, so that no value contains itself. */
function typeOf({ names, enums, index }: Known, random: Random): string {
  const type = random.weighted(TYPES);
  if (type === "enum") return random.pick(enums);
  const near = names.slice(index + 1, index + 20);
  if (type.endsWith("model"))
    return near.length === 0 ? "string" : type.replace("model", random.pick(near));
  return type;
}

function enumFence(name: string, random: Random): string {
  const members = random.distinctWords(2 + Math.floor(8 * random.next()));
  const lines = members.map((words, value) => {
    return `\t${name}${pascalCase(words)} ${name} = ${value} // ${random.phrase()}`;
  });
  return [
    "```go",
    `// ${random.phrase()}`,
    `type ${name} int`,
    "",
    "const (",
    ...lines,
    ")",
    "```",
  ].join("\n");
}

function pascalCase(words: readonly string[]): string {
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

/** Choices that depend on nothing but the seed (the generator mulberry32). */
class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** Returns a number in `[0, 1)`. */
  next(): number {
    this.#state = (this.#state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.next() * items.length)] as Item;
  }

  weighted(items: readonly (readonly [string, number])[]): string {
    let rest = this.next() * items.reduce((sum, [, share]) => sum + share, 0);
    return (items.find(([, share]) => (rest -= share) < 0) ?? items[0])?.[0] ?? "";
  }

  phrase(): string {
    const count = 1 + Math.floor(4 * this.next() ** 2);
    return Array.from({ length: count }, () => this.pick(PHRASES)).join("，");
  }

  /** Returns lists of one to three words, no two of them the same. */
  distinctWords(count: number): string[][] {
    const found = new Map<string, string[]>();
    while (found.size < count) {
      const words = Array.from({ length: 1 + Math.floor(2.4 * this.next()) }, () =>
        this.pick(WORDS),
      );
      found.set(words.join("_"), words);
    }
    return [...found.values()];
  }

  /** Returns names of models: two or three words. */
  names(count: number): string[] {
    const found = new Set<string>();
    while (found.size < count) {
      const words = Array.from({ length: 2 + Math.floor(2 * this.next()) }, () => this.pick(WORDS));
      found.add(pascalCase(words));
    }
    return [...found];
  }
}
