import type { Reference } from "../plan/plan.js";

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

/** The local names that code declares: parameters of an arrow function, or variables of the body around. */
interface Locals {
  readonly parameters: readonly string[];
  readonly variables: readonly string[];
}

const NO_LOCALS: Locals = { parameters: [], variables: [] };

/** Code with the names that it refers to. */
export class Code {
  readonly parts: readonly (string | Name | Code)[];
  readonly locals: Locals;

  constructor(parts: Code["parts"], locals = NO_LOCALS) {
    this.parts = parts;
    this.locals = locals;
  }
}

/** The local names of templates: reading each template once makes a cold run 3 to 6 % shorter. */
const localsOfTemplates = new WeakMap<TemplateStringsArray, Locals>();

/**
 * Makes code of a template. Names that are declared elsewhere are values of the template, so that its
 * module knows what it refers to. A template that begins with the parameters of an arrow function is one.
 */
export function ts(strings: TemplateStringsArray, ...values: readonly (Name | Code)[]): Code {
  const parts: (string | Name | Code)[] = [strings[0] ?? ""];
  for (const [index, value] of values.entries()) parts.push(value, strings[index + 1] ?? "");
  let locals = localsOfTemplates.get(strings);
  if (locals === undefined) {
    locals = localsOf(strings.join(" "));
    localsOfTemplates.set(strings, locals);
  }
  return new Code(parts, locals);
}

function localsOf(template: string): Locals {
  const [, parameters = ""] = /^\(([\w, ]*)\) =>/.exec(template) ?? [];
  const variables = [...template.matchAll(/\b(?:const|let) (\w+)/g)].map(([, name = ""]) => name);
  return { parameters: parameters.match(/\w+/g) ?? [], variables };
}

/** Code that refers to nothing: a literal, or the name of a property. */
export function raw(text: string | number): Code {
  return new Code([String(text)]);
}

/** Puts code together. */
export function joined(codes: readonly Code[], separator = "\n"): Code {
  return new Code(codes.flatMap((code, index) => (index === 0 ? [code] : [separator, code])));
}

/** Code as text, with all that is in it. */
interface RenderedCode {
  readonly text: string;
  readonly names: ReadonlySet<Name>;
  /** The variables that the code declares. */
  readonly variables: ReadonlySet<string>;
  /** The names that stand in an arrow function with a parameter of that name. */
  readonly hidden: ReadonlySet<Name>;
}

/** The parameters of the arrow functions around a part. */
type Parameters = readonly [own: readonly string[], outer: Parameters] | undefined;

export function render(code: Code): RenderedCode {
  let text = "";
  const names = new Set<Name>();
  const variables = new Set<string>();
  const hidden = new Set<Name>();
  // A stack of its own, as code may be nested deeply.
  const pending: [part: string | Name | Code, parameters: Parameters][] = [[code, undefined]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [part, outer] = next;
    if (typeof part === "string") text += part;
    else if (part instanceof Code) {
      const { parameters, variables: declared } = part.locals;
      for (const name of declared) variables.add(name);
      const inner: Parameters = parameters.length === 0 ? outer : [parameters, outer];
      for (const child of part.parts.toReversed()) pending.push([child, inner]);
    } else {
      names.add(part);
      text += part.name;
      if (isParameter(part.name, outer)) hidden.add(part);
    }
  }
  return { text, names, variables, hidden };
}

function isParameter(name: string, parameters: Parameters): boolean {
  for (let around = parameters; around !== undefined; around = around[1]) {
    if (around[0].includes(name)) return true;
  }
  return false;
}

export function renderedText(code: Code): string {
  return render(code).text;
}
