import type { SourceText } from "../../source/source.js";
import type { ParseContext } from "../context.js";
import type { Subject } from "./part.js";

/** Headers that every client of HTTP sends itself. */
const CLIENT =
  /^(?:accept|accept-(?:charset|encoding)|connection|content-(?:length|type)|host|user-agent)$/i;

/** Headers of credentials, which a client has for all calls. */
const CREDENTIALS = /^(?:proxy-)?authorization$/i;

/** The headers of a call. */
export interface CallHeaders {
  /** The headers that are fields of the request. */
  readonly names: readonly SourceText[];
  /** Whether the call carries credentials. */
  readonly isAuthorized: boolean;
}

/** Takes the headers that the client sends itself out of the request of a call, and reports them. */
export function takeHeaders(
  { request: { fields } }: Subject,
  { report }: ParseContext,
): CallHeaders {
  const names: SourceText[] = [];
  let isAuthorized = false;
  for (const node of fields.splice(0)) {
    const { name, isHeader = false } = node;
    const isCredential = isHeader && CREDENTIALS.test(name.text);
    isAuthorized ||= isCredential;
    if (isCredential || (isHeader && CLIENT.test(name.text))) {
      report("client-header", name.range, { name: name.text });
      continue;
    }
    fields.push(node);
    if (isHeader) names.push(name);
  }
  return { names, isAuthorized };
}
