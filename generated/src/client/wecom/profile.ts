import { describe } from "../../runtime/issue.js";
import type { Settings } from "../client.js";
import { ResponseError } from "../errors.js";
import type { Endpoint } from "../endpoint.js";
import type { Profile } from "../profile.js";
import { withoutSecrets, type Secrets } from "../secrets.js";
import { send } from "../send.js";
import type { ClientOptions, TokenOptions } from "./client.js";
import { RateLimitError, WorkWxError } from "./errors.js";
import { tokenFor, type Token, type TokenStore } from "./token.js";

/** Error codes of a token that is invalid, malformed or expired. */
const TOKEN_ERRORS: ReadonlySet<unknown> = /* @__PURE__ */ new Set([40001, 40014, 42001]);

/** Error codes of a call that the server has not executed, and that it may execute a little later. */
const BUSY: ReadonlySet<unknown> = /* @__PURE__ */ new Set([-1, 45033]);

const RATE_LIMITS: ReadonlySet<unknown> = /* @__PURE__ */ new Set([45009, 45033]);

/** The origin of access tokens: the credentials of an application and their store, or a function. */
type Source = (
  | (Pick<ClientOptions, "corpId" | "corpSecret" | "agentId"> & {
      readonly tokenStore: TokenStore;
      readonly token?: undefined;
    })
  | Pick<TokenOptions, "token">
) &
  Pick<ClientOptions, "explain">;

/** The conventions of WeCom: an access token in the query, and an error code in each answer. */
export function wecomProfile(source: Source): Profile {
  return {
    authorize: async (settings, refused) => {
      const old = refused?.query?.["access_token"];
      const token = source.token ? await source.token(old) : await tokenOf(source, settings, old);
      return { query: { access_token: token }, secrets: [token] };
    },
    // A call for a token may carry the secret of another application.
    secretsIn: (query) => [source.token ? undefined : source.corpSecret, query["corpsecret"]],
    judge: (_answer, json, endpoint, secrets) => judge(json, endpoint, secrets, source.explain),
    isRefused: (error) => TOKEN_ERRORS.has(codeOf(error)),
    isBusy: (error) => BUSY.has(codeOf(error)),
  };
}

/** Throws for an error code other than 0. */
function judge(
  json: unknown,
  { name, isFile }: Endpoint,
  secrets: Secrets,
  explain: ClientOptions["explain"],
): unknown {
  // A value that is no object has no members.
  const { errcode, errmsg } = (json ?? {}) as {
    readonly errcode?: unknown;
    readonly errmsg?: unknown;
  };
  if (errcode === undefined) return json;
  // Text may have been put in front of an API.
  const code = typeof errcode === "string" && errcode.trim() !== "" ? Number(errcode) : errcode;
  if (!Number.isInteger(code)) {
    const message = withoutSecrets(`expected integer, got ${describe(errcode)}`, secrets);
    throw new ResponseError(name, [{ path: ["errcode"], message }]);
  }
  // The answer of success to a download has no error code.
  if (code === 0) return isFile ? undefined : json;
  const Refusal = RATE_LIMITS.has(code) ? RateLimitError : WorkWxError;
  const words = withoutSecrets(String(errmsg ?? ""), secrets);
  throw new Refusal(name, code as number, words, explain?.(code as number));
}

function codeOf(error: unknown): number | undefined {
  return error instanceof WorkWxError ? error.errcode : undefined;
}

/** Returns the token of the application; the abort of one caller leaves the others waiting. */
async function tokenOf(
  credentials: Exclude<Source, Pick<TokenOptions, "token">>,
  settings: Settings,
  refused: string | undefined,
): Promise<string> {
  const { tokenStore, corpId, corpSecret, agentId } = credentials;
  // The secret itself must not reach a store. Its digest tells applications apart, and secrets of different age.
  const application = `${agentId ?? ""} ${await digestOf(corpSecret)}`;
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
