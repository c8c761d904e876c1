import type { Answer } from "../answer.js";
import type { Endpoint } from "../endpoint.js";
import type { Profile } from "../profile.js";
import type { Lists } from "../parameters.js";
import { withoutSecrets, type Secrets } from "../secrets.js";
import type { Authorizer } from "./auth.js";
import { ApiError } from "./errors.js";

/** The longest time in milliseconds that a call waits for another attempt. */
const LONGEST_WAIT = 60_000;

/** The conventions of HTTP: the status says whether a call has succeeded (RFC 9110). */
export function httpProfile(
  { authorize, isRenewable }: Partial<Authorizer> = {},
  lists?: Lists,
): Profile {
  return {
    lists,
    authorize: authorize ?? (() => Promise.resolve({ secrets: [] })),
    secretsIn: () => [],
    judge,
    isFile: ({ ok }) => ok,
    isRefused: (error) => isRenewable === true && statusOf(error) === 401,
    isBusy: (error) => {
      const { retryAfter = 0 } = error as Partial<ApiError>;
      return /^(?:429|503)$/.test(String(statusOf(error))) && retryAfter <= LONGEST_WAIT;
    },
  };
}

function statusOf(error: unknown): number | undefined {
  return error instanceof ApiError ? error.status : undefined;
}

/** Throws for an HTTP error status; an empty answer is an object without members. */
function judge(
  { response, text }: Answer,
  json: unknown,
  { name, errors = {} }: Endpoint,
  secrets: Secrets,
): unknown {
  const { ok, status, headers } = response;
  if (ok) return text === "" ? {} : json;
  const requestId = headers.get("x-request-id") ?? headers.get("request-id");
  const retryAfter = waitIn(headers.get("retry-after"));
  const decode = errors[status] ?? errors[`${String(status)[0]}XX`] ?? errors["default"];
  throw new ApiError(name, status, {
    text: withoutSecrets(text, secrets),
    decode,
    ...(requestId === null ? {} : { requestId }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });
}

/** Returns the milliseconds of a number of seconds, or those until a date. */
function waitIn(retryAfter: string | null): number | undefined {
  if (retryAfter === null) return undefined;
  const milliseconds = /^\d+$/.test(retryAfter)
    ? Number(retryAfter) * 1000
    : Date.parse(retryAfter) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : Math.max(milliseconds, 0);
}
