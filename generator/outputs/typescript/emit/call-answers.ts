import type { StatementStructures } from "ts-morph";
import type { Call } from "../plan/plan.js";
import { joined, raw, ts, type Code } from "./code.js";
import { kinds } from "./kinds.js";
import { client } from "./library.js";
import { typeName } from "./reference.js";
import type { ModuleScope } from "./scope.js";

/** Returns the type of an answer. */
export function answerType(response: Call["response"]): Code {
  switch (response.kind) {
    case "binary":
      return ts`${client.DownloadedFile}`;
    case "text":
      return raw("string");
    case "empty":
      return raw("void");
    case "any":
      return raw("unknown");
    case "reference":
      return ts`${typeName(response, "responseType")}`;
  }
}

/** The type of the answers of a call that has several. */
export function emitCallAnswers(
  { names, answers }: Call,
  scope: ModuleScope,
): StatementStructures[] {
  if (answers.length === 0) return [];
  const types = answers.map(({ status, type }) => {
    const number = /^\d+$/.test(status) ? status : "number";
    return ts`${client.StatusAnswer}<${raw(number)}, ${answerType(type)}>`;
  });
  return [
    {
      kind: kinds.typeAlias,
      isExported: true,
      leadingTrivia: "\n",
      name: scope.declare(names.answer, "type"),
      type: scope.text(joined(types, " | ")),
      docs: [{ description: `The answers of {@link ${names.call}}, by their status.` }],
    },
  ];
}
