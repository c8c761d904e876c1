import type {
  Call,
  Declaration,
  ErrorResponse,
  Field,
  JsonField,
  Model,
  StatusAnswer,
  Type,
} from "../model/api.js";
import type { CallDraft, EndpointDraft } from "../parse/draft.js";
import type { GoType } from "../go/ast.js";
import type { SourceRange } from "../source/source.js";
import { sourceOf } from "../source/text.js";
import { pathText, reportDuplicateCall } from "./duplicate-call.js";
import { withDeprecation } from "./deprecation.js";
import { pagingOf } from "./paging.js";
import { reportParameter } from "./parameter.js";
import { isUnknown, linkType, type Scope } from "./types.js";
import { underlyingOf } from "./underlying.js";

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
    const request = this.#typeOf(draft.requestType, "request");
    const { responseType } = draft;
    const answers = (draft.answers ?? []).flatMap(({ status, type }): StatusAnswer[] => {
      const linked = type ? this.#responseOf(type) : EMPTY;
      return linked === undefined ? [] : [{ status, type: linked }];
    });
    const single = draft.endpoint.transfer.isBinary ? BINARY : EMPTY;
    const response = answers[0]?.type ?? (responseType ? this.#responseOf(responseType) : single);
    const requestModel = this.#modelOf(draft.requestType);
    const responseModel = responseType && this.#modelOf(responseType);
    const paging = pagingOf(requestModel, responseModel, (type) => this.#kindOf(type));
    if (request === undefined || response === undefined) return undefined;
    const { name, accessToken, documentation } = draft;
    const { endpoint, headers } = this.#endpointOf(draft);
    const { transfer, path } = endpoint;
    this.#checkFields({ ...draft, endpoint }, requestModel);
    const errors = this.#errorsOf(draft);
    if (responseType && transfer.method === "HEAD" && responseModel?.fields.length !== 0) {
      const { range } = responseType;
      this.#scope.report("invalid-head-response", range, { name: sourceOf(range) });
    }
    return {
      kind: "call",
      name: name.text,
      transfer,
      path: pathText(path),
      parameters: path.flatMap((part) => (typeof part === "string" ? [] : part.text)),
      request,
      response,
      ...(answers.length === 0 ? {} : { answers }),
      ...(paging === undefined || answers.length > 1 ? {} : { paging }),
      ...(headers.length === 0 ? {} : { headers }),
      ...(errors.length === 0 ? {} : { errors }),
      accessToken,
      ...withDeprecation(documentation),
    };
  }

  /**
   * Returns the endpoint of a call with the fields of its query beside those of its body, and the names of the
   * fields in headers.
   */
  #endpointOf(draft: CallDraft): {
    readonly endpoint: EndpointDraft;
    readonly headers: readonly string[];
  } {
    const { endpoint, parts = {} } = draft;
    const { carrier, method } = endpoint.transfer;
    const { report } = this.#scope;
    if (parts.body !== undefined && carrier === "query" && method === "DELETE") {
      const transfer = { carrier: "body", method } as const;
      return this.#endpointOf({ ...draft, endpoint: { ...endpoint, transfer } });
    }
    if (parts.body !== undefined && carrier !== "body") {
      const how = carrier === "upload" ? `${method}(media)` : method;
      report("invalid-part", parts.body.range, { part: "body", method: how });
    }
    // A field in the path is sent nowhere else.
    const inPath = new Set(
      endpoint.path.flatMap((part) => (typeof part === "string" ? [] : part.text)),
    );
    const isFree = ({ json }: JsonField) => !inPath.has(json.name);
    const headers = this.#fieldsOf(parts.headers).filter(isFree);
    for (const field of headers) {
      if (parts.headers === undefined) break;
      if (!this.#isNoText(field) && HEADER.test(field.json.name)) continue;
      const { range } = parts.headers;
      report("invalid-header-field", range, { field: field.name, name: sourceOf(range) });
    }
    const names = [
      ...headers.map(({ json }) => json.name),
      ...this.#namedHeaders(draft).map(({ json }) => json.name),
    ];
    if (parts.query === undefined || carrier !== "body") return { endpoint, headers: names };
    const { range } = parts.query;
    const isOpen = endpoint.path.some((part) => typeof part === "string" && part.includes("?"));
    const query = this.#fieldsOf(parts.query)
      .filter(isFree)
      .flatMap(({ json: { name } }, index) => [
        `${index === 0 && !isOpen ? "?" : "&"}${name}=`,
        { text: name, range },
      ]);
    return { endpoint: { ...endpoint, path: [...endpoint.path, ...query] }, headers: names };
  }

  /** Returns the fields of a request that rows of a page put into headers; reports those that no header can hold. */
  #namedHeaders({ headers = [], requestType }: CallDraft): readonly JsonField[] {
    const fields = this.#fieldsOf(requestType);
    return headers.flatMap(({ text, range }) => {
      const field = fields.find(({ json }) => json.name === text);
      const name = requestType.kind === "name" ? requestType.name : "";
      if (field === undefined && this.#modelOf(requestType) !== undefined)
        reportParameter({ text, range }, name, fields, this.#scope.report);
      if (field === undefined || (!this.#isNoText(field) && HEADER.test(text))) return field ?? [];
      this.#scope.report("invalid-header-field", range, { field: text, name });
      return [];
    });
  }

  /** Returns the fields in JSON of a model. */
  #fieldsOf(type: GoType | undefined): readonly JsonField[] {
    return (type && this.#modelOf(type)?.json) ?? [];
  }

  /** Resolves the answers with an error status; their bodies are models. */
  #errorsOf({ errors = [] }: CallDraft): ErrorResponse[] {
    return errors.flatMap(({ status, type, documentation = "" }) => {
      const linked = this.#typeOf(type, "error");
      if (linked === undefined) return [];
      return { status, type: linked, ...(documentation !== "" && { documentation }) };
    });
  }

  /** Returns the type of a response: `string` is a text that is no JSON. */
  #responseOf(type: GoType): StatusAnswer["type"] | undefined {
    const isText = type.kind === "name" && linkType(type, this.#scope).kind === "string";
    return isText && !this.#scope.types.has(type.name)
      ? { kind: "text" }
      : this.#typeOf(type, "response");
  }

  /** Returns the type of a request, which is a model, or of a response, which may have a name for a list, too. */
  #typeOf(type: GoType, role: "request" | "response" | "error"): Call["request"] | undefined {
    const linked = linkType(type, this.#scope);
    if (linked.kind === "any" || isUnknown(type, this.#scope)) return { kind: "any" };
    const isFit =
      this.#modelOf(type) !== undefined ||
      (role === "response" && underlyingOf(type, this.#scope.types).kind === "list");
    if (linked.kind === "reference" && isFit) return linked;
    const expected = role === "response" ? "a model, or a name for a list" : "a model";
    this.#scope.report("invalid-call-type", type.range, { name: sourceOf(type.range), expected });
    return undefined;
  }

  /** The model that a type is, also by another name. */
  #modelOf(type: GoType): Model | undefined {
    const underlying = underlyingOf(type, this.#scope.types);
    return underlying.kind === "model" ? this.#models.get(underlying.name.text) : undefined;
  }

  /** Reports what a path or a query cannot hold: they have texts, and numbers and booleans as texts. */
  #checkFields(
    { name: callName, requestType, endpoint, parts, headers: named = [] }: CallDraft,
    request: Model | undefined,
  ): void {
    const { report } = this.#scope;
    const name = sourceOf(requestType.range);
    const inPath = new Set<Field>();
    const headers = new Set([
      ...this.#fieldsOf(parts?.headers).map(({ json }) => json.name),
      ...named.map(({ text }) => text),
    ]);
    let isQuery = false;
    for (const parameter of endpoint.path) {
      if (typeof parameter === "string") isQuery ||= parameter.includes("?");
      // The members of a request of any type are known when it is sent.
      if (typeof parameter === "string" || request === undefined) continue;
      const fields = request.json ?? [];
      const field = fields.find(({ json }) => json.name === parameter.text);
      if (field === undefined) reportParameter(parameter, name, fields, report);
      else if (isQuery ? this.#isNoQuery(field) : this.#isNoText(field)) {
        report(isQuery ? "invalid-query-field" : "invalid-path-field", parameter.range, {
          field: field.name,
          name,
        });
      }
      if (field !== undefined) inPath.add(field);
    }
    if (endpoint.transfer.carrier === "body") return;
    for (const field of request?.json ?? []) {
      if (inPath.has(field) || headers.has(field.json.name) || !this.#isNoQuery(field)) continue;
      // The heading of a call is no place of its request: the row of the field is.
      const hasCell = requestType.range.start !== callName.range.start;
      const range = (hasCell ? undefined : this.#rowOf(field)) ?? requestType.range;
      report("invalid-query-field", range, { field: field.name, name });
    }
  }

  /** Returns the place of the type of a field. */
  #rowOf({ owner, name }: Field): SourceRange | undefined {
    const draft = this.#scope.types.get(owner);
    const members = draft?.kind === "model" ? draft.members : [];
    const field = members.find((member) => member.kind === "field" && member.name.text === name);
    return field?.type.range;
  }

  /** Whether a query cannot hold a field: it has lists of texts, too. */
  #isNoQuery(field: Field): boolean {
    const type = this.#unnamed(field.type);
    const isList = type.kind === "list" || type.kind === "array";
    return this.#isNoText(isList ? { ...field, type: type.element } : field);
  }

  #isNoText({ type }: Field): boolean {
    return NO_TEXT.has(this.#kindOf(type));
  }

  #kindOf(type: Type): Type["kind"] {
    return this.#unnamed(type).kind;
  }

  /** Returns the type that the names of aliases and enums stand for; a model keeps its name. */
  #unnamed(type: Type): Type {
    const { types } = this.#scope;
    const passed = new Set<string>();
    let current = type;
    while (current.kind === "reference" && !passed.has(current.name)) {
      passed.add(current.name);
      const draft = types.get(current.name);
      const underlying = draft?.kind === "type" ? underlyingOf(draft.type, types) : draft;
      if (underlying === undefined || underlying.kind === "model") break;
      // The declaration of the type has reported what it lacks.
      current = linkType(underlying, { ...this.#scope, report: () => undefined });
    }
    return current;
  }
}

const BINARY = { kind: "binary" } as const;

const EMPTY = { kind: "empty" } as const;

/** The name of a header (RFC 9110). */
const HEADER = /^[\w!#$%&'*+.^`|~-]+$/;

/** The kinds of types that are not text in a path or a query; of `unknown` nothing is known. */
const NO_TEXT: ReadonlySet<Type["kind"]> = new Set([
  "reference",
  "list",
  "array",
  "map",
  "external",
]);
