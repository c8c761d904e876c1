import type { Api, Callback } from "../../model/api.js";
import type { Condition } from "../../model/condition.js";
import { members, type Json, type JsonObject } from "../../schema/json.js";
import { modelSchema } from "../../schema/model.js";
import { xmlModelSchema } from "../../schema/xml.js";
import { documentationMembers } from "./operation.js";
import type { OpenApiScope } from "./scope.js";
import { tagOf } from "./tags.js";

/** The name of the response to webhooks. */
const REPLY = "reply";

/** Returns the messages of the server as webhooks; the replies of the specification answer each of them. */
export function webhooksOf({ documents }: Api, scope: OpenApiScope): JsonObject {
  const callbacks = documents.flatMap((document) =>
    document.callbacks.map((callback) => ({ callback, tag: tagOf(document) })),
  );
  const hasReplies = callbacks.some(({ callback }) => callback.role === "reply");
  const response = hasReplies ? { $ref: `#/components/responses/${REPLY}` } : { description: "OK" };
  const calls = new Set(documents.flatMap((document) => document.calls.map(({ name }) => name)));
  const messages = callbacks.filter(({ callback }) => callback.role === "message");
  return Object.fromEntries(
    messages.map(({ callback, tag }) => {
      const operation = members({
        tags: [tag],
        ...documentationMembers(callback),
        operationId: calls.has(callback.name) ? `${callback.name}Webhook` : callback.name,
        deprecated: callback.deprecated === undefined ? undefined : true,
        ...scope.linkTo(`callback ${callback.name}`),
        requestBody: { required: true, content: contentOf([callback], scope) },
        responses: { "200": response },
      });
      return [callback.name, { post: operation }];
    }),
  );
}

/** Returns the response to webhooks by its name, if the specification has replies. */
export function replyResponses({ documents }: Api, scope: OpenApiScope): JsonObject | undefined {
  const callbacks = documents.flatMap((document) => document.callbacks);
  const replies = callbacks.filter(({ role }) => role === "reply");
  if (replies.length === 0) return undefined;
  return { [REPLY]: { description: "A reply, or nothing", content: contentOf(replies, scope) } };
}

/** Returns the forms of messages: one of several is told by the values of its conditions. */
function contentOf(callbacks: readonly Callback[], scope: OpenApiScope): JsonObject {
  const inJson = callbacks.filter(({ model }) => model.json !== undefined);
  const inXml = callbacks.filter(({ model }) => model.xml !== undefined);
  return members({
    "application/json": anyOf(
      inJson.map(({ model, conditions }) =>
        withConditions(modelSchema(model, scope), conditions, "json"),
      ),
    ),
    "application/xml": anyOf(
      inXml.map(({ model, conditions }) => ({
        ...withConditions(xmlModelSchema(model, scope), conditions, "xml"),
        xml: { name: "xml" },
      })),
    ),
  });
}

/** Returns the content of one of several forms. */
function anyOf(schemas: readonly JsonObject[]): JsonObject | undefined {
  const [first, ...others] = schemas;
  if (first === undefined) return undefined;
  return { schema: others.length === 0 ? first : { anyOf: schemas } };
}

/** Adds the values that tell a message from others. */
function withConditions(
  { description, ...schema }: JsonObject,
  conditions: readonly Condition[],
  wire: "json" | "xml",
): JsonObject {
  const values = conditions.flatMap((condition) => {
    const path = condition[wire];
    return path === undefined ? [] : [conditionSchema(path, condition.value)];
  });
  if (values.length === 0) return members({ description, ...schema });
  const parts = Array.isArray(schema["allOf"]) ? (schema["allOf"] as readonly Json[]) : [schema];
  return members({ description, allOf: [...parts, ...values] });
}

function conditionSchema(path: readonly string[], value: string | bigint | boolean): JsonObject {
  const [name, ...rest] = path;
  if (name === undefined) return { const: value };
  return { type: "object", required: [name], properties: { [name]: conditionSchema(rest, value) } };
}
