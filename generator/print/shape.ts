import type { Section } from "../ir/files.js";

/**
 * What sections of TypeScript share that differ in their words alone: names, documentation, texts in
 * quotes. In place of the words stand blanks.
 */
export interface Shape {
  /** The same for all sections of the shape, and for no other. */
  readonly section: Section;
  /** The blanks in the order of their first places. */
  readonly blanks: readonly Blank[];
}

export interface Blank {
  readonly text: string;
  /** What it stands for. */
  readonly word: string;
  /** How often it does. */
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

/**
 * The tokens of code that have words in them or could be taken for words: names, texts, comments; texts
 * with escapes and numbers; and the first character of what only a parser can tell.
 */
const TOKEN =
  /([A-Za-z_$\u0080-\uffff][\w$\u0080-\uffff]*)|"([^"\\\n]*)"|(\/\*[^]*?\*\/|\/\/[^\n]*)|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\d[\w.]*|[/\\`"']/g;

/**
 * A name that means nothing to TypeScript or prettier: they know words of small letters, and a few
 * with a capital; and prettier takes what begins with a capital for a class.
 */
const FREE_NAME =
  /^(?!(?:Boolean|Component|PRETTIER_\w*|(?:before|after)(?:Each|All)|fakeAsync|waitForAsync|createGlobalStyle|injectGlobal)$)(?:[a-z]\w*[A-Z\d_]\w*|[A-Z]\w+)$/;

/** A text that is neither a name nor a number, which prettier may write without quotes. */
const FREE_TEXT = /^(?=.*[^\w$.])[ !#-&(-[\]-~]+$/;

/** A line of a comment: the star that it may begin with, and its text. */
const COMMENT_LINE = /^([^\S\n]*(?:\*[^\S\n]*)?)([^\s*].*)$/gm;

/** A text of which no tool takes an instruction. */
const FREE_COMMENT = /^(?!.*(?:prettier|@type\b|@satisfies\b))/;

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
  readonly all: Blank[] = [];
  /** The blanks by their words; of a name that means something, nothing. */
  readonly #names = new Map<string, Blank | undefined>();
  readonly #texts = new Map<string, Blank>();
  readonly #comments = new Map<string, Blank>();
  isClear = true;

  /** A structure, or a part of one, with blanks for its words. */
  fill(value: unknown, key: string): unknown {
    if (typeof value === "string") return this.#fillString(value, key);
    if (Array.isArray(value)) return value.map((item) => this.fill(item, key));
    if (typeof value !== "object" || value === null) return value;
    const filled: Record<string, unknown> = {};
    for (const [name, item] of Object.entries(value)) filled[name] = this.fill(item, name);
    return filled;
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
    return code.replace(TOKEN, (token, name?: string, text?: string, comment?: string) => {
      if (name !== undefined) return this.#fillName(name);
      if (text !== undefined) return `"${this.#fillText(text)}"`;
      if (comment !== undefined) return isOwnLine ? this.#fillOwnLine(comment, code) : comment;
      // A number or a text that stays, or what may be the start of anything.
      if (token.length === 1 && !/\d/.test(token)) this.isClear = false;
      return token;
    });
  }

  /** A comment that statements begin with, unless there is code behind it on the same line. */
  #fillOwnLine(comment: string, code: string): string {
    if (code !== comment && !code.startsWith(`${comment}\n`)) return comment;
    const [, opening = "", text = "", end = ""] =
      /^(\/\*\*?|\/\/)([^]*?)(\*\/)?$/.exec(comment) ?? [];
    return opening + this.#fillComment(text) + end;
  }

  /** The lines of a comment: what stands before and behind their texts is the layout's. */
  #fillComment(text: string): string {
    return text.replace(COMMENT_LINE, (line, start: string, rest: string) => {
      const word = rest.trimEnd();
      if (!FREE_COMMENT.test(word)) return line;
      const blank = this.#blank(this.#comments, word, { first: COMMENT, width: 1 });
      return start + blank + rest.slice(word.length);
    });
  }

  #fillText(text: string): string {
    if (!FREE_TEXT.test(text)) return text;
    return this.#blank(this.#texts, text, { first: TEXT, width: text.length });
  }

  #fillName(name: string): string {
    if (!this.#names.has(name) && !FREE_NAME.test(name)) this.#names.set(name, undefined);
    if (this.#names.has(name) && this.#names.get(name) === undefined) return name;
    const start = /^[A-Z]/.test(name) ? "A" : "";
    return this.#blank(this.#names, name, {
      first: NAME,
      start,
      width: name.length - start.length,
    });
  }

  #blank(
    known: Map<string, Blank | undefined>,
    word: string,
    { first, start = "", width }: { first: number; start?: string; width: number },
  ): string {
    const blank = known.get(word);
    if (blank !== undefined) {
      blank.count++;
      return blank.text;
    }
    if (known.size >= MOST_WORDS) this.isClear = false;
    const text = start + String.fromCodePoint(first + known.size).repeat(width);
    const added = { text, word, count: 1 };
    known.set(word, added);
    this.all.push(added);
    return text;
  }
}
