import type { AnswerType, AnyType, Reference, Call, JsonField, Type } from "../model/api.js";
import { code } from "../source/code.js";
import type { SourceRange } from "../source/source.js";
import type { Change, Impact } from "./change.js";
import { listed } from "./sentence.js";
import type { OwnedType, Version } from "./version.js";

/** The names that documents have differently by their conventions. */
export interface Conventions {
  /** The members of responses, and of requests, that clients read or send themselves. */
  readonly envelope: ReadonlySet<string>;
}

/**
 * Compares what the calls of two specifications carry, whatever their names are: calls are the same by method and
 * path, and fields by their names in JSON. So own documents are compared with those of somebody else.
 */
export function compareWire(
  old: Version,
  now: Version,
  { envelope }: Conventions,
): readonly Change[] {
  const before = callsOf(old);
  const after = callsOf(now);
  const changes: Change[] = [];
  const added: Change[] = [];
  for (const [endpoint, call] of after) {
    const own = before.get(endpoint);
    if (own === undefined) {
      const place = { old: undefined, new: now.rangeOf(`call ${call.name}`) };
      const message = `only the new version has the call ${code(endpoint)}`;
      added.push(newChange("only-new-call", "additive", message, place));
      continue;
    }
    for (const side of ["request", "response"] as const) {
      const title = `${side} of ${code(endpoint)}`;
      new WireComparison(old, now, { envelope, changes, title }).compare(own[side], call[side]);
    }
  }
  // Differences of calls that both have are not to be lost among many calls.
  changes.push(...added);
  const others = [...before.keys()].filter((endpoint) => !after.has(endpoint));
  if (others.length > 0) {
    const place = { old: old.rangeOf(`call ${before.get(others[0] ?? "")?.name}`), new: undefined };
    const what = others.length === 1 ? "call" : "calls";
    const message = `only the old version has the ${what} ${listed(others)}`;
    changes.push({
      ...newChange("only-old-calls", "documentation", message, place),
      names: others,
    });
  }
  return changes;
}

/** Returns calls by method and path; the names of parameters, and a query, are no part of it. */
function callsOf({ calls }: Version): ReadonlyMap<string, Call> {
  return new Map(
    calls.map((call) => {
      const path = call.path.replace(/\?.*/, "").replaceAll(/\{[^{}]*\}/g, "{}");
      return [`${call.transfer.method} ${path}`, call];
    }),
  );
}

interface Places {
  readonly old: SourceRange | undefined;
  readonly new: SourceRange | undefined;
}

function newChange(rule: string, impact: Impact, message: string, places: Places): Change {
  return { rule, message, readers: impact, writers: impact, impact, ...places };
}

interface WireScope extends Conventions {
  readonly changes: Change[];
  /** The part of a call that is compared, in words. */
  readonly title: string;
}

/** The forms of answers that are no JSON. */
const FORMS: ReadonlyMap<string, string> = new Map([
  ["binary", "a file"],
  ["text", "a text"],
  ["empty", "nothing"],
]);

function isJson(answer: AnswerType): answer is Reference | AnyType {
  return answer.kind === "reference" || answer.kind === "any";
}

/** Compares the request or the response of a call in two specifications. */
class WireComparison {
  readonly #old: Version;
  readonly #new: Version;
  readonly #scope: WireScope;
  readonly #open = new Set<string>();

  constructor(old: Version, now: Version, scope: WireScope) {
    this.#old = old;
    this.#new = now;
    this.#scope = scope;
  }

  compare(old: Call["response"], now: Call["response"]): void {
    const places = { old: undefined, new: undefined };
    if (!isJson(old) || !isJson(now)) {
      const [before, after] = [old, now].map(({ kind }) => FORMS.get(kind) ?? "JSON");
      return this.#compareKinds(before ?? "", after ?? "", "", places);
    }
    const owner = "declaration ";
    this.#compareTypes({ owner, type: old }, { owner, type: now }, "", places);
  }

