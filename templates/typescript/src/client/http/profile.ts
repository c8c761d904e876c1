import type { Answer } from "../answer.js";
import type { Endpoint } from "../endpoint.js";
import type { Profile } from "../profile.js";
import type { Lists } from "../parameters.js";
import { withoutSecrets, type Secrets } from "../secrets.js";
import type { Authorizer } from "./auth.js";
import { ApiError } from "./errors.js";

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
    isRefused: (error) => isRenewable === true && statusOf(error) === 401,
    // Statuses say so, which every client reads.
    isBusy: () => false,
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
  const { ok, status } = response;
  if (ok) return text === "" ? {} : json;
  const decode = errors[status] ?? errors[`${String(status)[0]}XX`] ?? errors["default"];
  throw new ApiError(name, status, {
    text: withoutSecrets(text, secrets),
    decode,
  });
}
