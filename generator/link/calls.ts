import type { Report } from "../source/diagnostic.js";
import type { Call, CallNames, Declaration, Field, Model, Paging, Type } from "../model/api.js";
import type { CallDraft } from "../model/draft.js";
import type { GoType } from "../model/go.js";
import { sourceOf } from "../source/text.js";
import type { Identifiers } from "./identifiers.js";
import { isUnknown, linkType, type Scope } from "./types.js";
import { underlyingOf } from "./underlying.js";

/** Resolves the calls of all documents; names are global, as those of types are. */
export class CallLinker {
  readonly #scope: Scope;
  readonly #identifiers: Identifiers;
  readonly #models: ReadonlyMap<string, Model>;
  readonly #first = new Map<string, CallDraft>();

  constructor(scope: Scope, identifiers: Identifiers, declarations: readonly Declaration[]) {
    this.#scope = scope;
    this.#identifiers = identifiers;
    const models = declarations.filter((declaration) => declaration.kind === "model");
    this.#models = new Map(models.map((model) => [model.specName, model]));
  }

  /** The call of a draft; nothing where a type of it is none, or another call has its name. */
  link(draft: CallDraft): Call | undefined {
    const first = this.#first.get(draft.name.text);
    if (first !== undefined) {
      reportDuplicate(draft, first, this.#scope.report);
      return undefined;
    }
    this.#first.set(draft.name.text, draft);
    const request = this.#typeOf(draft.requestType);
    const response = this.#typeOf(draft.responseType);
    const requestModel = this.#modelOf(draft.requestType);
    const paging = pagingOf(requestModel, this.#modelOf(draft.responseType));
    const names = this.#takeNames(draft, paging !== undefined);
    if (request === undefined || response === undefined) return undefined;
    const { name, accessToken, endpoint, documentation } = draft;
    if (endpoint.kind !== "post")
      reportUnfitQuery(draft, requestModel?.fields ?? [], this.#scope.report);
    return {
      specName: name.text,
      names,
      request,
      isRequestEmpty: requestModel?.fields.length === 0,
      response,
      // Not before all types are known.
      hasLongRequest: false,
      hasLongResponse: false,
      ...(paging === undefined ? {} : { paging }),
      accessToken,
      ...endpoint,
      documentation,
    };
  }

  #typeOf(type: GoType): Call["request"] | undefined {
    const linked = linkType(type, this.#scope);
    if (linked.kind === "any" || isUnknown(type, this.#scope)) return { kind: "any" };
    if (linked.kind === "reference" && this.#modelOf(type) !== undefined) return linked;
    this.#scope.report("invalid-call-type", type.range, { name: sourceOf(type.range) });
    return undefined;
  }

  /** The model that a type is, also by another name. */
  #modelOf(type: GoType): Model | undefined {
    const underlying = underlyingOf(type, this.#scope.types);
    return underlying.kind === "model" ? this.#models.get(underlying.name.text) : undefined;
  }

  #takeNames({ name }: CallDraft, hasPages: boolean): CallNames {
    const call = this.#scope.settings.callName(name.text);
    const pages = `${call}Pages`;
    if (this.#identifiers.takeCall(call, name) && hasPages) this.#identifiers.take(pages, name);
    return { call, pages };
  }
}

/** A request with a cursor, and a response that tells the next one. */
function pagingOf(request: Model | undefined, response: Model | undefined): Paging | undefined {
  const cursor = request?.fields.find(isTextNamed("cursor"));
  const nextCursor = response?.fields.find(isTextNamed("next_cursor"));
  if (cursor === undefined || nextCursor === undefined) return undefined;
  return { cursor: cursor.property, nextCursor: nextCursor.property };
}

function isTextNamed(name: string): (field: Field) => boolean {
  return ({ wireName, type }) => wireName === name && scalarOf(type).kind === "string";
}

function scalarOf(type: Type): Type {
  return type.kind === "reference" ? (type.scalar ?? type) : type;
}

/** What is no text in JSON, and no number or boolean; of `unknown` nobody knows. */
const NO_TEXT: ReadonlySet<Type["kind"]> = new Set([
  "reference",
  "list",
  "array",
  "map",
  "external",
]);

/** A query has texts, and numbers and booleans as texts: a list or an object finds no place in it. */
function reportUnfitQuery(
  { requestType }: CallDraft,
  fields: readonly Field[],
  report: Report,
): void {
  for (const { specName, type } of fields) {
    if (!NO_TEXT.has(scalarOf(type).kind)) continue;
    const parameters = { field: specName, name: sourceOf(requestType.range) };
    report("invalid-query-field", requestType.range, parameters);
  }
}

/** A second call that says the same is harmless, any other contradicts the first one. */
function reportDuplicate(draft: CallDraft, first: CallDraft, report: Report): void {
  const related = [{ range: first.name.range, message: "the first call is here" }];
  const agree = wordsOf(draft) === wordsOf(first);
  const { text: name, range } = draft.name;
  report(agree ? "repeated-call" : "duplicate-call", range, { name }, { related });
}

function wordsOf({ requestType, responseType, accessToken, endpoint }: CallDraft): string {
  const types = [requestType, responseType].map(({ range }) => sourceOf(range));
  return JSON.stringify([...types, accessToken, endpoint]);
}
