import type { ModelDraft } from "../../go/draft.js";
import type { GoType } from "../../go/ast.js";
import type { SourceText } from "../../source/source.js";
import type { ParseContext } from "../context.js";
import type { ErrorDraft } from "../draft.js";
import { modelsOf } from "./models.js";
import type { Subject } from "./part.js";
import { plainTitle } from "./plain.js";

/** The answers of a call with an error status, and the models of their bodies. */
interface CallErrors {
  readonly errors: readonly ErrorDraft[];
  readonly models: readonly ModelDraft[];
}

/**
 * Returns the answers of a call with an error status: those of tables of statuses, and bodies that sections
 * describe. A body without a status is that of all statuses without one.
 */
export function errorsOfCall(
  { errors, failures }: Subject,
  call: SourceText,
  context: ParseContext,
): CallErrors {
  const models: ModelDraft[] = [];
  const bodies = new Map<string, GoType>();
  const titles = new Map<string, string>();
  for (const { status, title, fields, type } of failures) {
    titles.set(status, plainTitle(title.text));
    if (bodies.has(status)) context.report("repeated-error", title.range, { status });
    else if (fields.length === 0) bodies.set(status, type ?? { kind: "any", range: title.range });
    else {
      const text = `${call.text}${status === "default" ? "Error" : `Error${status}`}Body`;
      models.push(...modelsOf({ text, range: title.range }, title.text, fields));
      bodies.set(status, { kind: "name", name: text, range: title.range });
    }
  }
  const drafts = new Map<string, ErrorDraft>();
  for (const { status, type, documentation } of errors) {
    const { text, range } = status;
    const own = type ?? bodies.get(text) ?? bodies.get("default") ?? { kind: "any", range };
    const first = drafts.get(text);
    if (first === undefined) drafts.set(text, { status: text, type: own, documentation });
    // Several reasons may have one status.
    else if (areEqual(first.type, own))
      drafts.set(text, {
        ...first,
        documentation: [first.documentation, documentation].join("\n"),
      });
    else context.report("repeated-error", range, { status: text });
  }
  for (const [status, type] of bodies)
    if (!drafts.has(status))
      drafts.set(status, { status, type, documentation: titles.get(status) ?? "" });
  return { errors: [...drafts.values()], models };
}

function areEqual(one: GoType, other: GoType): boolean {
  return one.kind === "name" && other.kind === "name"
    ? one.name === other.name
    : one.kind === other.kind;
}
