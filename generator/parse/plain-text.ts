import type { Extension as FromMarkdownExtension } from "mdast-util-from-markdown";
import type { Construct, Extension } from "micromark-util-types";

declare module "micromark-util-types" {
  interface TokenTypeMap {
    /** The rest of a line of text. */
    plainText: "plainText";
  }
}

/**
 * Takes the rest of a line as it stands. The dialect reads nothing inside of a line, and micromark's own
 * text is cut at each character that may begin something; putting it together again takes a time that
 * is quadratic in the length of a paragraph.
 */
const restOfLine: Construct = {
  name: "plainText",
  tokenize(effects, ok) {
    return (code) => {
      effects.enter("plainText");
      return next(code);
    };

    function next(code: Parameters<typeof ok>[0]): ReturnType<typeof ok> {
      if (code !== null && code >= -2) {
        effects.consume(code);
        return next;
      }
      effects.exit("plainText");
      return ok(code);
    }
  },
};

export const plainText: Extension = { text: { null: restOfLine } };

/** A piece of a text in the tree, without the white space that the line ends with. */
export const plainTextFromMarkdown: FromMarkdownExtension = {
  enter: {
    plainText(token) {
      this.config.enter["data"]?.call(this, token);
    },
  },
  exit: {
    plainText(token) {
      this.config.exit["data"]?.call(this, token);
      const parent = this.stack.at(-1);
      const node =
        parent !== undefined && "children" in parent ? parent.children.at(-1) : undefined;
      if (node?.type !== "text" || node.position === undefined) return;
      // The text of the node grows with each line; only the piece itself is looked at.
      const text = this.sliceSerialize(token);
      let padding = 0;
      while (/[ \t]/.test(text.at(-1 - padding) ?? "")) padding++;
      const { line, column, offset = 0 } = node.position.end;
      node.position.end = { line, column: column - padding, offset: offset - padding };
    },
  },
};
