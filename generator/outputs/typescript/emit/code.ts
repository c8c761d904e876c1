import type { Reference } from "../plan/plan.js";
import { markBefore, markAfter } from "../slices.js";

/** A name that code refers to, and where it comes from. */
export interface Name {
  readonly name: string;
  readonly isType: boolean;
  /** Whether a type is a value, too, as an enum is. */
  readonly isValue?: boolean;
  /** The origin of the name: TypeScript's library, a module that exports it, or a module as a whole. */
  readonly origin:
    | { readonly kind: "global" }
    /** A function for lists of a model, which every module that needs it has for itself. */
    | { readonly kind: "list"; readonly reference: Reference }
    /** A declaration of the spec, an export of a module that every output has, or such a module as a whole. */
    | { readonly kind: "spec" | "library" | "namespace"; readonly from: string };
  /** Names of one key are imported side by side; default the name itself. */
  readonly key?: string;
  /** The place of an import among those of its module: less is earlier. */
  readonly rank?: number;
}

/** Code with the names that it refers to. */
export class Code {
  readonly parts: readonly (string | Name | Code)[];
  /** The words that the code says itself: parameters, variables and keywords. */
  readonly words: readonly string[];

  constructor(parts: Code["parts"], words: readonly string[] = []) {
    this.parts = parts;
    this.words = words;
  }
}

/** The words of templates, each of which is read once. */
const wordsOfTemplates = new WeakMap<TemplateStringsArray, readonly string[]>();

/**
 * Makes code of a template. Names that are declared elsewhere are values of the template, so that
 * its module knows what it refers to; the words in the template itself are those of local variables.
 */
export function ts(strings: TemplateStringsArray, ...values: readonly (Name | Code)[]): Code {
  let words = wordsOfTemplates.get(strings);
  if (words === undefined) {
    words = strings.join(" ").match(/(?<![\w$.])[A-Za-z_$][\w$]*/g) ?? [];
    wordsOfTemplates.set(strings, words);
  }
  const parts: (string | Name | Code)[] = [strings[0] ?? ""];
  for (const [index, value] of values.entries()) parts.push(value, strings[index + 1] ?? "");
  return new Code(parts, words);
}

/** Code that refers to nothing: a literal, or the name of a property. */
export function raw(text: string | number): Code {
  return new Code([String(text)]);
}

/** Puts code together. */
export function joined(codes: readonly Code[], separator = "\n"): Code {
  return new Code(codes.flatMap((code, index) => (index === 0 ? [code] : [separator, code])));
}

/** Puts the members of a literal or of a block together, one to a line. */
export function members(codes: readonly Code[]): Code {
  const lines = codes.flatMap((code, index) => {
    const mark = markBefore(index, codes.length);
    return mark === undefined ? [code] : [raw(mark), code];
  });
  const end = markAfter(codes.length);
  return joined(end === undefined ? lines : [...lines, raw(end)]);
}

/** Code as text, with all that is in it. */
export interface RenderedCode {
  readonly text: string;
  readonly names: ReadonlySet<Name>;
  /** The words of its templates, those of each as one. */
  readonly words: ReadonlySet<readonly string[]>;
}

export function render(code: Code): RenderedCode {
  let text = "";
  const names = new Set<Name>();
  const words = new Set<readonly string[]>();
  // A stack of its own, as code may be nested deeply.
  const pending: (string | Name | Code)[] = [code];
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    if (typeof part === "string") text += part;
    else if (part instanceof Code) {
      if (part.words.length > 0) words.add(part.words);
      for (let index = part.parts.length - 1; index >= 0; index--) {
        pending.push(part.parts[index] ?? "");
      }
    } else {
      names.add(part);
      text += part.name;
    }
  }
  return { text, names, words };
}

export function textOf(code: Code): string {
  return render(code).text;
}
