import type { SampleDraft } from "../go/draft.js";
import type { SampleValue, Type } from "../model/api.js";
import { integerRangeOf } from "./builtins.js";
import { memberValue, type EnumDraft } from "./enum-values.js";
import { linkType, type Scope } from "./types.js";

/** The meanings of type names, and the enums among them. */
export interface SampleScope extends Scope {
  readonly enums: ReadonlyMap<string, EnumDraft>;
}

/** A type without names for others: a model, an enum, or a type that is no reference. */
type Resolved =
  | Exclude<Type, { kind: "reference" }>
  | { readonly kind: "model" }
  | { readonly kind: "enum"; readonly draft: EnumDraft };

/** Reads texts as values of types. */
export class SampleReader {
  readonly #scope: SampleScope;

  constructor(scope: SampleScope) {
    this.#scope = { ...scope, report: () => {} };
  }

  /** Returns the value of a type that a text stands for; nothing if that is not sure. */
  read({ text, isCode }: SampleDraft, type: Type): SampleValue | undefined {
    const resolved = this.#resolved(type);
    const quoted = QUOTED.exec(text)
      ?.slice(1)
      .find((part) => part !== undefined);
    switch (resolved?.kind) {
      case "string":
      case "time":
      case "bytes": {
        const isWord = isCode || /^[\w.+\-/:@#%]+$/.test(text);
        return textValue(quoted ?? (isWord ? text : undefined), resolved.kind);
      }
      case "integer":
      case "float":
      case "boolean":
        return scalarValue(quoted ?? text, resolved);
      case "enum":
        return memberNamed(quoted ?? text, resolved.draft);
      default:
        return resolved && this.#fromJson(parsed(text), type);
    }
  }

  /** Returns the type that the names of aliases lead to; nothing for a model or an enum. */
  resolved(type: Type): Exclude<Type, { kind: "reference" }> | undefined {
    const resolved = this.#resolved(type);
    return resolved?.kind === "model" || resolved?.kind === "enum" ? undefined : resolved;
  }

  #resolved(type: Type): Resolved | undefined {
    let current = type;
    for (const seen = new Set<string>(); current.kind === "reference";) {
      const { name } = current;
      const draft = this.#scope.enums.get(name);
      if (draft !== undefined) return { kind: "enum", draft };
      const declared = this.#scope.types.get(name);
      if (declared?.kind === "model") return { kind: "model" };
      if (declared === undefined || seen.has(name)) return undefined;
      seen.add(name);
      current = linkType(declared.type, this.#scope);
    }
    return current;
  }

  #fromJson(json: unknown, type: Type): SampleValue | undefined {
    const resolved = this.#resolved(type);
    switch (resolved?.kind) {
      case "string":
      case "time":
      case "bytes":
        return typeof json === "string" ? textValue(json, resolved.kind) : undefined;
      case "integer":
      case "float":
        return typeof json === "number" ? scalarValue(String(json), resolved) : undefined;
      case "boolean":
        return typeof json === "boolean" ? json : undefined;
      case "enum": {
        const isText = typeof json === "string" || typeof json === "number";
        return isText ? memberNamed(String(json), resolved.draft) : undefined;
      }
      case "list":
      case "array":
        return this.#listOf(json, resolved);
      case "map":
        return this.#mapOf(json, (value) => this.#fromJson(value, resolved.value));
      case "model":
        return isEmptyObject(json) ? { kind: "map", entries: [] } : undefined;
      case "any":
        return this.#anyOf(json);
      default:
        return undefined;
    }
  }

  #listOf(json: unknown, type: Extract<Type, { kind: "list" | "array" }>): SampleValue | undefined {
    if (!Array.isArray(json) || (type.kind === "array" && json.length !== type.length))
      return undefined;
    return listOf(json.map((item) => this.#fromJson(item, type.element)));
  }

  #mapOf(
    json: unknown,
    valueOf: (value: unknown) => SampleValue | undefined,
  ): SampleValue | undefined {
    if (typeof json !== "object" || json === null || Array.isArray(json)) return undefined;
    const entries = Object.entries(json).map(([key, value]) => [key, valueOf(value)] as const);
    const whole = entries.filter((entry): entry is [string, SampleValue] => entry[1] !== undefined);
    return whole.length === entries.length ? { kind: "map", entries: whole } : undefined;
  }

  #anyOf(json: unknown): SampleValue | undefined {
    if (Array.isArray(json)) return listOf(json.map((item) => this.#anyOf(item)));
    if (typeof json === "object" && json !== null) {
      return this.#mapOf(json, (value) => this.#anyOf(value));
    }
    // Beyond 2^53, JSON.parse has rounded an integer.
    const isRounded =
      typeof json === "number" && Number.isInteger(json) && !Number.isSafeInteger(json);
    return isRounded ? undefined : (json as SampleValue | undefined);
  }
}

/** A text in quotation marks. */
const QUOTED = /^(?:"([^"]*)"|'([^']*)'|“([^”]*)”|‘([^’]*)’)$/;

function listOf(items: readonly (SampleValue | undefined)[]): SampleValue | undefined {
  const whole = items.filter((item) => item !== undefined);
  return whole.length === items.length ? { kind: "list", items: whole } : undefined;
}

function textValue(text: string | undefined, kind: keyof typeof FORMS): string | undefined {
  return text !== undefined && FORMS[kind].test(text) ? text : undefined;
}

/** The forms of texts: any, RFC 3339, base64. */
const FORMS = {
  string: /^/,
  time: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/,
  bytes: /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
} as const;

function scalarValue(
  text: string,
  type: Extract<Type, { kind: "integer" | "float" | "boolean" }>,
): SampleValue | undefined {
  switch (type.kind) {
    case "boolean":
      return /^(?:true|false)$/i.test(text) ? text.toLowerCase() === "true" : undefined;
    case "integer": {
      if (!/^[-+]?\d{1,20}$/.test(text)) return undefined;
      const value = BigInt(text.replace(/^\+/, ""));
      const [least, most] = integerRangeOf(type.format);
      return value >= least && value <= most ? value : undefined;
    }
    case "float": {
      const isNumber = /^[-+]?(?:\d{1,99}\.?\d{0,99}|\.\d{1,99})(?:e[-+]?\d{1,3})?$/i.test(text);
      const value = isNumber ? Number(text) : Number.NaN;
      return Number.isFinite(value) ? value : undefined;
    }
  }
}

/** Returns the member of an enum that a text names, in full or without the name of the enum, or whose value it is. */
function memberNamed(text: string, draft: EnumDraft): SampleValue | undefined {
  // The first letters of names may differ in case.
  const whole = `${draft.type.name.text}${text}`.slice(1);
  const found =
    draft.constants.find(({ draft: { name } }) => name.text === text) ??
    draft.constants.find((one) => String(memberValue(one, draft, () => {})) === text) ??
    draft.constants.find(({ draft: { name } }) => name.text.slice(1) === whole);
  return found && { kind: "member", name: found.draft.name.text };
}

function isEmptyObject(json: unknown): boolean {
  return (
    typeof json === "object" &&
    json !== null &&
    !Array.isArray(json) &&
    Object.keys(json).length === 0
  );
}

/** How deep JSON may be nested: values beyond that are only documentation. */
const DEEPEST = 16;

function parsed(text: string): unknown {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === "[" || bracket === "{" ? 1 : -1;
    if (depth > DEEPEST) return undefined;
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
