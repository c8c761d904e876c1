import type { Answer } from "../answer.js";
import type { Settings } from "../client.js";
import { ResponseError } from "../errors.js";
import type { Endpoint } from "../endpoint.js";
import type { Profile } from "../profile.js";
import { withoutSecrets, type Secrets } from "../secrets.js";
import { send } from "../send.js";
import type { ClientOptions } from "./client.js";
import { RateLimitError, WorkWxError } from "./errors.js";
import { tokenFor, type Token, type TokenStore } from "./token.js";

/** Error codes of a token that is invalid, malformed or expired. */
const TOKEN_ERRORS: ReadonlySet<unknown> = /* @__PURE__ */ new Set([40001, 40014, 42001]);

const BUSY = -1;

const RATE_LIMIT = 45009;

/** The credentials of an application, and the store of its tokens. */
interface Credentials extends Pick<ClientOptions, "corpId" | "corpSecret" | "agentId"> {
  readonly tokenStore: TokenStore;
}

/** The conventions of WeCom: an access token in the query, and an error code in each answer. */
export function wecomProfile(credentials: Credentials): Profile {
  return {
    authorize: async (settings, refused) => {
      const token = await tokenOf(credentials, settings, refused?.query?.["access_token"]);
      return { query: { access_token: token }, secrets: [token] };
    },
    // A call for a token may carry the secret of another application.
    secretsIn: (query) => [credentials.corpSecret, query["corpsecret"]],
    judge,
    isRefused: (error) => TOKEN_ERRORS.has(codeOf(error)),
    isBusy: (error) => codeOf(error) === BUSY,
  };
}

/** Throws for an error code other than 0. */
function judge(_answer: Answer, json: unknown, { name }: Endpoint, secrets: Secrets): unknown {
  // A value that is no object has no members.
  const { errcode, errmsg } = (json ?? {}) as {
    readonly errcode?: unknown;
    readonly errmsg?: unknown;
  };
  const code = Number(errcode ?? 0);
  if (code === 0) return json;
  if (!Number.isInteger(code)) return undefined;
  const Refusal = code === RATE_LIMIT ? RateLimitError : WorkWxError;
  throw new Refusal(name, code, withoutSecrets(String(errmsg ?? ""), secrets));
}

function codeOf(error: unknown): number | undefined {
  return error instanceof WorkWxError ? error.errcode : undefined;
}

/** Returns the token of the application; the abort of one caller leaves the others waiting. */
async function tokenOf(
  credentials: Credentials,
  settings: Settings,
  refused: string | undefined,
): Promise<string> {
  const { tokenStore, corpId, corpSecret, agentId } = credentials;
  // The secret itself must not reach a store.
  const application = agentId === undefined ? await digestOf(corpSecret) : `agent ${agentId}`;
  const fetchNew = () => fetchToken(settings, corpId, corpSecret);
  return tokenFor(tokenStore, `${corpId} ${application}`, fetchNew, refused);
}

function fetchToken(settings: Settings, corpId: string, corpSecret: string): Promise<Token> {
  const name = "gettoken";
  return send(
    settings,
    { name, method: "GET", path: "/cgi-bin/gettoken", token: false },
    { query: { corpid: corpId, corpsecret: corpSecret } },
    ({ access_token: value, expires_in: seconds }) => {
      if (typeof value !== "string" || value === "" || typeof seconds !== "number") {
        throw new ResponseError(name, [{ path: [], message: "expected access_token" }]);
      }
      // Replace the token five minutes before it expires, or after 90 % of a short life.
      const life = Math.max(seconds - 300, seconds * 0.9);
      return { value, freshUntil: Date.now() + life * 1000 };
    },
    {},
  );
}

async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
