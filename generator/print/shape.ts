import type { Section } from "../ir/files.js";

/**
 * What sections of TypeScript share that differ in their words alone: names, documentation, texts in
 * quotes. In place of the words stand blanks.
 */
export interface Shape {
  /** The same for all sections of the shape, and for no other. */
  readonly section: Section;
  /** The blanks, each with the word that it stands for and how often it does. */
  readonly blanks: ReadonlyMap<string, Blank>;
}

export interface Blank {
  readonly word: string;
  count: number;
}

/** How many words of a kind a section may have. */
const MOST_WORDS = 600;

/** Canadian syllabics: letters to JavaScript, as wide as a Latin letter, with neither case nor meaning. */
const NAME = 0x14_01;
/** Characters for private use: no letters, and so no name in quotes, whose quotes prettier takes away. */
const TEXT = 0xe0_00;
const COMMENT = 0xe8_00;

/** What is a blank, in a text where nothing else has such characters. */
export const BLANK = /A?([\u1401-\u1658])\1*|([\ue000-\ue257])\2*|[\ue800-\uea57]/g;

const BLANK_CHARACTER = /[\u1401-\u1658\ue000-\ue257\ue800-\uea57]/;

/** The tokens of code that have words in them, or could be taken for words, and what cannot be told. */
const TOKEN =
  /(?<comment>\/\*[^]*?\*\/|\/\/[^\n]*)|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\d[\w.]*|(?<name>[\p{ID_Start}$_][\p{ID_Continue}$]*)|(?<unclear>[/\\`"'])/gu;

/**
 * A name that means nothing to TypeScript or prettier: they know words of small letters, and a few
 * with a capital; and prettier takes what begins with a capital for a class.
 */
const FREE_NAME =
  /^(?!(?:Boolean|Component|PRETTIER_\w*|(?:before|after)(?:Each|All)|fakeAsync|waitForAsync|createGlobalStyle|injectGlobal)$)(?:[a-z]\w*[A-Z\d_]\w*|[A-Z]\w+)$/;

/** A text that is neither a name nor a number, which prettier may write without quotes. */
const FREE_TEXT = /^(?=.*[^\w$.])[ !#-&(-[\]-~]+$/;

/** A comment of which a tool takes no instruction. */
const FREE_COMMENT = /^(?!.*(?:prettier|@type\b|@satisfies\b))[^\r\u2028\u2029]+$/;

/**
 * The shape of a section. Prettier lays out what it is given by tokens and by their widths, and so a
 * blank is as wide as its word and begins like it. Comments it leaves as they are: those that stand on
 * lines of their own have a line break before them in any layout, and their width counts nowhere.
 *
 * @returns nothing where the code is not clear without a parser
 */
export function shapeOf(section: Section): Shape | undefined {
  const blanks = new Blanks();
  const blanked = blanks.fill(section, "statements") as Section;
  return blanks.isClear ? { section: blanked, blanks: blanks.all } : undefined;
}

class Blanks {
  readonly all = new Map<string, Blank>();
  /** The blanks of the words, by their kinds. */
  readonly #known = new Map<number, Map<string, string>>();
  isClear = true;

  /** A structure, or a part of one, with blanks for its words. */
  fill(value: unknown, key: string): unknown {
    if (typeof value === "string") return this.#fillString(value, key);
    if (Array.isArray(value)) return value.map((item) => this.fill(item, key));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, this.fill(item, name)]),
    );
  }

  #fillString(value: string, key: string): string {
    if (BLANK_CHARACTER.test(value)) this.isClear = false;
    switch (key) {
      case "description":
        return this.#fillComment(value);
      case "moduleSpecifier":
        return this.#fillText(value);
      default:
        return this.#fillCode(value, key === "statements");
    }
  }

  #fillCode(code: string, isOwnLine: boolean): string {
    return code.replace(TOKEN, (token, ...rest) => {
      const { comment, name, unclear } = rest.at(-1) as Record<string, string | undefined>;
      if (unclear !== undefined) this.isClear = false;
      if (comment !== undefined) return isOwnLine ? this.#fillOwnLine(comment, code) : comment;
      if (name !== undefined) return FREE_NAME.test(name) ? this.#name(name) : name;
      return token.startsWith('"') ? `"${this.#fillText(token.slice(1, -1))}"` : token;
    });
  }

  /** A comment that statements begin with, unless there is code behind it on the same line. */
  #fillOwnLine(comment: string, code: string): string {
    if (code !== comment && !code.startsWith(`${comment}\n`)) return comment;
    const [, opening = "", text = "", end = ""] =
      /^(\/\*\*?|\/\/)([^]*?)(\*\/)?$/.exec(comment) ?? [];
    return opening + this.#fillComment(text) + end;
  }

  /** The lines of a comment, without what stands before and behind their texts. */
  #fillComment(text: string): string {
    const lines = text.split("\n").map((line) => {
      const word = line.trim();
      return FREE_COMMENT.test(word)
        ? line.replace(word, () => this.#blank(word, COMMENT, 1))
        : line;
    });
    return lines.join("\n");
  }

  #fillText(text: string): string {
    return FREE_TEXT.test(text) ? this.#blank(text, TEXT, text.length) : text;
  }

  #name(name: string): string {
    const isCapital = /^[A-Z]/.test(name);
    return this.#blank(name, NAME, isCapital ? name.length - 1 : name.length, isCapital ? "A" : "");
  }

  #blank(word: string, kind: number, width: number, start = ""): string {
    const known = this.#known.get(kind) ?? new Map<string, string>();
    this.#known.set(kind, known);
    const blank = known.get(word) ?? start + String.fromCodePoint(kind + known.size).repeat(width);
    known.set(word, blank);
    if (known.size > MOST_WORDS) this.isClear = false;
    const { count } = this.all.get(blank) ?? { count: 0 };
    this.all.set(blank, { word, count: count + 1 });
    return blank;
  }
}