  #compareTypes(old: OwnedType, now: OwnedType, path: string, places: Places): void {
    const [before, after] = [this.#old.resolved(old), this.#new.resolved(now)];
    const [one, other] = [before.type, after.type];
    const fields = [fieldsOf(one, this.#old), fieldsOf(other, this.#new)] as const;
    if (fields[0] !== undefined && fields[1] !== undefined) {
      const key = JSON.stringify([one, other]);
      if (this.#open.has(key)) return;
      this.#open.add(key);
      this.#compareFields(fields[0], fields[1], path);
      this.#open.delete(key);
      return;
    }
    if (isSequence(one) && isSequence(other)) {
      const elements = [one, other].map(({ element }) => element) as [Type, Type];
      const inner = [
        { ...before, type: elements[0] },
        { ...after, type: elements[1] },
      ] as const;
      return this.#compareTypes(...inner, `${path}[]`, places);
    }
    this.#compareKinds(kindOf(one, this.#old), kindOf(other, this.#new), path, places);
  }

  /** Compares types that have nothing inside: of `any`, the new version may know more. */
  #compareKinds(old: string, now: string, path: string, places: Places): void {
    const { changes, title } = this.#scope;
    if (old === now || now === ANY || WIDER.get(now) === old) return;
    const place = path === "" ? title : `${code(path)} in the ${title}`;
    const said = old === ANY ? "unknown" : old;
    changes.push(
      newChange(
        "kind-differs",
        old === ANY ? "additive" : "breaking",
        `${place} is ${said} in the old version, and ${now} in the new one`,
        places,
      ),
    );
  }

  #compareFields(old: readonly JsonField[], now: readonly JsonField[], path: string): void {
    const { changes, title, envelope } = this.#scope;
    const isOwn = ({ json }: JsonField) => path !== "" || !envelope.has(json.name);
    const before = new Map(old.filter(isOwn).map((field) => [field.json.name, field]));
    const after = new Map(now.filter(isOwn).map((field) => [field.json.name, field]));
    const below = (name: string) => (path === "" ? name : `${path}.${name}`);
    for (const [name, field] of after) {
      const own = before.get(name);
      const places = {
        old: own && this.#old.rangeOf(idOf(own)),
        new: this.#new.rangeOf(idOf(field)),
      };
      const place = `${code(below(name))} in the ${title}`;
      if (own === undefined)
        changes.push(
          newChange("only-new-field", "additive", `only the new version has ${place}`, places),
        );
      else {
        const [one, other] = [own, field].map((each) => ({ owner: idOf(each), type: each.type }));
        if (one !== undefined && other !== undefined)
          this.#compareTypes(one, other, below(name), places);
      }
    }
    for (const [name, field] of before) {
      if (after.has(name)) continue;
      const places = { old: this.#old.rangeOf(idOf(field)), new: undefined };
      const message = `only the old version has ${code(below(name))} in the ${title}`;
      changes.push(newChange("only-old-field", "documentation", message, places));
    }
  }
}

function idOf({ owner, name }: JsonField) {
  return `field ${owner}.${name}` as const;
}

/** Returns the fields of a model. */
function fieldsOf(type: Type, version: Version): readonly JsonField[] | undefined {
  const declaration = version.declarationOf(type);
  return declaration?.kind === "model" ? (declaration.json ?? []) : undefined;
}

function isSequence(type: Type): type is Extract<Type, { kind: "list" | "array" }> {
  return type.kind === "list" || type.kind === "array";
}

const ANY = "any";

/** Numbers are written as integers, too: a page whose examples have integers knows no more. */
const WIDER: ReadonlyMap<string, string> = new Map([["an integer", "a number"]]);

/** Returns the kind of a value in JSON, in words. */
function kindOf(type: Type, version: Version): string {
  const declaration = version.declarationOf(type);
  if (declaration?.kind === "enum") return kindOf(declaration.base, version);
  // Nothing is known of an object whose fields no document tells.
  if (declaration?.kind === "model") return declaration.fields.length === 0 ? ANY : "an object";
  switch (type.kind) {
    case "integer":
      return "an integer";
    case "float":
      return "a number";
    case "boolean":
      return "a boolean";
    case "string":
    case "time":
    case "bytes":
      return "a string";
    case "list":
    case "array":
      return "a list";
    case "map":
      return "an object";
    default:
      return ANY;
  }
}
