import { htmlFlow } from "micromark-core-commonmark";

type Construct = typeof htmlFlow;

/** The beginning of HTML that an empty line does not end: a comment, or an element of raw text. */
const START = /^<(?:!--|(?:pre|script|style|textarea)$)/i;

/** The longest text that tells whether HTML is raw: `<textarea`. */
const LONGEST = 9;

/** A construct to look ahead with: whether raw HTML begins here. */
const start: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let text = "";
    return (code) => {
      effects.enter("htmlFlowData");
      return next(code);
    };

    function next(code: Parameters<typeof ok>[0]): ReturnType<typeof ok> {
      const isEnd = code === null || code <= 32 || code === 62 || text === "<!--";
      if (!isEnd && text.length < LONGEST) {
        text += String.fromCharCode(code);
        effects.consume(code);
        return next;
      }
      effects.exit("htmlFlowData");
      return (isEnd && START.test(text) ? ok : nok)(code);
    }
  },
};

/**
 * The HTML blocks of CommonMark that are raw: comments, and the elements `pre`, `script`, `style` and
 * `textarea`. Other HTML is a text: CommonMark ends it only at an empty line, and so a heading, a
 * fence or a table right below `</details>` or `<a id="b" />` would belong to it, which nobody means.
 */
export const rawHtml: Construct = {
  ...htmlFlow,
  name: "rawHtml",
  tokenize(effects, ok, nok) {
    return effects.check(start, htmlFlow.tokenize.call(this, effects, ok, nok), nok);
  },
};

/** A line with the end of raw HTML. */
export interface RawHtmlEnd {
  readonly pattern: RegExp;
  /** How to write it. */
  readonly text: string;
}

/** The end of the raw HTML that a line begins (CommonMark, HTML blocks, conditions 1 and 2). */
export function rawHtmlEndOf(line: string): RawHtmlEnd | undefined {
  const [, name] = /^ {0,3}<(!--|(?:pre|script|style|textarea)(?=[\s>]|$))/i.exec(line) ?? [];
  if (name === undefined) return undefined;
  return name === "!--" ? COMMENT_END : { pattern: ELEMENT_END, text: `</${name}>` };
}

const COMMENT_END: RawHtmlEnd = { pattern: /-->/, text: "-->" };

/** The end tag of any such element ends another one as well. */
const ELEMENT_END = /<\/(?:pre|script|style|textarea)>/i;
