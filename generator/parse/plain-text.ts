import type { Construct, Extension } from "micromark-util-types";

/**
 * Takes the rest of a line as one piece of text. The dialect reads nothing inside of a line, and micromark
 * cuts its text at each character that may begin something; putting it together again takes a time that
 * is quadratic in the length of a paragraph.
 */
const restOfLine: Construct = {
  name: "plainText",
  tokenize(effects, ok) {
    return (code) => {
      effects.enter("data");
      return next(code);
    };

    function next(code: Parameters<typeof ok>[0]): ReturnType<typeof ok> {
      if (code !== null && code >= -2) {
        effects.consume(code);
        return next;
      }
      effects.exit("data");
      return ok(code);
    }
  },
  /** Joins the piece to what micromark has taken of the line before it. */
  resolveTo(events) {
    const start = events.at(-4)?.[1];
    const rest = events.at(-1)?.[1];
    if (start?.type !== "data" || rest === undefined) return events;
    start.end = rest.end;
    events.length -= 2;
    return events;
  },
};

export const plainText: Extension = { text: { null: restOfLine } };
