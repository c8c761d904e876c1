import { camelCase, isIdentifier, kebabCase, upperFirst } from "../../../names.js";
import type { ClientAuth, ClientSettings } from "../options.js";
import type { ClientConstruction, ClientExample, ClientProfile } from "./profile.js";

/** The class of a package without a name. */
const CLASS = "ApiClient";

/**
 * Returns the client for an API over HTTP, with the name and the authorization that the settings say, or with
 * conventions of the user's own.
 */
export function httpClient(
  { profile, name, baseUrl, auth, lists }: ClientSettings,
  packageName: string | undefined,
): ClientProfile {
  const className = name ?? classNameOf(packageName);
  const { optionTypes, credentials, authorizer } = authorizationOf(auth);
  const own = profile === "http" || profile === "wecom" ? undefined : profile;
  return {
    folder: "http",
    conventions: [
      own ?? "http",
      ...authorizationText(auth),
      ...(lists === undefined ? [] : [lists]),
    ].join(", "),
    readsEnvelope: own !== undefined,
    readsStatus: true,
    className,
    baseClass: own === undefined ? "HttpClient" : "Client",
    // A document may have the name of the API.
    module: `${kebabCase(className.replace(/Client$/, ""))}-client`,
    instance: camelCase(className),
    exports: [
      "ApiError",
      "HttpClient",
      "type ClientOptions",
      ...(authorizer === undefined ? [] : ["type Credential"]),
    ],
    throws: "{ApiError} if the server answers with an error status",
    methods: [],
    subpaths: {},
    construction: {
      optionsName: `${className}Options`,
      optionTypes: ["ClientOptions", ...optionTypes],
      baseUrl,
      ...(authorizer === undefined ? {} : { authorizer }),
      ...(lists === undefined ? {} : { lists }),
      ...(own === undefined ? {} : { own }),
    },
    credentials: [...(baseUrl === undefined ? ["baseUrl"] : []), ...credentials],
    refusal: { className: "ApiError", members: ["status", "body", "requestId"] },
    guideOf,
  };
}

function authorizationText(auth: ClientAuth | undefined): string[] {
  if (auth === undefined) return [];
  return [typeof auth === "string" ? auth : `key in the ${auth.in ?? "header"} ${auth.apiKey}`];
}

/** Returns a name for the class of a package: `@shop/pet-store-sdk` → `PetStore`. */
function classNameOf(packageName: string | undefined): string {
  const words = (packageName ?? "")
    .replace(/^@[^/]*\//, "")
    .replace(/[-._](?:sdk|client|api)$/, "");
  const name = upperFirst(camelCase(words));
  return isIdentifier(name) && /^\p{Lu}/u.test(name) ? name : CLASS;
}

interface Authorization extends Pick<ClientConstruction, "optionTypes" | "authorizer"> {
  readonly credentials: readonly string[];
}

function authorizationOf(auth: ClientAuth | undefined): Authorization {
  if (auth === undefined) return { optionTypes: [], credentials: [] };
  if (auth === "bearer") {
    const authorizer = { name: "bearer", arguments: [] };
    return { optionTypes: ["BearerOptions"], credentials: ["token"], authorizer };
  }
  if (auth === "basic") {
    const authorizer = { name: "basic", arguments: [] };
    return { optionTypes: ["BasicOptions"], credentials: ["username", "password"], authorizer };
  }
  const { apiKey, in: place = "header" } = auth;
  const authorizer = { name: "apiKey", arguments: [apiKey, place] };
  return { optionTypes: ["ApiKeyOptions"], credentials: ["apiKey"], authorizer };
}

function guideOf({ packageName, call, request }: ClientExample): string {
  return [
    "A call rejects with an `ApiError` that carries the HTTP `status` and the `body` of a refusal, a `TransportError` if",
    "no usable answer arrives, or a `ResponseError` if the answer differs from the documentation. Each call of",
    `\`${packageName}\` is also a function, so that bundlers drop unused calls: \`${call}(client${request === "" ? "" : ", "}${request})\`.`,
  ].join("\n");
}
