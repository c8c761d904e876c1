import { isObject, listOf, objectOf, textOf, type Value, type ValueObject } from "./value.js";

/** A parameter of an operation. */
export interface Parameter {
  readonly name: string;
  readonly place: string;
  readonly isRequired: boolean;
  /** The schema, with the documentation of the parameter. */
  readonly schema: ValueObject;
}

/** The body of a request. */
export interface Body {
  readonly kind: "json" | "form" | "multipart" | "other";
  readonly mediaType: string;
  readonly schema: Value;
}

/** A description in OpenAPI, and the parts that it has by name. */
export class Root {
  readonly value: ValueObject;

  constructor(value: ValueObject) {
    this.value = value;
  }

  /** Returns the parameters of an operation; one of the operation hides one of the path. */
  parametersOf(values: readonly Value[]): readonly Parameter[] {
    const byPlace = new Map<string, Parameter>();
    for (const value of values) {
      const own = this.#resolved(value);
      const { description, deprecated, example } = own;
      const [first] = Object.values(objectOf(own["content"]));
      const schema = objectOf(own["schema"] ?? objectOf(first)["schema"]);
      const facts = Object.entries({ description, deprecated, example });
      const told = Object.fromEntries(facts.filter(([, fact]) => fact !== undefined));
      const [name, place] = [textOf(own["name"]), textOf(own["in"])];
      byPlace.set(`${place} ${name}`, {
        name,
        place,
        isRequired: own["required"] === true,
        schema: { ...schema, ...told },
      });
    }
    return [...byPlace.values()];
  }

  bodyOf(value: Value): Body | undefined {
    const content = Object.entries(objectOf(this.#resolved(value)["content"]));
    const json = content.find(([type]) => isJson(type));
    const [mediaType, media] = json ?? content[0] ?? [];
    if (mediaType === undefined) return undefined;
    return { kind: kindOf(mediaType), mediaType, schema: objectOf(media)["schema"] ?? {} };
  }

  /** Returns the answers of success. */
  answersOf(operation: ValueObject): readonly SuccessAnswer[] {
    const responses = objectOf(operation["responses"]);
    const success = successIn(responses);
    return Object.entries(responses).flatMap(([status, response]): SuccessAnswer[] => {
      const key = status.replaceAll("x", "X");
      if (status !== success && !/^2(?:\d\d|XX)$/.test(key)) return [];
      const schema = this.#schemaOf(response);
      if (schema !== undefined) return [{ status: key, form: "json", schema }];
      const types = Object.keys(objectOf(this.#resolved(response)["content"]));
      const form = types.length === 0 ? "empty" : types.some(isText) ? "text" : "json";
      return [{ status: key, form, schema: {} }];
    });
  }

  /** Tells whether the answer of success is a file: it has a media type that is neither JSON nor text. */
  isFile(operation: ValueObject): boolean {
    const responses = objectOf(operation["responses"]);
    const answer = responses[successIn(responses) ?? ""];
    const content = Object.entries(objectOf(this.#resolved(answer)["content"]));
    const isBinary = ([type, media]: (typeof content)[number]) =>
      FILE.test(type) || objectOf(objectOf(media)["schema"])["format"] === "binary";
    return content.length > 0 && content.every(isBinary);
  }

  /** Returns the schemas of answers with an error status in JSON, by their statuses. */
  errorsOf(operation: ValueObject): readonly (readonly [status: string, schema: Value])[] {
    const responses = objectOf(operation["responses"]);
    const success = successIn(responses);
    return Object.entries(responses).flatMap(([status, response]) => {
      const isError = /^(?:[45](?:\d\d|XX)|default)$/.test(status) && status !== success;
      const schema = isError ? this.#schemaOf(response) : undefined;
      return schema === undefined ? [] : [[status, schema] as const];
    });
  }

  #schemaOf(response: Value): Value {
    const content = Object.entries(objectOf(this.#resolved(response)["content"]));
    const json = content.find(([type]) => isJson(type));
    return json === undefined ? undefined : (objectOf(json[1])["schema"] ?? {});
  }

  needsToken(operation: ValueObject): boolean {
    const schemes = listOf(operation["security"] ?? this.value["security"]);
    return schemes.length > 0 && schemes.every((one) => Object.keys(objectOf(one)).length > 0);
  }

  /** Follows a reference to a part of the description. */
  #resolved(value: Value, depth = 0): ValueObject {
    const own = objectOf(value);
    const address = textOf(own["$ref"]);
    if (!address.startsWith("#/") || depth > 20) return own;
    let part: Value = this.value;
    for (const step of address.slice(2).split("/")) {
      const key = decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~");
      part = isObject(part) ? part[key] : undefined;
    }
    return this.#resolved(part, depth + 1);
  }
}

/** Returns the status of success: the first one of its class, or the one for all answers. */
function successIn(responses: ValueObject): string | undefined {
  const statuses = Object.keys(responses);
  return statuses.find((one) => one.startsWith("2")) ?? statuses.find((one) => one === "default");
}

/** An answer of success, and the schema of one in JSON. */
interface SuccessAnswer {
  readonly status: string;
  readonly form: "json" | "text" | "empty";
  readonly schema: Value;
}

function isText(mediaType: string): boolean {
  return /^text\/(?!xml)/.test(mediaType);
}

/** The media types of files. */
const FILE = /^(?:image|audio|video|font)\/|^application\/(?:octet-stream|pdf|zip|gzip)\b/;

function kindOf(mediaType: string): Body["kind"] {
  if (isJson(mediaType)) return "json";
  if (mediaType.startsWith("multipart/")) return "multipart";
  return mediaType === "application/x-www-form-urlencoded" ? "form" : "other";
}

function isJson(mediaType: string): boolean {
  return /^[\w.-]+\/(?:[\w.-]+\+)?json\b/.test(mediaType) || mediaType === "*/*";
}
