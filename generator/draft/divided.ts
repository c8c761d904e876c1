import type { Call, Declaration, JsonField, Model } from "../model/api.js";

/** The models of the parts of a request, as the columns of a row name them. */
export interface DividedRequest {
  /** The model of the whole request, which the row declares. */
  readonly model: string;
  readonly parts: Readonly<Partial<Record<"request" | "query" | "body" | "headers", string>>>;
}

/**
 * Returns the parts of a request some of whose fields are in headers, if its model has nothing but the models of the
 * parts.
 */
export function dividedRequest(
  { request, path, headers }: Call,
  declarations: ReadonlyMap<string, Declaration>,
): DividedRequest | undefined {
  const model = request.kind === "reference" ? declarations.get(request.name) : undefined;
  if (headers === undefined || model?.kind !== "model") return undefined;
  if (model.embeddings.length === 0 || model.ownFields.length > 0) return undefined;
  const [, query = ""] = path.split("?");
  const parts: { -readonly [Part in keyof DividedRequest["parts"]]: string } = {};
  for (const { type } of model.embeddings) {
    const part = declarations.get(type);
    if (part?.kind !== "model") return undefined;
    if (isIn(part, ({ json }) => headers.includes(json.name))) parts.headers = type;
    else if (query !== "" && isIn(part, ({ json }) => query.includes(`{${json.name}}`)))
      parts.query = type;
    else if (parts.request === undefined) parts.request = type;
    else parts.body = type;
  }
  return { model: model.name, parts };
}

function isIn({ json }: Model, has: (field: JsonField) => boolean): boolean {
  return json?.every(has) ?? false;
}
