/** The error of a call that the server refused or failed to execute: it answered with an HTTP error status. */
export class ApiError extends Error {
  /** The name of the call. */
  declare readonly call: string;
  /** The HTTP status. */
  declare readonly status: number;
  /** The body of the answer: a value of JSON, or the text if it is not JSON. */
  declare readonly body: unknown;
  /** The identifier of the request, if the server sent it (`x-request-id`). */
  declare readonly requestId: string | undefined;
  /** The number of milliseconds after which the server permits another attempt (`retry-after`). */
  declare readonly retryAfter: number | undefined;

  constructor(
    call: string,
    status: number,
    details: { readonly text: string; readonly requestId?: string; readonly retryAfter?: number },
  ) {
    const { text, requestId, retryAfter } = details;
    const excerpt = text.length > 200 ? `${text.slice(0, 200)}…` : text;
    super(`${call}: HTTP status ${status} ${excerpt}`.trimEnd());
    this.call = call;
    this.status = status;
    this.body = valueOf(text);
    this.requestId = requestId;
    this.retryAfter = retryAfter;
  }

  override get name(): "ApiError" {
    return "ApiError";
  }
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
