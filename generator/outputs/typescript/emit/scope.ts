import type {
  FunctionDeclarationStructure,
  MethodDeclarationStructure,
  OptionalKind,
  ParameterDeclarationStructure,
} from "ts-morph";
import type { Reference } from "../plan/plan.js";
import { code } from "../../../source/code.js";
import { render, type Code, type Name } from "./code.js";
import { kinds } from "./kinds.js";
import { pathOf, specifierOf } from "./reference.js";

/** A parameter of an emitted function. */
export interface Parameter {
  readonly name: string;
  readonly type: Code;
  readonly isOptional?: boolean;
  readonly initializer?: Code;
}

/** An emitted function, or a method. */
export interface FunctionParts {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly returnType: Code;
  readonly body: Code;
}

/** A name that means two things where it stands. */
export interface Meeting {
  readonly identifier: string;
  /** The second meaning of the name, beside the one in the spec. */
  readonly taken: string;
}

/** The name spaces of TypeScript: types and values have one each. */
type Space = "type" | "value" | "both";

/** A name that a module imports. */
export interface Import {
  readonly name: Name;
  readonly rank: number;
  /** Counts the keys of the names, in order of their first use. */
  readonly position: number;
}

/**
 * The names of one emitted module: what it declares, what it refers to, and so what it imports. Code
 * becomes text here and nowhere else, and no name in it goes unnoticed.
 */
export class ModuleScope {
  readonly #path: string;
  /** How other modules import this one. */
  readonly #specifier: string;
  readonly #declared: { readonly name: string; readonly space: Space }[] = [];
  readonly #imports = new Map<string, Import>();
  readonly #known = new Set<Name>();
  readonly #positions = new Map<string, number>();
  readonly #globals = new Map<string, Space>();
  readonly #lists = new Map<string, Reference>();
  readonly #shadowed: Meeting[] = [];

  constructor(module: string) {
    this.#path = pathOf(module);
    this.#specifier = specifierOf(module);
  }

  /** The imports of the module, in order of first use. */
  get imports(): readonly Import[] {
    return [...this.#imports.values()];
  }

  /** The models of which the module reads and writes lists. */
  get lists(): readonly Reference[] {
    return [...this.#lists.values()];
  }

  /** Takes note of a name that the module declares; returns it. */
  declare(name: string, space: Space = "value"): string {
    this.#declared.push({ name, space });
    return name;
  }

  /** The text of code that stands in no function. */
  text(code: Code): string {
    const { text, names } = render(code);
    for (const name of names) this.#refer(name);
    return text;
  }

  /** A function that the module declares. */
  function(
    parts: FunctionParts,
    more: Pick<FunctionDeclarationStructure, "isExported" | "isAsync" | "docs"> = {},
  ): FunctionDeclarationStructure {
    this.declare(parts.name);
    return { kind: kinds.function, ...more, ...this.#signed(parts) };
  }

  /** A method of a class that the module declares. */
  method(parts: FunctionParts): OptionalKind<MethodDeclarationStructure> {
    return this.#signed(parts);
  }

  /** The names that mean two things in the module. */
  meetings(): Meeting[] {
    const path = code(this.#path);
    const taken = new Map<string, string>();
    const meetings = [...this.#shadowed];
    const take = (identifier: string, meaning: string, space: Space) => {
      const used = this.#globals.get(identifier);
      const other =
        used !== undefined && doMeet(used, space)
          ? `a name of TypeScript's library that ${path} uses`
          : taken.get(identifier);
      if (other !== undefined) meetings.push({ identifier, taken: other });
      taken.set(identifier, meaning);
    };
    for (const { name } of this.#imports.values()) {
      take(name.name, `imported by ${path} from ${code(importedFrom(name))}`, spaceOf(name));
    }
    for (const { name, space } of this.#declared) take(name, `declared by ${path} itself`, space);
    return meetings;
  }

  #signed({ name, parameters, returnType, body }: FunctionParts) {
    return {
      name,
      parameters: parameters.map((parameter) => this.#parameter(parameter)),
      returnType: this.text(returnType),
      statements: [this.#bodyOf(name, parameters, body)],
    };
  }

  #parameter({
    name,
    type,
    isOptional,
    initializer,
  }: Parameter): OptionalKind<ParameterDeclarationStructure> {
    return {
      name,
      type: this.text(type),
      ...(isOptional === true ? { hasQuestionToken: true } : {}),
      ...(initializer === undefined ? {} : { initializer: this.text(initializer) }),
    };
  }

  /** The text of a function's body, where parameters and variables hide names of the module. */
  #bodyOf(name: string, parameters: readonly Parameter[], body: Code): string {
    const { text, names, variables, hidden } = render(body);
    const locals = new Set([...variables, ...parameters.map((parameter) => parameter.name)]);
    for (const used of names) {
      this.#refer(used);
      if (used.isType || !(locals.has(used.name) || hidden.has(used))) continue;
      const taken = `a local name of the function ${code(name)}`;
      this.#shadowed.push({ identifier: used.name, taken });
    }
    return text;
  }

  #refer(name: Name): void {
    if (this.#known.has(name)) return;
    this.#known.add(name);
    const { origin, key = name.name, rank = 0 } = name;
    if (origin.kind === "global") {
      this.#globals.set(name.name, spaceOf(name));
      return;
    }
    if (origin.kind === "list") {
      this.#lists.set(key, origin.reference);
      this.#positionOf(specifierOf(origin.reference.module), rank, key);
      return;
    }
    if (origin.from === this.#specifier) return;
    const id = `${origin.kind === "namespace" ? "*" : ""}${name.name} ${origin.from}`;
    const known = this.#imports.get(id);
    if (known !== undefined && known.rank <= rank) return;
    this.#imports.set(id, { name, rank, position: this.#positionOf(origin.from, rank, key) });
  }

  #positionOf(from: string, rank: number, key: string): number {
    const id = `${from} ${rank} ${key}`;
    const position = this.#positions.get(id) ?? this.#positions.size;
    this.#positions.set(id, position);
    return position;
  }
}

function spaceOf({ isType, isValue }: Name): Space {
  if (!isType) return "value";
  return isValue === true ? "both" : "type";
}

function doMeet(one: Space, other: Space): boolean {
  return one === other || one === "both" || other === "both";
}

function importedFrom({ origin }: Name): string {
  return "from" in origin ? origin.from : "";
}
