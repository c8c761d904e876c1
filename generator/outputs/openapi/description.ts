import type { Specification } from "../output.js";
import { members, type JsonObject } from "../../schema/json.js";
import { componentSchemas } from "./components.js";
import { ACCESS_TOKEN, hasToken } from "./operation.js";
import type { OpenApiOptions } from "./options.js";
import { pathsOf, type placeCalls } from "./paths.js";
import type { OpenApiScope } from "./scope.js";
import { tagsOf } from "./tags.js";
import { replyResponses, webhooksOf } from "./webhook.js";

/** Describes an API in OpenAPI 3.1. */
export function describeApi(
  { api }: Specification,
  calls: ReturnType<typeof placeCalls>,
  options: OpenApiOptions,
  scope: OpenApiScope,
): JsonObject {
  const { title = "API", version = "0.0.0", description, servers = [] } = options;
  const { security = { type: "http", scheme: "bearer" } } = options;
  const webhooks = webhooksOf(api, scope);
  const tags = tagsOf(api);
  const hasTokens = calls.some(({ call }) => hasToken(call, scope));
  return members({
    openapi: "3.1.0",
    info: members({ title, description, version }),
    servers: servers.length === 0 ? undefined : servers.map((url) => ({ url })),
    tags: tags.length === 0 ? undefined : tags,
    paths: pathsOf(calls, scope),
    webhooks: Object.keys(webhooks).length === 0 ? undefined : webhooks,
    components: members({
      schemas: componentSchemas(api, scope),
      responses: replyResponses(api, scope),
      securitySchemes: hasTokens ? { [ACCESS_TOKEN]: { ...security } } : undefined,
    }),
  });
}
