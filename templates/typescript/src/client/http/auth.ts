import type { Authorization } from "../profile.js";

/** A credential, or a function that returns it for each request. */
export type Credential = string | (() => string | Promise<string>);

/** A token in the header `Authorization` (RFC 6750). */
export interface BearerOptions {
  readonly token: Credential;
}

/** A name and a password in the header `Authorization` (RFC 7617). */
export interface BasicOptions {
  readonly username: string;
  readonly password: Credential;
}

/** A key in a header or in the query. */
export interface ApiKeyOptions {
  readonly apiKey: Credential;
}

/** The way in which the requests of a client are authorized. */
export interface Authorizer {
  readonly authorize: () => Promise<Authorization>;
  /** Whether the credential may be another one the next time. */
  readonly isRenewable: boolean;
}

export function bearer({ token }: BearerOptions): Authorizer {
  return authorizer(token, (secret) => ({ headers: { authorization: `Bearer ${secret}` } }));
}

export function basic({ username, password }: BasicOptions): Authorizer {
  return authorizer(password, (secret) => {
    const bytes = new TextEncoder().encode(`${username}:${secret}`);
    const encoded = btoa(String.fromCharCode(...bytes));
    return { headers: { authorization: `Basic ${encoded}` }, secrets: [encoded] };
  });
}

/** @param name the name of the header or of the parameter of the query */
export function apiKey(
  name: string,
  place: "header" | "query",
  { apiKey: key }: ApiKeyOptions,
): Authorizer {
  return authorizer(key, (secret) =>
    place === "header" ? { headers: { [name]: secret } } : { query: { [name]: secret } },
  );
}

function authorizer(
  credential: Credential,
  place: (secret: string) => Partial<Authorization>,
): Authorizer {
  if (credential === "" || !/^(?:string|function)$/.test(typeof credential))
    throw new TypeError(
      `expected a credential, got ${credential === "" ? '""' : typeof credential}`,
    );
  return {
    isRenewable: typeof credential === "function",
    authorize: async () => {
      const secret = typeof credential === "function" ? await credential() : credential;
      const { secrets = [], ...placed } = place(secret);
      return { ...placed, secrets: [secret, ...secrets] };
    },
  };
}
