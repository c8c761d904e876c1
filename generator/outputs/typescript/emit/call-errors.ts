import type { StatementStructures } from "ts-morph";
import type { ClientProfile } from "../clients/profile.js";
import type { Call, ErrorResponse } from "../plan/plan.js";
import { joined, raw, ts, type Code } from "./code.js";
import { readingOf } from "./conversion.js";
import { kinds } from "./kinds.js";
import { ofProfile } from "./library.js";
import { stringCode } from "./literal.js";
import { typeName } from "./reference.js";
import type { ModuleScope } from "./scope.js";

/** The type of the documented errors of a call, and a function that tells them from others. */
export function emitCallErrors(
  { names, errors }: Call,
  profile: ClientProfile,
  scope: ModuleScope,
): StatementStructures[] {
  if (errors.length === 0) return [];
  const error = ofProfile(profile, "ApiError", true);
  const types = errors.map(
    ({ status, type }) => ts`${error}<${statusType(status)}, ${bodyType(type)}>`,
  );
  const text = `The documented errors of {@link ${names.call}}, by their status.`;
  const guard = `Tells whether an error is a documented one of {@link ${names.call}}.`;
  return [
    {
      kind: kinds.typeAlias,
      isExported: true,
      leadingTrivia: "\n",
      name: scope.declare(names.error, "type"),
      type: scope.text(joined(types, " | ")),
      docs: [{ description: text }],
    },
    scope.function(
      {
        name: names.isError,
        parameters: [{ name: "error", type: ts`unknown` }],
        returnType: raw(`error is ${names.error}`),
        body: ts`return ${ofProfile(profile, "isErrorOf", false)}(${stringCode(names.call)}, error);`,
      },
      { isExported: true, docs: [{ description: guard }] },
    ),
  ];
}

/** The property of an endpoint with the decoders of its errors. */
export function errorDecoders({ errors }: Call): Code[] {
  if (errors.length === 0) return [];
  const entries = errors.map(({ status, type, isLong }) => {
    const key = /^\d[A-Z]/.test(status) ? stringCode(status) : raw(status);
    return ts`${key}: ${type.kind === "any" ? ts`(body) => body` : readingOf(type, isLong)}`;
  });
  return [ts`errors: { ${joined(entries, ", ")} }`];
}

function bodyType(type: ErrorResponse["type"]): Code {
  return type.kind === "any" ? ts`unknown` : ts`${typeName(type, "responseType")}`;
}

function statusType(status: ErrorResponse["status"]): Code {
  return raw(/^\d+$/.test(status) ? status : "number");
}
