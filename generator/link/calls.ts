import type { Report } from "../source/diagnostic.js";
import type { Call, Declaration, Field, Model, Paging, Type } from "../model/api.js";
import type { CallDraft } from "../parse/draft.js";
import type { GoType } from "../go/ast.js";
import { sourceOf } from "../source/text.js";
import { withDeprecation } from "./deprecation.js";
import { isUnknown, linkType, type Scope } from "./types.js";
import { scalarNamed, underlyingOf } from "./underlying.js";

/** Resolves the calls of all documents; names are global, as those of types are. */
export class CallLinker {
  readonly #scope: Scope;
  readonly #models: ReadonlyMap<string, Model>;
  readonly #first = new Map<string, CallDraft>();

  constructor(scope: Scope, declarations: readonly Declaration[]) {
    this.#scope = scope;
    const models = declarations.filter((declaration) => declaration.kind === "model");
    this.#models = new Map(models.map((model) => [model.name, model]));
  }

  /** Returns the call of a draft; undefined if one of its types is invalid, or another call has its name. */
  link(draft: CallDraft): Call | undefined {
    const first = this.#first.get(draft.name.text);
    if (first !== undefined) {
      reportDuplicateCall(draft, first, this.#scope.report);
      return undefined;
    }
    this.#first.set(draft.name.text, draft);
    const request = this.#typeOf(draft.requestType);
    const response = this.#typeOf(draft.responseType);
    const requestModel = this.#modelOf(draft.requestType);
    const paging = this.#pagingOf(requestModel, this.#modelOf(draft.responseType));
    if (request === undefined || response === undefined) return undefined;
    const { name, accessToken, endpoint, documentation } = draft;
    if (endpoint.kind !== "post") this.#checkQuery(draft, requestModel?.fields ?? []);
    return {
      name: name.text,
      request,
      response,
      ...(paging === undefined ? {} : { paging }),
      accessToken,
      ...endpoint,
      ...withDeprecation(documentation),
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

  /** Returns the cursors of a request and its response, if both have one. */
  #pagingOf(request: Model | undefined, response: Model | undefined): Paging | undefined {
    const isText = (name: string, { json, type }: Field) =>
      json.name === name && this.#kindOf(type) === "string";
    const hasCursor = request?.fields.some((field) => isText("cursor", field));
    const hasNext = response?.fields.some((field) => isText("next_cursor", field));
    return hasCursor && hasNext ? { cursor: "cursor", nextCursor: "next_cursor" } : undefined;
  }

  /** Reports lists and objects in a query, which holds texts, and numbers and booleans as texts. */
  #checkQuery({ requestType }: CallDraft, fields: readonly Field[]): void {
    for (const { name: field, type } of fields) {
      if (!NO_TEXT.has(this.#kindOf(type))) continue;
      const parameters = { field, name: sourceOf(requestType.range) };
      this.#scope.report("invalid-query-field", requestType.range, parameters);
    }
  }

  /** The kind of a type, or of the scalar that its name stands for. */
  #kindOf(type: Type): Type["kind"] {
    const scalar =
      type.kind === "reference" ? scalarNamed(type.name, this.#scope.types) : undefined;
    return scalar?.kind ?? type.kind;
  }
}

/** The kinds of types that are not text in a query; of `unknown` nothing is known. */
const NO_TEXT: ReadonlySet<Type["kind"]> = new Set([
  "reference",
  "list",
  "array",
  "map",
  "external",
]);

/** A second call that says the same is harmless, any other contradicts the first one. */
function reportDuplicateCall(draft: CallDraft, first: CallDraft, report: Report): void {
  const related = [{ range: first.name.range, message: "the first call is here" }];
  const agree = callSignature(draft) === callSignature(first);
  const { text: name, range } = draft.name;
  report(agree ? "repeated-call" : "duplicate-call", range, { name }, { related });
}

function callSignature({ requestType, responseType, accessToken, endpoint }: CallDraft): string {
  const types = [requestType, responseType].map(({ range }) => sourceOf(range));
  return JSON.stringify([...types, accessToken, endpoint]);
}
