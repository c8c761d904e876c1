import leven from "leven";
import MiniSearch from "minisearch";

/** An entry that pages search. */
export interface SearchEntry {
  readonly id: number;
  readonly name: string;
  readonly others: string;
  readonly text: string;
  readonly kind: string;
  readonly url: string;
}

/** The data that `search.js` holds. */
export interface SearchData {
  readonly entries: readonly SearchEntry[];
  /** The simplified characters of traditional ones. */
  readonly variants: Readonly<Record<string, string>>;
}

/** A search over the entries of a site: returns the best ones first. */
export type Search = (query: string) => readonly SearchEntry[];

const MOST_RESULTS = 30;

/** Words that are shorter have too many neighbours to be taken for misspelt ones. */
const LEAST_FUZZY = 4;

const HAN = /\p{Script=Han}/u;

/** Makes the search over the entries of a site. */
export function createSearch({ entries, variants }: SearchData): Search {
  const simplified = (text: string) =>
    text.replaceAll(/\p{Script=Han}/gu, (one) => variants[one] ?? one);
  const index = new MiniSearch<SearchEntry>({
    fields: ["name", "others", "text"],
    storeFields: ["name", "others", "text", "kind", "url"],
    tokenize: (text) => tokensOf(simplified(text), WHOLE),
    processTerm: (term) => term,
    searchOptions: {
      tokenize: (text) => tokensOf(simplified(text), PARTS),
      boost: { name: 4, others: 2 },
      boostDocument: (_id, _term, stored) => weightOf(stored as unknown as SearchEntry),
      prefix: true,
      fuzzy: (term) => (HAN.test(term) || term.length < LEAST_FUZZY ? false : 0.25),
      weights: { fuzzy: 0.2, prefix: 0.5 },
    },
  });
  index.addAll(entries);
  return (query) => {
    const name = query.trim().toLowerCase();
    if (name === "") return [];
    const all = index.search(query, { combineWith: "AND" });
    // A wrong character among Chinese ones: most of the pairs are right.
    const found = all.length > 0 ? all : index.search(query, { combineWith: "OR" });
    const results = found as unknown as readonly SearchEntry[];
    const ranks = groupBy(results, (entry) => rankOf(entry, name));
    return ([0, 1, 2] as const).flatMap((rank) => ranks.get(rank) ?? []).slice(0, MOST_RESULTS);
  };
}

/** Returns 0 for an entry of a name, 1 for one with a name that differs little or another one, and 2 for any other. */
function rankOf({ name, others }: SearchEntry, wanted: string): 0 | 1 | 2 {
  const own = name.toLowerCase();
  if (own === wanted) return 0;
  const mistakes = Math.floor(wanted.length / 6);
  if (mistakes > 0 && leven(own, wanted, { maxDistance: mistakes + 1 }) <= mistakes) return 1;
  const isOther = others.toLowerCase().split(" ").includes(wanted);
  return isOther || own.endsWith(`.${wanted}`) ? 1 : 2;
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** Returns the weight of an entry: containers come before their content, and short names before long ones. */
function weightOf({ kind, name }: SearchEntry): number {
  const isPart = kind === "field" || kind === "member";
  return (isPart ? 0.4 : 1) * Math.min(1, SHORT / name.length);
}

/** The length of names that are not taken for longer than others. */
const SHORT = 12;

/** How words are divided: an index has words, and their parts; a query asks for all parts. */
interface Division {
  readonly run: (characters: string) => readonly string[];
  readonly word: (word: string, parts: readonly string[]) => readonly string[];
}

const WHOLE: Division = {
  // A query of one character finds the pairs that begin with it, and the end of a run.
  run: (run) => [run, ...pairs(run), Array.from(run).at(-1) ?? ""],
  word: (word, parts) => [word, ...parts],
};

const PARTS: Division = { run: pairs, word: (_word, parts) => parts };

/** Words of identifiers, at humps and underscores, and parts of runs of Chinese characters. */
function tokensOf(text: string, division: Division): string[] {
  const tokens: string[] = [];
  for (const [word] of text.matchAll(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}_.])+/gu)) {
    if (HAN.test(word)) tokens.push(...division.run(word));
    else tokens.push(...division.word(word, word.split(BORDERS)));
  }
  return [...new Set(tokens.map((token) => token.toLowerCase()))].filter((token) => token !== "");
}

/** The borders of the words in an identifier. */
const BORDERS = /[_.]|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;

/** Pairs of neighbours; a single character as it is. */
function pairs(run: string): readonly string[] {
  const characters = Array.from(run);
  if (characters.length < 2) return [run];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
