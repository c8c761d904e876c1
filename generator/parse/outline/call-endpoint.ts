import { meaningOf } from "../../dialect/dialect.js";
import type { Report } from "../../source/diagnostic.js";
import type { SourceRange } from "../../source/source.js";
import { sourceOf } from "../../source/text.js";
import type { ParseContext } from "../context.js";
import type { EndpointDraft } from "../draft.js";
import { endpointOf, pathPartsOf, withFile } from "../endpoint.js";
import type { EndpointText } from "./endpoint.js";
import type { Subject } from "./part.js";
import { codeTexts, plainTitle } from "./plain.js";

/** Reads the endpoint of a call, which its heading may be the name of; reports what is wrong with it. */
export function endpointOfCall(
  { title, section }: Pick<Subject, "title" | "section">,
  { path, method = "POST", isForm, file, isBinary }: EndpointText,
  context: ParseContext,
): EndpointDraft | undefined {
  const { range } = title;
  const { dialect, report } = context;
  // A pattern that says that the heading is of a call may take the name from it.
  const named = section.role === "call" ? [section.name ?? plainTitle(title.text)] : [];
  const action = [...codeTexts(title.text), ...named].find((text) => IDENTIFIER.test(text));
  if (path === undefined && action !== undefined && dialect.action !== undefined) {
    const text = dialect.action.replaceAll("$1", action);
    return placedAt(range, endpointOf({ text, range }, withReport(range, context)));
  }
  if (path === undefined) {
    report("missing-endpoint", range, { title: plainTitle(title.text) });
    return undefined;
  }
  const form = isForm === true && method === "POST" ? "(media)" : isBinary ? "(binary)" : "";
  const known = meaningOf(dialect.methods, method + form) ?? meaningOf(dialect.methods, method);
  const transfer = known?.carrier === "upload" ? withFile(known, file) : known;
  // The parameters of a path may be written in another way.
  const isAsWritten = sourceOf(path.range) === path.text;
  const parts = pathPartsOf(path, isAsWritten ? context : withReport(path.range, context));
  if (parts === undefined || transfer === undefined) return undefined;
  return isAsWritten ? { transfer, path: parts } : placedAt(path.range, { transfer, path: parts });
}

const IDENTIFIER = /^[A-Za-z_][\w.]*$/;

/** Returns a context in which every message is about one place. */
function withReport(range: SourceRange, context: ParseContext): ParseContext {
  const report: Report = (id, _range, parameters, extras) =>
    context.report(id, range, parameters, extras);
  return { ...context, report };
}

function placedAt(
  range: SourceRange,
  endpoint: EndpointDraft | undefined,
): EndpointDraft | undefined {
  const path = endpoint?.path.map((part) =>
    typeof part === "string" ? part : { text: part.text, range },
  );
  return endpoint && path && { ...endpoint, path };
}
