import type { OpenApiOptions, SecurityScheme } from "../outputs/openapi/options.js";
import type { ClientAuth, ClientSettings } from "../outputs/typescript/options.js";

type Access = Pick<OpenApiOptions, "servers" | "security">;

/** The server of WeCom, and the token in the query of its calls. */
const WECOM: Access = {
  servers: ["https://qyapi.weixin.qq.com"],
  security: { type: "apiKey", in: "query", name: "access_token" },
};

/** Returns the servers and the security scheme of a description as the client beside it has them. */
export function accessOf(client: ClientSettings | false | undefined): Access {
  if (client === false || client === undefined) return {};
  const { profile, baseUrl, auth } = client;
  return {
    ...(profile === "wecom" ? WECOM : {}),
    ...(baseUrl === undefined ? {} : { servers: [baseUrl] }),
    ...(auth === undefined ? {} : { security: schemeOf(auth) }),
  };
}

function schemeOf(auth: ClientAuth): SecurityScheme {
  if (typeof auth === "string") return { type: "http", scheme: auth };
  return { type: "apiKey", in: auth.in ?? "header", name: auth.apiKey };
}
